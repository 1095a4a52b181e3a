import type { ReactNode } from 'react'
import { Segmented, type SegmentedProps } from '#components/ui/segmented.tsx'

/** One chapter of the settings, with the anchor the list at the side jumps to. */
export function Section({ id, title, intro, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-h`} className="set-section" tabIndex={-1}>
      <h2 id={`${id}-h`}>{title}</h2>
      {intro !== undefined && <p className="t2">{intro}</p>}
      {children}
    </section>
  )
}

interface SectionProps {
  id: string
  title: string
  intro?: string
  children: ReactNode
}

/** A line of words with what can be pressed at its end. */
export function SetRow({
  label,
  help,
  children,
}: {
  label: ReactNode
  help?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="set-row">
      <div className="grow">
        {label}
        {help !== undefined && <p className="help m-0!">{help}</p>}
      </div>
      {children !== undefined && <div className="set-row-end">{children}</div>}
    </div>
  )
}

/** Such a line with one of a few to choose at its end. */
export function ChoiceRow<Value extends string>(choice: SegmentedProps<Value> & { help?: string }) {
  return (
    <SetRow {...choice}>
      <Segmented {...choice} />
    </SetRow>
  )
}
