import { useState } from 'react'
import type { ContactDetails, DetailsRead } from '#lib/domain/capture.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useDetailsOnPage } from '#lib/queries/page.ts'
import type { TabView } from '#lib/queries/tab.ts'
import { contactRoute, hashOf } from '#components/frame/routes.ts'
import { useAct } from '#components/ui/act.tsx'
import { Button } from '#components/ui/button.tsx'
import { PracticeChip } from '#components/ui/chip.tsx'
import { i18n, textKey } from '#components/ui/i18n.ts'
import { useKeys } from '#components/ui/use-keys.ts'
import { PositionList, SchoolList } from './story-lists.tsx'

/** A page behind a profile: positions, schools, or the dialog with the ways to reach somebody. */
export function DetailsScreen({ view }: { view: Extract<TabView, { kind: 'details' }> }) {
  const { page, query } = useDetailsOnPage(view)
  const baton = useBaton()
  const act = useAct()
  const [busy, setBusy] = useState(false)
  const known = query.data?.known ?? null
  const profile = query.data?.profile ?? null
  const save = async (): Promise<void> => {
    if (busy || !known) return
    setBusy(true)
    await act(
      () => baton.saveDetails(page),
      ({ result }) =>
        result.kind === 'saved'
          ? { title: i18n.t('pageDetails.saved'), detail: known.name }
          : { problem: i18n.t(`pageDetails.notSaved.${textKey(result.kind)}`) },
    )
    setBusy(false)
  }
  useKeys([{ keys: 'Shift+A', run: () => void save(), label: i18n.t('pageDetails.save') }], {
    enabled: known !== null,
  })
  return (
    <>
      <main>
        <article>
          <header className="p-3">
            <h1 className="text-name">{i18n.t(`pageDetails.title.${view.read.page}`)}</h1>
            {known ? (
              <p className="meta mt-1">
                <a href={hashOf(contactRoute(known.contactId))}>
                  <bdi>{known.name}</bdi>
                </a>
              </p>
            ) : (
              <p className="sm t3 mt-1">{query.data && i18n.t('pageDetails.unknown')}</p>
            )}
            {view.practice && (
              <p className="mt-1">
                <PracticeChip />
              </p>
            )}
          </header>
          <What read={view.read} />
        </article>
      </main>
      {query.data && (
        <footer className="actionbar">
          <div className="actions">
            {known ? (
              <Button look="filled" busy={busy} keyHint="Shift+A" onClick={() => void save()}>
                {i18n.t('pageDetails.saveTo', { name: known.name })}
              </Button>
            ) : (
              profile !== null && (
                <Button onClick={() => void baton.ports.openAddress(profile, view.practice)}>
                  {i18n.t('pageDetails.openProfile')}
                </Button>
              )
            )}
          </div>
        </footer>
      )}
    </>
  )
}

function What({ read }: { read: DetailsRead }) {
  return (
    <>
      {read.experience && <PositionList positions={read.experience} />}
      {read.education && <SchoolList schools={read.education} />}
      {read.contact && <Reachable contact={read.contact} />}
    </>
  )
}

function Reachable({ contact }: { contact: ContactDetails }) {
  const rows = (['emails', 'phones', 'websites'] as const).filter((kind) => contact[kind].length > 0)
  if (rows.length === 0) return <p className="t2 p-3">{i18n.t('pageDetails.nothing')}</p>
  return (
    <dl className="fields">
      {rows.map((kind) => (
        <div className="field" key={kind}>
          <dt>{i18n.t(`pageDetails.${kind}`)}</dt>
          <dd>
            <ul className="grid gap-1">
              {contact[kind].map((value) => (
                <li key={value} className="value cursor-default!">
                  <bdi>{value}</bdi>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  )
}
