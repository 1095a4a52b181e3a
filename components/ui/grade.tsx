import { i18n } from './i18n.ts'

/** The letter of the fit. Its points, where given, stand in the tip. */
export function Grade({ grade, points }: { grade: 'A' | 'B' | 'C' | 'D'; points?: number }) {
  const words =
    points === undefined ? i18n.t('ui.fit', { grade }) : i18n.t('ui.fitOf', { grade, points: String(points) })
  return (
    <span className={`grade grade-${grade.toLowerCase()}`} title={words}>
      <span className="vh">{i18n.t('ui.fitWord')} </span>
      {grade}
    </span>
  )
}
