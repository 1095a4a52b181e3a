import { Route as RouteIcon } from 'lucide-react'
import { useHashLocation } from 'wouter/use-hash-location'
import { useCadence, useCadences } from '#lib/queries/cadences.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { SkeletonRows } from '#components/ui/skeleton.tsx'
import { CadenceEditor } from './cadence-editor.tsx'
import { CadenceHead } from './cadence-head.tsx'
import { CadenceList } from './cadence-list.tsx'
import './cadence.css'
import { draftOf } from './draft.ts'
import { SnippetsScreen } from './snippets-screen.tsx'
import { useSaveCadence } from './use-save-cadence.ts'

/**
 * The cadences, and the editor of one. In the panel one after the other (`#/cadences`, `#/cadences/:id`), on the
 * full page side by side. `id`: null for the list alone, `new` for a cadence that is not saved yet.
 */
export function CadencesScreen({ id, wide = false }: { id: string | null; wide?: boolean }) {
  if (wide) return <SideBySide id={id} />
  return id === null ? <CadenceList currentId={null} /> : <OneCadence id={id} />
}

/** Where none is chosen, the first one shows. */
function SideBySide({ id }: { id: string | null }) {
  const first = useCadences().data?.[0]?.id ?? null
  const shown = id ?? first
  return (
    <div className="cad-wide">
      <CadenceList currentId={shown} />
      {shown !== null && <OneCadence id={shown} wide />}
    </div>
  )
}

function OneCadence({ id, wide = false }: { id: string; wide?: boolean }) {
  if (id === SNIPPETS) return <SnippetsScreen wide={wide} />
  return id === NEW ? <NewCadence wide={wide} /> : <KnownCadence key={id} id={id} wide={wide} />
}

function NewCadence({ wide }: { wide: boolean }) {
  const [, navigate] = useHashLocation()
  const save = useSaveCadence()
  return (
    <section className="cad-page" aria-label={i18n.t('cadence.new')}>
      <CadenceHead wide={wide} name={i18n.t('cadence.new')} />
      <CadenceEditor
        id={NEW}
        saved={null}
        running={0}
        onSave={async (draft) => {
          const id = await save(draft, null)
          if (id !== null) navigate(`/cadences/${id}`, { replace: true })
          return id !== null
        }}
      />
    </section>
  )
}

function KnownCadence({ id, wide }: { id: string; wide: boolean }) {
  const found = useCadence(id)
  const save = useSaveCadence()
  if (found.data === undefined) return <SkeletonRows rows={6} words={i18n.t('cadence.reads')} />
  if (found.data === null) return <Gone wide={wide} />
  const { cadence, running } = found.data
  return (
    <section className="cad-page" aria-label={cadence.name}>
      <CadenceHead wide={wide} name={cadence.name} cadence={cadence} />
      <CadenceEditor
        id={id}
        saved={draftOf(cadence)}
        running={running}
        onSave={async (draft, onProgress) => (await save(draft, cadence, onProgress)) !== null}
      />
    </section>
  )
}

function Gone({ wide }: { wide: boolean }) {
  return (
    <section className="cad-page">
      <CadenceHead wide={wide} name={i18n.t('cadence.title')} />
      <EmptyState icon={RouteIcon} title={i18n.t('cadence.gone')}>
        <p>
          <a className="link" href="#/cadences">
            {i18n.t('cadence.goneHelp')}
          </a>
        </p>
      </EmptyState>
    </section>
  )
}

/** Place of a cadence that is not saved yet, in the address and among the kept drafts. */
const NEW = 'new'
/** Place of the snippets in the address. */
const SNIPPETS = 'snippets'
