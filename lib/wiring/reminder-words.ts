import { i18n } from '#i18n'
import type { Reminder } from '#lib/domain/reminder-groups.ts'
import type { ReminderTouch } from '#lib/domain/reminders.ts'
import type { Waiting } from '#lib/domain/sla.ts'
import type { Shown } from '#lib/platform/notifications.ts'

/** The words of a notification: verb and name, what is due and when in their zone. Never a text, number or address. */
export function reminderWords(reminder: Reminder, snoozeMinutes: number): Shown {
  const snooze = i18n.t('reminder.snooze', [spanWords(snoozeMinutes)])
  if (reminder.kind !== 'single') return severalWords(reminder, snooze)
  const { touch } = reminder
  const due = i18n.t('reminder.due', [timeIn(touch)])
  return {
    id: reminder.id,
    opens: reminder.done === 'open',
    title: titleOf(touch),
    message: [touch.waiting === null ? due : waitingWords(touch.waiting), touch.company]
      .filter(Boolean)
      .join(' · '),
    context: i18n.t('reminder.step', [String(touch.index), String(touch.of), touch.cadenceName]),
    buttons: [i18n.t('reminder.done'), snooze],
  }
}

function severalWords(reminder: Exclude<Reminder, { kind: 'single' }>, snooze: string): Shown {
  const names = reminder.touches.flatMap(({ name }) => name ?? []).slice(0, 3)
  const shown = { id: reminder.id, opens: true, message: names.join(', '), context: '' }
  const open = i18n.t('reminder.openToday')
  if (reminder.kind === 'digest') {
    const { due, overdue, later } = reminder.counts
    const parts = [
      overdue > 0 ? i18n.t('reminder.digest.overdue', [String(overdue)]) : null,
      later > 0 ? i18n.t('reminder.digest.later', [String(later)]) : null,
      ...names,
    ]
    const message = parts.filter((part) => part !== null).join(' · ')
    return { ...shown, title: i18n.t('reminder.digest.title', due), message, buttons: [open] }
  }
  const title = i18n.t(`reminder.${reminder.kind}`, reminder.touches.length)
  return { ...shown, title, buttons: [open, snooze] }
}

/** «Waiting 12 min, 14 h by the clock». */
function waitingWords({ businessMinutes, wallMinutes }: Waiting): string {
  const worked = spanWords(businessMinutes)
  return wallMinutes > businessMinutes
    ? i18n.t('reminder.waitingClock', [worked, spanWords(wallMinutes)])
    : i18n.t('reminder.waiting', [worked])
}

/** «30 min», «1 h», «2 d». */
function spanWords(minutes: number): string {
  if (minutes < 60) return i18n.t('reminder.span.minutes', [String(minutes)])
  if (minutes < 48 * 60) return i18n.t('reminder.span.hours', [String(Math.floor(minutes / 60))])
  return i18n.t('reminder.span.days', [String(Math.floor(minutes / 1440))])
}

function titleOf({ channel, name }: ReminderTouch): string {
  if (name === null) return i18n.t(`reminder.nameless.${channel}`)
  return i18n.t(`reminder.title.${channel}`, [name])
}

/** «14:30», with the place named where it is not the machine's. */
function timeIn({ at, zone }: ReminderTouch): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short', timeZone: zone }).format(new Date(at))
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  return zone === own ? time : i18n.t('reminder.timeIn', [time, place])
}
