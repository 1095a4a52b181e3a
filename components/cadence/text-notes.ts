import type { Step } from '#lib/domain/cadence/step.ts'
import { i18n } from '#components/ui/i18n.ts'
import { noteLength, type DraftProblem } from './draft.ts'

/** What stands below the fields of a text: what is wrong with it, else what is good to know. */

interface FieldNote {
  help?: string
  error?: string
}

export function subjectNote(
  { type }: Pick<Step, 'type'>,
  problems: readonly DraftProblem[],
  repliesToNothing: boolean,
): FieldNote {
  const wrong = textProblem(problems, 'subject')
  if (wrong !== null) return { error: wrong }
  if (type !== 'email_reply') return {}
  return { help: i18n.t(repliesToNothing ? 'cadence.replyAlone' : 'cadence.replySubject') }
}

/** The length of an invitation as LinkedIn counts it; for all other texts only what is wrong with them. */
export function bodyNote(
  { type, body }: Pick<Step, 'type' | 'body'>,
  problems: readonly DraftProblem[],
): FieldNote {
  const wrong = textProblem(problems, 'body')
  if (wrong !== null) return { error: wrong }
  if (type !== 'linkedin_connect') return {}
  const { length, hasFields, fits } = noteLength(body)
  if (length === 0) return { help: i18n.t('cadence.note.none') }
  const count = String(length)
  if (fits === 'none') return { error: i18n.t('cadence.note.tooLong', { count }) }
  const words = i18n.t(fits === 'free' ? 'cadence.note.fits' : 'cadence.note.premium', { count })
  return { help: hasFields ? `${words} ${i18n.t('cadence.note.fields')}` : words }
}

function textProblem(problems: readonly DraftProblem[], part: 'subject' | 'body'): string | null {
  const problem = problems.find((one) => one.at === part)
  if (problem === undefined || !('template' in problem)) return null
  if (problem.template === null) return i18n.t('cadence.wrongLength')
  const { line, column, reason } = problem.template
  return i18n.t('cadence.wrongTemplate', { line: String(line), column: String(column), reason })
}
