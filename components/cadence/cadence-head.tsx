import { Archive, ChevronLeft, Copy, Download, MoreHorizontal } from 'lucide-react'
import { useHashLocation } from 'wouter/use-hash-location'
import { useBaton } from '#lib/queries/context.tsx'
import { cadenceFileText } from '#lib/domain/cadence/cadence-file.ts'
import type { Cadence } from '#lib/domain/records.ts'
import { useAct } from '#components/ui/act.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, MenuItem } from '#components/ui/menu.tsx'

/** Name of the cadence, the way back in the panel, what can be done with it as a whole. */
export function CadenceHead({ name, cadence, wide }: CadenceHeadProps) {
  return (
    <header className={wide ? 'pane-head' : 'cad-crumb'}>
      {!wide && (
        <a className="btn-icon sm" href="#/cadences" aria-label={i18n.t('cadence.back')}>
          <Icon of={ChevronLeft} />
        </a>
      )}
      <h1 className="grow trunc">
        <bdi>{name}</bdi>
      </h1>
      {cadence && <CadenceMenu cadence={cadence} />}
    </header>
  )
}

interface CadenceHeadProps {
  name: string
  cadence?: Cadence & { id: string }
  wide: boolean
}

function CadenceMenu({ cadence }: { cadence: Cadence & { id: string } }) {
  const baton = useBaton()
  const act = useAct()
  const [, navigate] = useHashLocation()
  const copy = async () => {
    const name = i18n.t('cadence.copyName', { name: cadence.name }).slice(0, 200)
    const done = await act(() => baton.copyCadence({ cadenceId: cadence.id, name }), {
      title: i18n.t('cadence.copied'),
      detail: name,
    })
    if (done?.result.id) navigate(`/cadences/${done.result.id}`)
  }
  const archive = async () => {
    const done = await act(() => baton.saveCadence({ cadence: { ...cadence, archived: true } }), {
      title: i18n.t('cadence.archived'),
      detail: cadence.name,
    })
    if (done) navigate('/cadences')
  }
  const saveFile = () => {
    const name = `${cadence.name.replace(/[^\p{L}\p{N} .-]/gu, '').trim() || 'cadence'}.cadence.json`
    baton.ports.files.save({ name, type: 'application/json', pieces: [cadenceFileText(cadence)] })
  }
  const label = i18n.t('cadence.menu')
  return (
    <Menu label={label} trigger={<IconButton icon={MoreHorizontal} label={label} tip={false} />}>
      <MenuItem icon={Copy} onSelect={() => void copy()}>
        {i18n.t('cadence.copy')}
      </MenuItem>
      <MenuItem icon={Download} onSelect={saveFile}>
        {i18n.t('templates.save')}
      </MenuItem>
      <MenuItem icon={Archive} onSelect={() => void archive()}>
        {i18n.t('cadence.archive')}
      </MenuItem>
    </Menu>
  )
}
