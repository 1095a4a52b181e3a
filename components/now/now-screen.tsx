import { Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import type { EditableField } from '#lib/app/person-input.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useFitOf } from '#lib/queries/fit.ts'
import { usePreview } from '#lib/queries/preview.ts'
import { useShortcuts } from '#lib/queries/shortcuts.ts'
import { useTabView, type TabView } from '#lib/queries/tab.ts'
import { contactRoute } from '#components/frame/routes.ts'
import { i18n } from '#components/ui/i18n.ts'
import { later } from '#components/ui/later.tsx'
import { useAfterPaint } from '#components/ui/use-after-paint.ts'
import { useKeys } from '#components/ui/use-keys.ts'
import { AddBar } from './add-bar.tsx'
import { ContactScreen } from './contact-screen-later.ts'
import { DatesFold } from './dates-fold.tsx'
import { FindPeople } from './find-people.tsx'
import { NowLoading } from './loading.tsx'
import { NewPerson } from './new-person.tsx'
import type { Edits } from './person-fields.tsx'
import { NowBroken, NowLate, NowMailOff, NowNoAccess, NowOtherSite, NowRefused } from './plain-state.tsx'
import { ShortcutLine } from './shortcut-line.tsx'
import { Lookalikes } from '#components/same/same-lines.tsx'
import { NowNever } from './never.tsx'
import { NowThread } from './thread.tsx'
import { NowUnreadable } from './unreadable.tsx'
import { useAdding } from './use-adding.ts'

/** Lists, companies and details are seldom the first thing a panel shows: their code comes with the first one. */
const ListScreen = later(async () => (await import('#components/list/list-screen.tsx')).ListScreen)

const CompanyScreen = later(
  async () => (await import('#components/company/company-screen.tsx')).CompanyScreen,
)
const DetailsScreen = later(
  async () => (await import('#components/details/details-screen.tsx')).DetailsScreen,
)

/** What this window's tab shows. */
export function NowScreen() {
  const baton = useBaton()
  const view = useTabView()
  useKeys([{ keys: 'r', run: () => baton.readAgain(), label: i18n.t('now.readAgain') }], { fallback: true })
  if (view.kind === 'loading') return <NowLoading key={view.url} />
  if (view.kind === 'person' && view.never !== null)
    return <NowNever name={view.read.fields.name?.value ?? null} entry={view.never} />
  if (view.kind === 'person' && view.knownId !== null)
    return <ContactScreen contactId={view.knownId} page={view.person} />
  if (view.kind === 'person') return <NewPersonScreen key={view.url} view={view} />
  if (view.kind === 'thread') return <ThreadScreen key={view.url} view={view} />
  if (view.kind === 'people' || view.kind === 'company' || view.kind === 'details')
    return (
      <Suspense fallback={<NowLoading />}>
        <LaterScreen key={view.url} view={view} />
      </Suspense>
    )
  return (
    <main>
      <NobodyHere view={view} />
      <FindPeople />
    </main>
  )
}

function LaterScreen({ view }: { view: ViewOf<'people' | 'company' | 'details'> }) {
  if (view.kind === 'people') return <ListScreen view={view} />
  return view.kind === 'company' ? <CompanyScreen view={view} /> : <DetailsScreen view={view} />
}

type ViewOf<Kind extends TabView['kind']> = Extract<TabView, { kind: Kind }>
type NobodyKind = Exclude<TabView['kind'], 'loading' | 'person' | 'thread' | 'people' | 'company' | 'details'>

function NobodyHere({ view }: { view: ViewOf<NobodyKind> }) {
  const baton = useBaton()
  const readAgain = () => baton.readAgain()
  switch (view.kind) {
    case 'refused':
      return <NowRefused reason={view.reason} onReadAgain={readAgain} />
    case 'unreadable':
      return <NowUnreadable missing={view.missing} structure={view.structure} onReadAgain={readAgain} />
    case 'late':
      return <NowLate onReadAgain={readAgain} />
    case 'broken':
      return <NowBroken code={view.code} onReadAgain={readAgain} />
    case 'noAccess':
      return (
        <NowNoAccess
          site={i18n.t(`now.site.${view.site}`)}
          // The press itself must ask: Chrome refuses after an `await`.
          onAsk={() => void baton.requestAccess(view.site).then((granted) => granted && baton.readAgain())}
        />
      )
    case 'mailOff':
      return (
        <NowMailOff
          onReadOnce={() => baton.readThisPage()}
          onAlways={() => void baton.setSettings({ readMail: true }).then(() => baton.readAgain())}
        />
      )
    case 'none':
    case 'otherSite':
      return <NowOtherSite />
  }
}

function NewPersonScreen({ view }: { view: ViewOf<'person'> }) {
  const baton = useBaton()
  const adding = useAdding()
  const [edits, setEdits] = useState<Edits>({})
  const shortcuts = useShortcuts().data
  const key = shortcuts?.find((shortcut) => shortcut.name === 'add-to-cadence')?.keys ?? null
  const person = { ...view.person, edits }
  const isPainted = useAfterPaint()
  const dates = usePreview(person, isPainted ? (adding.chosen?.id ?? null) : null).data ?? []
  const fit = useFitOf(person, { enabled: isPainted }).data ?? null
  const name = edits.name ?? view.read.fields.name?.value ?? i18n.t('now.noName')
  const onEdit = (field: EditableField, value: string) =>
    setEdits((before) => ({ ...before, [field]: value }))
  return (
    <>
      <main>
        <NewPerson
          read={view.read}
          edits={edits}
          onEdit={onEdit}
          fit={fit}
          suppressed={view.suppressed}
          practice={view.practice}
        />
        {!view.suppressed && <Lookalikes person={view.person} />}
        {!view.suppressed && <DatesFold touches={dates} />}
      </main>
      <AddBar
        name={name}
        cadences={adding.cadences}
        chosen={view.suppressed ? null : adding.chosen}
        dates={view.suppressed ? [] : dates}
        busy={adding.busy}
        shortcut={key}
        onChoose={adding.choose}
        onAdd={() => void adding.add(person, name)}
        onSave={() => void adding.save(person, name)}
        foot={shortcuts && <ShortcutLine keys={key} onOpen={() => void baton.openShortcuts()} />}
      />
    </>
  )
}

function ThreadScreen({ view }: { view: ViewOf<'thread'> }) {
  const adding = useAdding()
  const [, go] = useLocation()
  const shown = view.rows.map(({ participant, knownId, suppressed, never }) => ({
    participant,
    knownId,
    suppressed,
    never,
  }))
  const find = (address: string) => view.rows.find((row) => row.participant.address === address)
  const settle = async (address: string, how: 'add' | 'save') => {
    const row = find(address)
    if (!row) return
    const contactId = await adding[how](row.input, row.participant.name ?? address)
    if (contactId !== null && how === 'add') go(contactRoute(contactId))
  }
  return (
    <main>
      <NowThread
        subject={view.subject}
        people={shown}
        practice={view.practice}
        cadenceName={adding.chosen?.name ?? null}
        busy={adding.busy}
        onSave={(address) => void settle(address, 'save')}
        onAdd={(address) => void settle(address, 'add')}
      />
    </main>
  )
}
