import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkedinUrlOf, type PracticePerson } from '#lib/practice/person.ts'
import { startBaton, until, type Session } from '#tests/support/browser.ts'
import { addToCadence, button, goTo, panelShows } from '#tests/support/panel.ts'
import { mustFindPracticePerson } from '#tests/support/people.ts'
import { records } from '#tests/support/records.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'
import { ALWAYS_ON, changeSettings } from '#tests/support/worker.ts'
import { word } from '#tests/support/words.ts'

const robin = mustFindPracticePerson('robin-practice')
const kari = mustFindPracticePerson('kari-nordmann-practice')
const tilde = mustFindPracticePerson('tilde-practice')

let server: TestServer
let baton: Session
let panel: Page

beforeAll(async () => {
  ;[server, baton] = await Promise.all([startTestServer({ practice: false }), startBaton()])
  await baton.page.goto(linkedinUrlOf(robin))
  panel = await baton.panel(baton.page)
  await changeSettings(panel, ALWAYS_ON)
})
afterAll(async () => {
  await baton.end()
  await server.end()
})

async function add(person: PracticePerson): Promise<void> {
  await baton.page.goto(linkedinUrlOf(person))
  await goTo(panel, 'now')
  await panelShows(panel, person.name)
  await addToCadence(panel)
  await button(panel, 'today.done').waitFor()
}

const names = (rows: { f: Record<string, unknown>; deleted: boolean }[]) =>
  // Contacts carry their name as `{ value }`.
  rows
    .filter(({ deleted }) => !deleted)
    .map(({ f }) => (f.name as { value: string }).value)
    .toSorted()

describe('sync with the real server', () => {
  test('what was made before pairing arrives after it', async () => {
    await add(robin)
    await pair(baton, server)
    await until('Robin on the server', async () =>
      names(await server.records('contact')).includes(robin.name),
    )
    for (const table of ['enrollment', 'capture', 'account', 'activity']) {
      expect((await server.records(table)).length, table).toBeGreaterThan(0)
    }
    await syncSays(panel, word('frame.sync.ok'))
  })

  test('made offline, contact, enrolment, touch and note arrive when the server is back', async () => {
    await server.stop()
    await add(kari)
    await button(panel, 'today.done').click()
    await until('a touch', async () => (await records(panel, 'touch')).length === 1)
    await panel.getByRole('textbox', { name: word('timeline.note') }).fill('Written offline.')
    await until('a note', async () => (await records(panel, 'note')).length === 1)
    await syncSays(panel, word('frame.sync.offline').split('{')[0] ?? '')
    await server.restart()
    await panel.evaluate(() => chrome.runtime.sendMessage({ type: 'panel→worker sync-now' }))
    await until('Kari on the server', async () => names(await server.records('contact')).length === 2, 20_000)
    await until('the note', async () =>
      (await server.records('note')).some(({ f }) => f.body === 'Written offline.'),
    )
    expect((await server.records('touch')).length).toBe(1)
    expect((await server.records('enrollment')).length).toBe(2)
  })

  test('practice people go to no such server', async () => {
    const range = await baton.context.newPage()
    await range.goto(`${baton.address('practice.html')}#/in/${tilde.slug}`)
    await goTo(panel, 'now')
    await panelShows(panel, tilde.name)
    await addToCadence(panel)
    await button(panel, 'today.done').waitFor()
    await panel.evaluate(() => chrome.runtime.sendMessage({ type: 'panel→worker sync-now' }))
    expect(JSON.stringify(await server.query('select t, f from record'))).not.toContain(tilde.name)
    await range.close()
  })

  test('a second profile paired with the server sees the records, and its edits come back', async () => {
    const other = await startBaton()
    try {
      await other.page.goto(linkedinUrlOf(kari))
      const second = await other.panel(other.page)
      await pair(other, server)
      await until('both people', async () => (await records(second, 'contact')).length === 2, 20_000)
      await other.page.bringToFront()
      await panelShows(second, kari.name)
      await button(second, 'today.done').waitFor()
      const theirs = (await records(second, 'enrollment')).map(({ id }) => id).toSorted()
      const ours = (await records(panel, 'enrollment'))
        .filter(({ practice }) => !practice)
        .map(({ id }) => id)
        .toSorted()
      expect(theirs).toEqual(ours)
      await second.getByRole('textbox', { name: word('timeline.note') }).fill('From the other desk.')
      await until(
        'sent',
        async () => (await server.records('note')).some(({ f }) => f.body === 'From the other desk.'),
        20_000,
      )
      await panel.evaluate(() => chrome.runtime.sendMessage({ type: 'panel→worker sync-now' }))
      await until(
        'here too',
        async () => (await records(panel, 'note')).some(({ body }) => body === 'From the other desk.'),
        20_000,
      )
      expect(other.troubles).toEqual([])
    } finally {
      await other.end()
    }
  })
})

test('practice people go to the server that was started for practice', async () => {
  const own = await startTestServer({ practice: true })
  const session = await startBaton()
  try {
    const range = await session.context.newPage()
    await range.goto(`${session.address('practice.html')}#/in/${tilde.slug}`)
    const beside = await session.panel(range)
    await range.bringToFront()
    await panelShows(beside, tilde.name)
    await addToCadence(beside)
    await button(beside, 'today.done').waitFor()
    await pair(session, own)
    await until(
      'Tilde on the server',
      async () => names(await own.records('contact')).includes(tilde.name),
      20_000,
    )
    expect((await own.records('contact'))[0]?.f.practice).toBe(true)
  } finally {
    await session.end()
    await own.end()
  }
})

/** Pairs as the rep does: settings, address and code. */
async function pair(session: Session, to: TestServer): Promise<void> {
  const settings = await session.context.newPage()
  await settings.goto(`${session.address('app.html')}#/settings`)
  await settings.getByRole('textbox', { name: word('pairing.address') }).fill(to.url)
  await settings.getByRole('textbox', { name: word('pairing.code') }).fill(await to.pairingCode())
  await settings.getByRole('button', { name: word('pairing.pair'), exact: true }).click()
  await settings.getByRole('button', { name: word('settings.server.unpair') }).waitFor()
  await settings.close()
  await session.page.bringToFront()
}

/** The words of the sync dot. */
async function syncSays(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^Baton\\s*\\. ${RegExp.escape(words)}`) }).waitFor()
}
