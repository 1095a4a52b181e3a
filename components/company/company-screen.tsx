import { Building2, User } from 'lucide-react'
import { useState } from 'react'
import type { CompanyView } from '#lib/app/company-on-page.ts'
import type { CompanyField, CompanyRead } from '#lib/domain/capture.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useCompanyOnPage } from '#lib/queries/page.ts'
import type { TabView } from '#lib/queries/tab.ts'
import { contactRoute, hashOf } from '#components/frame/routes.ts'
import { evidenceOfField } from '#components/now/evidence-words.ts'
import { FieldRow } from '#components/now/field-row.tsx'
import { NowNever } from '#components/now/never.tsx'
import { PersonHeader } from '#components/now/person-header.tsx'
import { useAct } from '#components/ui/act.tsx'
import { Button } from '#components/ui/button.tsx'
import { GroupHeader } from '#components/ui/group-header.tsx'
import { i18n, textKey } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { ListRow, Rows } from '#components/ui/list-row.tsx'
import { Status } from '#components/ui/status.tsx'
import { useKeys } from '#components/ui/use-keys.ts'
import { useTime } from '#components/ui/time-provider.tsx'

/** A company page: its facts with their sources, whom of it the rep knows, and one press that keeps the facts. */
export function CompanyScreen({ view }: { view: Extract<TabView, { kind: 'company' }> }) {
  const { page, query } = useCompanyOnPage(view)
  const baton = useBaton()
  const act = useAct()
  const [busy, setBusy] = useState(false)
  const known = query.data
  const name = view.read.fields.name?.value ?? i18n.t('company.noName')
  const save = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    await act(
      () => baton.saveCompany(page),
      ({ result }) =>
        result.kind === 'no-name' || result.kind === 'never'
          ? { problem: i18n.t(result.kind === 'never' ? 'company.neverSaved' : 'company.notSaved') }
          : { title: i18n.t(`company.done.${textKey(result.kind)}`), detail: name },
    )
    setBusy(false)
  }
  const never = known?.never ?? null
  const hasNews = never === null && (known?.news.length ?? 0) > 0
  useKeys([{ keys: 'Shift+A', run: () => hasNews && void save(), label: i18n.t('company.save') }])
  if (never !== null) return <NowNever name={name} entry={never} />
  return (
    <>
      <main>
        <article>
          <CompanyHead name={name} read={view.read} known={known} practice={view.practice} />
          <Facts read={view.read} news={new Set(known?.account ? known.news : [])} />
          {known && <PeopleThere people={known.people} />}
        </article>
      </main>
      <footer className="actionbar">
        <div className="actions">
          {known && !hasNews ? (
            <p className="sm t3">{i18n.t('company.upToDate')}</p>
          ) : (
            <Button look="filled" busy={busy} keyHint="Shift+A" onClick={() => void save()}>
              {i18n.t(known?.account ? 'company.update' : 'company.save')}
            </Button>
          )}
        </div>
      </footer>
    </>
  )
}

interface HeadProps {
  name: string
  read: CompanyRead
  known: CompanyView | undefined
  practice: boolean
}

function CompanyHead({ name, read, known, practice }: HeadProps) {
  const time = useTime()
  const since = known?.account ? i18n.t('company.since', { day: time.day(known.account.createdAt) }) : null
  const facts = [
    read.fields.headquarters?.value ?? null,
    known === undefined ? null : (since ?? i18n.t('company.new')),
  ]
  return (
    <PersonHeader
      name={name}
      mark={
        <span className="avatar" aria-hidden="true">
          <Icon of={Building2} />
        </span>
      }
      meta={facts}
      practice={practice}
    />
  )
}

function Facts({ read, news }: { read: CompanyRead; news: ReadonlySet<string> }) {
  const shown = SHOWN.filter((field) => read.fields[field] !== undefined)
  return (
    <dl className="fields">
      {shown.map((field) => {
        const found = read.fields[field]
        if (!found) return null
        return (
          <FieldRow
            key={field}
            label={i18n.t(`company.field.${field}`)}
            value={field === 'specialities' ? found.value.replaceAll('\n', ', ') : found.value}
            evidence={evidenceOfField(found)}
            {...(news.has(field === 'sizeText' ? 'headcount' : field)
              ? { from: i18n.t('company.fresh') }
              : {})}
          />
        )
      })}
    </dl>
  )
}

function PeopleThere({ people }: { people: CompanyView['people'] }) {
  if (people.length === 0) return <p className="t2 p-3">{i18n.t('company.nobody')}</p>
  return (
    <section aria-labelledby="company-people">
      <GroupHeader id="company-people" title={i18n.t('company.people')} count={people.length} />
      <Rows>
        {people.map(({ contactId, name, headline, status, doNotContact }) => (
          <ListRow
            key={contactId}
            icon={User}
            href={hashOf(contactRoute(contactId))}
            title={name}
            sub={<bdi>{headline ?? ''}</bdi>}
            end={<Status status={doNotContact ? 'do_not_contact' : status} />}
            off={doNotContact}
          />
        ))}
      </Rows>
    </section>
  )
}

/** The name stands above, the domain is that of the site. */
const SHOWN = [
  'industry', 'sizeText', 'headquarters', 'website', 'type', 'founded', 'specialities', 'description', 'slug',
  'linkedinId',
] as const satisfies readonly CompanyField[] // prettier-ignore
