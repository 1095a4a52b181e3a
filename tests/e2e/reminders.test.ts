import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkedinUrlOf } from '#lib/practice/person.ts'
import { startBaton, until, type Session } from '#tests/support/browser.ts'
import { addToCadence, button, goTo, panelShows, undo } from '#tests/support/panel.ts'
import { mustFindPracticePerson } from '#tests/support/people.ts'
import { records, storedValues } from '#tests/support/records.ts'
import {
  ALWAYS_ON,
  badgeText,
  changeSettings,
  pressNotification,
  pressNotificationButton,
  standingNotifications,
  wokenWorker,
} from '#tests/support/worker.ts'
import { word } from '#tests/support/words.ts'

const robin = mustFindPracticePerson('robin-practice')
const kari = mustFindPracticePerson('kari-nordmann-practice')

/** Its touch becomes due while the other tests run. */
let closed: Awaited<ReturnType<typeof closeBeforeDue>>
beforeAll(async () => {
  closed = await closeBeforeDue()
})

describe('a due touch', () => {
  let baton: Session
  let panel: Page
  beforeAll(async () => {
    baton = await startBaton()
    await baton.page.goto(linkedinUrlOf(robin))
    panel = await baton.panel(baton.page)
    await panelShows(panel, robin.name)
    await changeSettings(panel, ALWAYS_ON)
  })
  afterAll(async () => {
    await baton.end()
  })

  test('is reminded once, and the badge counts it', async () => {
    await addToCadence(panel)
    await until('a notification', async () => (await standingNotifications(panel)).length === 1)
    await until('the badge', async () => (await badgeText(panel)) === '1')
    const [id] = await standingNotifications(panel)
    const [enrollment] = await records(panel, 'enrollment')
    expect(id).toContain(enrollment?.dueAt ?? 'no due instant')
  })

  test('is not reminded again after the notification was closed and the worker killed', async () => {
    const [id] = await standingNotifications(panel)
    await panel.evaluate((shown) => chrome.notifications.clear(shown), id ?? '')
    await baton.killWorker()
    await wokenWorker(baton, panel)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(await standingNotifications(panel)).toEqual([])
  })

  test('is shown after all when the worker was killed between claim and notification', async () => {
    const marks = await reminderMarks(panel)
    expect(Object.values(marks)).toEqual([expect.objectContaining({ state: 'shown' })])
    await baton.killWorker()
    await cutOffBeforeShown(panel, marks)
    await wokenWorker(baton, panel)
    const ids = await until('the notification', async () => {
      const standing = await standingNotifications(panel)
      return standing.length > 0 ? standing : undefined
    })
    expect(ids).toEqual(Object.values(marks).map(({ notification }) => notification))
  })

  test('a press on it shows the touch in the panel', async () => {
    const [id] = await standingNotifications(panel)
    await pressNotification(await wokenWorker(baton, panel), id ?? '')
    const [enrollment] = await records(panel, 'enrollment')
    await until('the touch', () => panel.url().endsWith(`/touch/${enrollment?.id ?? ''}`))
    await panel.getByText(word('touch.whatHappened')).waitFor()
    expect(await records(panel, 'touch')).toEqual([])
    await closeAndClaimAgain(baton, panel)
  })

  test('the button Snooze moves it by an hour and takes the notification away', async () => {
    const [id] = await standingNotifications(panel)
    await pressNotificationButton(await wokenWorker(baton, panel), id ?? '', 1)
    const touch = await until('a snoozed touch', async () =>
      (await records(panel, 'touch')).find(({ state }) => state === 'snoozed'),
    )
    const ahead = Date.parse(touch.snoozedTo ?? '') - Date.now()
    expect(ahead).toBeGreaterThan(50 * 60_000)
    expect(ahead).toBeLessThan(70 * 60_000)
    await until('no notification', async () => (await standingNotifications(panel)).length === 0)
    await until('no badge', async () => (await badgeText(panel)) === '')
    const alarm = await until('the alarm', () => panel.evaluate(() => chrome.alarms.get('worker next-due')))
    expect(Math.abs(alarm.scheduledTime - Date.parse(touch.snoozedTo ?? ''))).toBeLessThan(60_000)
  })

  test('the button Done records it as sent, once however often it is pressed, to be undone from the timeline', async () => {
    await baton.page.goto(linkedinUrlOf(kari))
    await goTo(panel, 'now')
    await panelShows(panel, kari.name)
    await addToCadence(panel)
    const [id] = await until('a notification', async () => {
      const standing = await standingNotifications(panel)
      return standing.length > 0 ? standing : undefined
    })
    const worker = await wokenWorker(baton, panel)
    await Promise.all([0, 1].map(() => pressNotificationButton(worker, id ?? '', 0)))
    await until('a done touch', async () =>
      (await records(panel, 'touch')).find(({ state }) => state === 'done'),
    )
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect((await records(panel, 'touch')).filter(({ state }) => state === 'done')).toHaveLength(1)
    await goTo(panel, 'now')
    await until(
      'the notification is gone',
      async () => !(await standingNotifications(panel)).includes(id ?? ''),
    )
    await undo(panel.getByRole('tabpanel'))
    await until(
      'taken back',
      async () => !(await records(panel, 'touch')).some(({ state }) => state === 'done'),
    )
  })
})

test('what became due while the browser was closed is reminded at the next start, once', async () => {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, closed.dueAt - Date.now()) + 200))
  const second = await startBaton({ profileDir: closed.profileDir })
  try {
    const page = await second.context.newPage()
    await page.goto(second.address('practice.html'))
    await until('the notification', async () => (await standingNotifications(page)).length === 1)
    await until('the badge', async () => (await badgeText(page)) === '1')
    await second.killWorker()
    await wokenWorker(second, page)
    expect(await standingNotifications(page)).toHaveLength(1)
  } finally {
    await second.end()
  }
})

/** A browser in which a touch is planned for very soon, and which is closed before that. */
async function closeBeforeDue(): Promise<{ profileDir: string; dueAt: number }> {
  const first = await startBaton()
  try {
    await first.page.goto(linkedinUrlOf(robin))
    const panel = await first.panel(first.page)
    await panelShows(panel, robin.name)
    await changeSettings(panel, fromFullMinute())
    await addToCadence(panel)
    await button(panel, 'today.done').waitFor()
    const [enrollment] = await records(panel, 'enrollment')
    const dueAt = Date.parse(enrollment?.dueAt ?? '')
    expect(dueAt).toBeGreaterThan(Date.now())
    expect(dueAt).toBeLessThan(Date.now() + 100_000)
    expect(await standingNotifications(panel)).toEqual([])
    return { profileDir: first.profileDir, dueAt }
  } finally {
    await first.end({ keep: true })
  }
}

/** As a worker leaves it that is killed between claim and notification: it has not noted that it looked, either. */
async function cutOffBeforeShown(
  panel: Page,
  marks: Awaited<ReturnType<typeof reminderMarks>>,
): Promise<void> {
  await panel.evaluate(
    async (claimed) => {
      await chrome.storage.local.set(claimed)
      await chrome.storage.session.remove('wake.look')
    },
    Object.fromEntries(Object.entries(marks).map(([key, mark]) => [key, { ...mark, state: 'claimed' }])),
  )
}

/** Lets the reminder come back under its id, as after a worker that was killed before it was shown. */
async function closeAndClaimAgain(baton: Session, panel: Page): Promise<void> {
  const marks = await reminderMarks(panel)
  await cutOffBeforeShown(panel, marks)
  await wokenWorker(baton, panel)
  await until('the notification', async () => (await standingNotifications(panel)).length > 0)
}

interface Mark {
  state: string
  notification: string
}

async function reminderMarks(page: Page): Promise<Record<string, Mark>> {
  const stored = Object.entries(await storedValues(page)).filter(([key]) => key.startsWith('reminder.'))
  // What `remind` wrote under these keys.
  return Object.fromEntries(stored) as Record<string, Mark>
}

/** Working hours that begin with a full minute at least 20 s ahead, so that a touch is due soon and not at once. */
function fromFullMinute(): typeof ALWAYS_ON {
  const next = new Date(Date.now() + 80_000)
  const from = `${String(next.getHours()).padStart(2, '0')}:${String(next.getMinutes()).padStart(2, '0')}`
  return {
    ...ALWAYS_ON,
    hours: Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [[from, '24:00']]])),
  }
}
