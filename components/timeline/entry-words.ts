import {
  Ban,
  Bookmark,
  Check,
  Clock,
  Flag,
  Pause,
  Pencil,
  Play,
  Route,
  SkipForward,
  BriefcaseBusiness,
  UserCheck,
  UserPlus,
  UserX,
  type LucideIcon,
} from 'lucide-react'
import { STEP_TYPES, channelOf, type StepType } from '#lib/domain/cadence/step.ts'
import { EDITABLE_FIELDS } from '#lib/domain/edit.ts'
import type { Activity } from '#lib/domain/records.ts'
import { i18n } from '#components/ui/i18n.ts'
import { CHANNEL_ICONS } from '#components/ui/icon.tsx'
import type { TimeWords } from '#components/ui/time.ts'
import { outcomeLabel, reasonWord } from '#components/ui/words.ts'

export interface EntryWords {
  icon: LucideIcon
  /** The act, in dark words. */
  what: string
  /** What belongs to it, in grey. */
  more: string | null
}

/** The sentence of one entry of the timeline, from its kind and facts. */
export function entryWords(
  kind: Activity['kind'],
  facts: Record<string, string>,
  time: TimeWords,
): EntryWords {
  const cadence = facts.cadence ?? ''
  switch (kind) {
    case 'touch_done':
    case 'touch_skipped':
    case 'touch_snoozed':
      return touchWords(kind, facts, time)
    case 'captured':
      return {
        icon: Bookmark,
        what: i18n.t(capturedWord(facts.page)),
        more: facts.fields ? i18n.t('timeline.fields', Number(facts.fields)) : null,
      }
    case 'verdict':
      return { icon: Flag, what: verdictWord(facts), more: verdictMore(facts, time) }
    case 'do_not_contact':
      return {
        icon: Ban,
        what: i18n.t(facts.on === 'false' ? 'timeline.contactAgain' : 'timeline.doNotContact'),
        more: null,
      }
    case 'edited':
      return {
        icon: Pencil,
        what: i18n.t('timeline.edited'),
        more: fieldWords(facts.fields ?? facts.field ?? '') || null,
      }
    case 'enrolled':
      return { icon: Route, what: i18n.t('timeline.enrolled', { cadence }), more: null }
    case 'finished':
      return { icon: Route, what: i18n.t('timeline.finished', { cadence }), more: finishedMore(facts) }
    case 'paused':
      return {
        icon: Pause,
        what: i18n.t('timeline.paused', { cadence }),
        more: reasonWord(facts.reason ?? '') || null,
      }
    case 'joined':
      return {
        icon: UserCheck,
        what: i18n.t(facts.by === 'rep' ? 'timeline.joinedByYou' : 'timeline.joined'),
        more: facts.other || null,
      }
    case 'not_same':
      return { icon: UserX, what: i18n.t('timeline.notSame', { name: facts.other ?? '' }), more: null }
    case 'changed_job':
      return { icon: BriefcaseBusiness, what: i18n.t('timeline.changedJob'), more: jobWords(facts) }
    case 'resumed':
      return { icon: Play, what: i18n.t('timeline.resumed', { cadence }), more: null }
    default:
      return { icon: PLAIN_ICONS[kind], what: i18n.t(`timeline.${kind}`), more: null }
  }
}

/** Why it ended, and who of the company had answered, as long as that person is here. */
function finishedMore({ reason, name }: Record<string, string>): string | null {
  return [reasonWord(reason ?? ''), name].filter(Boolean).join(': ') || null
}

function touchWords(
  kind: 'touch_done' | 'touch_skipped' | 'touch_snoozed',
  facts: Record<string, string>,
  time: TimeWords,
): EntryWords {
  const step = stepOf(facts.step)
  switch (kind) {
    case 'touch_done':
      return {
        icon: step ? CHANNEL_ICONS[channelOf(step)] : Check,
        what: i18n.t('timeline.done', {
          step: stepWord(step),
          outcome: outcomeLabel({ id: facts.outcome ?? '', label: facts.label ?? null }),
        }),
        more: [facts.subject, toldWords(facts, time)].filter(Boolean).join(' · ') || null,
      }
    case 'touch_skipped':
      return {
        icon: SkipForward,
        what: i18n.t('timeline.skipped', { step: stepWord(step) }),
        more: reasonWord(facts.reason ?? '') || null,
      }
    case 'touch_snoozed':
      return {
        icon: Clock,
        what: i18n.t('timeline.snoozed', { step: stepWord(step) }),
        more: facts.until ? i18n.t('timeline.until', { when: time.when(facts.until) }) : null,
      }
  }
}

/** What was said beside the outcome: the last day of an absence, when to call back. */
function toldWords({ until, followUp }: Record<string, string>, time: TimeWords): string {
  if (until) return i18n.t('timeline.until', { when: time.date(until) })
  return followUp ? time.when(followUp) : ''
}

function capturedWord(page: string | undefined) {
  if (page === 'thread') return 'timeline.capturedThread' as const
  if (page === 'list') return 'timeline.capturedList' as const
  return page === 'file' ? ('timeline.capturedFile' as const) : ('timeline.capturedProfile' as const)
}

/** «Buyer at Fjordvolt → Head of Purchasing at Nordlys»: what stayed the same stands once, behind the arrow. */
function jobWords(facts: Record<string, string>): string | null {
  const work = (title: string | undefined, company: string | undefined): string =>
    title && company ? i18n.t('timeline.work', { title, company }) : (title ?? company ?? '')
  const [before, after] = [
    work(facts.titleBefore, facts.companyBefore),
    work(facts.title, facts.companyBefore || !facts.titleBefore ? facts.company : undefined),
  ]
  return [before, after].filter(Boolean).join(' → ') || null
}

/** Ids of fields, with commas between them, as words. */
function fieldWords(ids: string): string {
  return ids
    .split(/,\s*/)
    .map((id) => {
      const known = EDITABLE_FIELDS.find((field) => field === id)
      return known ? i18n.t(`now.field.${known}`) : id
    })
    .join(', ')
}

function verdictWord(facts: Record<string, string>): string {
  const verdict = facts.verdict ?? facts.kind ?? ''
  const known = VERDICTS.find((name) => name === verdict)
  return known ? i18n.t(`timeline.verdict.${known}`) : i18n.t('timeline.verdict.given')
}

function verdictMore(facts: Record<string, string>, time: TimeWords): string | null {
  const until = facts.until ? i18n.t('timeline.until', { when: time.date(facts.until) }) : ''
  return [reasonWord(facts.reason ?? ''), until].filter(Boolean).join(', ') || null
}

function stepOf(type: string | undefined): StepType | null {
  return STEP_TYPES.find((known) => known === type) ?? null
}

function stepWord(step: StepType | null): string {
  return step ? i18n.t(`ui.step.${step}`) : i18n.t('timeline.touch')
}

const VERDICTS = ['qualified', 'nurture', 'disqualified'] as const

const PLAIN_ICONS = {
  saved: UserPlus,
} as const satisfies Partial<Record<Activity['kind'], LucideIcon>>
