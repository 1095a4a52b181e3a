import { i18n } from '#i18n'
import type { Reminder, ReminderTouch } from '#lib/domain/reminders.ts'
import type { Shown } from '#lib/platform/notifications.ts'

/** The words of a notification: verb and name, what is due and when in their zone. Never a text, number or address. */
export function reminderWords(reminder: Reminder): Shown {
  if (reminder.kind === 'several') {
    const count = reminder.touches.length
    const names = reminder.touches.flatMap(({ name }) => name ?? [])
    return {
      id: reminder.id,
      opens: true,
      title: i18n.t('reminder.several', count),
      message: names.slice(0, 3).join(', '),
      context: '',
      buttons: [i18n.t('reminder.openToday')],
    }
  }
  const { touch } = reminder
  return {
    id: reminder.id,
    opens: reminder.done === 'open',
    title: titleOf(touch),
    message: [i18n.t('reminder.due', [timeIn(touch)]), touch.company].filter(Boolean).join(' · '),
    context: i18n.t('reminder.step', [String(touch.index), String(touch.of), touch.cadenceName]),
    buttons: [i18n.t('reminder.done'), i18n.t('reminder.snooze')],
  }
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
