import { GraduationCap, Keyboard, Route, Settings as Gear, Sparkles, Trash2 } from 'lucide-react'
import { useLocation } from 'wouter'
import { useBaton } from '#lib/queries/context.tsx'
import { useAct } from '#components/ui/act.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { MenuItem, MenuSeparator } from '#components/ui/menu.tsx'
import { ROUTES } from './routes.ts'

/** What is not needed each time: the items of the menu ⋯. */
export function PanelMenu({ onKeys }: { onKeys: () => void }) {
  const baton = useBaton()
  const act = useAct()
  const [, go] = useLocation()
  const removePractice = () =>
    act(
      () => baton.removePractice(),
      ({ result }) => ({
        title: i18n.t('frame.practiceRemoved', result.removed),
        ...(result.removed === 0 ? { detail: i18n.t('frame.practiceNone') } : {}),
      }),
    )
  return (
    <>
      <MenuItem icon={Route} onSelect={() => go(ROUTES.cadences)}>
        {i18n.t('frame.cadences')}
      </MenuItem>
      <MenuItem icon={Gear} onSelect={() => void baton.openPage('app', '#/settings')}>
        {i18n.t('frame.settings')}
      </MenuItem>
      <MenuItem icon={Keyboard} keyHint="?" onSelect={onKeys}>
        {i18n.t('frame.keys')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={GraduationCap} onSelect={() => void baton.openPage('practice')}>
        {i18n.t('frame.practice')}
      </MenuItem>
      <MenuItem icon={Sparkles} onSelect={() => void baton.openPage('welcome')}>
        {i18n.t('frame.welcome')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={Trash2} danger onSelect={() => void removePractice()}>
        {i18n.t('frame.removePractice')}
      </MenuItem>
    </>
  )
}
