import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Download, Page } from 'playwright-core'
import type { Backup } from '#lib/domain/backup.ts'
import { linkedinUrlOf } from '#lib/practice/person.ts'
import { startBaton, until, type Session } from '#tests/support/browser.ts'
import { findings } from '#tests/support/looks.ts'
import { addToCadence, button, choose, panelShows, personMenu } from '#tests/support/panel.ts'
import { mustFindPracticePerson } from '#tests/support/people.ts'
import { records } from '#tests/support/records.ts'
import { word, words } from '#tests/support/words.ts'

const robin = mustFindPracticePerson('robin-practice')

let baton: Session
let full: Page

beforeAll(async () => {
  baton = await startBaton()
  await baton.page.goto(linkedinUrlOf(robin))
  const panel = await baton.panel(baton.page)
  await panelShows(panel, robin.name)
  await addToCadence(panel)
  await until('the contact', async () => (await records(panel, 'contact')).length === 1)
  full = await baton.context.newPage()
  await full.setViewportSize({ width: 1280, height: 800 })
})
afterAll(() => baton.end())

const open = async (hash: string): Promise<void> => {
  await full.goto('about:blank')
  await full.goto(baton.address(`app.html${hash}`))
}
const chooseFile = (name: string, text: string | Buffer): Promise<void> =>
  full.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: typeof text === 'string' ? Buffer.from(text) : text,
  })
const downloaded = async (press: () => Promise<void>): Promise<{ name: string; text: string }> => {
  const [file] = await Promise.all([full.waitForEvent('download'), press()])
  return { name: file.suggestedFilename(), text: await textOf(file) }
}
/** What the page has handed to the browser; the browser's own copy may lie where another connection put it. */
const textOf = (file: Download): Promise<string> =>
  full.evaluate(async (url) => (await fetch(url)).text(), file.url())
const names = async (): Promise<string[]> =>
  (await records(full, 'contact')).map(({ name }) => name.value).sort()
const chip = (key: string) => full.getByRole('button', { name: words(`files.filter.${key}`) })
const pressed = (key: string) => button(full.locator('.imp-foot'), key)
const importButton = () => full.getByRole('button', { name: words('files.import') })

const FAIR = [
  'Vorname;Nachname;Firma;Position;E-Mail;Tel.;Land;Standbesuch',
  'Małgorzata;Wiśniewska;Odlewnia Zagórze;Dyrektor zakupów;m.wisniewska@odlewnia.test;0048 42 639 54 00;PL;2026-10-28',
  'Siân;Llewellyn;Cwm Coed Timber;Purchasing;sian@cwmcoed.test;;GB;=1+1',
  '<img src=x onerror=alert(1)>;Ölund;"Brunn, Söner & ""Co"" AB";Inköp;olund@brunn.test;;SE;',
  ';;Kuźnia;;;;PL;',
  'Małgorzata;W.;;;M.WISNIEWSKA@odlewnia.test;;;',
  'Ximena;Ibarra;Vidrios;;ximena@@vidrios.test;;MX;',
].join('\r\n')

describe('a table of people', () => {
  test('columns are guessed and shown, each row says what becomes of it, nothing is saved yet', async () => {
    await open('#/import')
    await chooseFile('fair.csv', FAIR)
    await full.getByText('semicolons').waitFor()
    const goes = (name: string) => full.getByRole('combobox', { name: word('files.column.goes', { name }) })
    expect(await goes('Vorname').inputValue()).toBe('firstName')
    expect(await goes('Tel.').inputValue()).toBe('phone')
    expect(await goes('Standbesuch').inputValue()).toBe('skip')
    await goes('Standbesuch').selectOption('note')
    await full.getByRole('button', { name: word('files.filter.new', { n: 4 }) }).waitFor()
    await chip('refused').click()
    await full.getByText(word('files.refused.no_name')).waitFor()
    await chip('twice').click()
    await full.getByText(word('files.what.twice', { row: 2 })).waitFor()
    await chip('look').click()
    await full.getByText(word('files.remark.mail_not_valid', { about: 'ximena@@vidrios.test' })).waitFor()
    await chip('new').click()
    await full.getByText('<img src=x onerror=alert(1)> Ölund').waitFor()
    expect(await names()).toEqual([robin.name])
    expect(await findings(full)).toEqual([])
  })

  test('the import saves them whole, and what was left out comes as a file with its reason', async () => {
    await importButton().click()
    await full.getByText(words('files.saved')).waitFor()
    expect(await names()).toEqual(
      [
        robin.name,
        'Małgorzata Wiśniewska',
        'Siân Llewellyn',
        'Ximena Ibarra',
        '<img src=x onerror=alert(1)> Ölund',
      ].sort(),
    )
    expect((await records(full, 'note')).map(({ body }) => body).sort()).toEqual(['2026-10-28', '=1+1'])
    const left = await downloaded(() => full.getByRole('button', { name: words('files.saveLeft') }).click())
    expect(left.name).toMatch(/^fair-left-out-\d{4}-\d\d-\d\d\.csv$/)
    const lines = left.text.slice(1).trimEnd().split('\r\n')
    expect(lines.length).toBe(3)
    expect(lines[1]).toMatch(/^5,There is no name/)
    expect(lines[2]).toMatch(/^6,"?Same as row 2/)
  })

  test('one Undo takes all of them back', async () => {
    await pressed('files.undoAll').click()
    await full.getByText(words('files.undone')).waitFor()
    expect(await names()).toEqual([robin.name])
    expect((await records(full, 'note')).length).toBe(0)
  })

  test('Stop keeps what is done', async () => {
    await open('#/import')
    const lines = Array.from(
      { length: 2_000 },
      (_, n) => `Person ${n},Works ${n % 20},p${n}@works${n % 20}.test`,
    )
    await chooseFile('many.csv', ['Name,Company,Email', ...lines].join('\n'))
    await full
      .getByRole('button', { name: word('files.filter.new', { n: (2_000).toLocaleString('en-US') }) })
      .waitFor()
    await importButton().click()
    await full.getByText(words('files.importing')).waitFor()
    await until('some people', async () => (await records(full, 'contact')).length > 40)
    await pressed('files.stop').click()
    await full
      .getByText(/^Stopped/)
      .first()
      .waitFor()
    const kept = (await records(full, 'contact')).length - 1
    expect(kept).toBeLessThan(2_000)
    const said = await full.locator('.imp-progress').innerText()
    expect(said).toContain(`${kept.toLocaleString('en-US')} saved`)
    expect((await records(full, 'account')).length).toBeGreaterThanOrEqual(20)
    await pressed('files.undoAll').click()
    await full.getByText(words('files.undone')).waitFor({ timeout: 60_000 })
    expect(await names()).toEqual([robin.name])
  })

  test('who is only like somebody known is decided by the rep', async () => {
    const kari = async () =>
      (await records(full, 'contact')).filter(({ name }) => name.value === 'Kari Nordmann')
    for (const [round, mail] of ['kari@fjordvolt.test', 'k.nordmann@fjordvolt.test'].entries()) {
      await open('#/import')
      await chooseFile('one.csv', `Name,Company,Email\nKari Nordmann,Fjordvolt,${mail}\n`)
      if (round === 0) await full.getByRole('button', { name: word('files.filter.new', { n: 1 }) }).waitFor()
      else {
        await full.getByRole('button', { name: word('files.filter.look', { n: 1 }) }).waitFor()
        expect(await importButton().isDisabled()).toBe(true)
        const who = full.getByRole('combobox', { name: word('files.who', { name: 'Kari Nordmann', row: 2 }) })
        await who.selectOption({ index: 1 })
      }
      await importButton().click()
      await full.getByText(words('files.saved')).waitFor()
    }
    expect((await kari()).map(({ emails }) => emails.map(({ value }) => value))).toEqual([
      ['kari@fjordvolt.test', 'k.nordmann@fjordvolt.test'],
    ])
    const [contact] = await kari()
    await open('#/people')
    await personMenu(full, contact?.name.value ?? '', 'people.delete')
    await until('one person', async () => (await names()).length === 1)
  })

  test.each([
    ['book.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'files.problem.workbook'],
    ['open.csv', Buffer.from('a,b\n1,"2\n3,4\n'), 'files.problem.quote_open'],
    ['empty.csv', Buffer.from(''), 'files.problem.empty'],
    ['picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'files.problem.not_text'],
    ['cut.json', Buffer.from('{"app":"baton","kind":"backup",\n"records'), 'files.backupProblem.cut_off'],
    ['other.json', Buffer.from('{"a":1}'), 'files.backupProblem.not_baton'],
  ])('%s is refused with a sentence', async (name, bytes, key) => {
    await open('#/import')
    await chooseFile(name, bytes)
    await full.getByRole('alert').getByText(words(key)).waitFor()
    expect(await names()).toEqual([robin.name])
  })
})

describe('what goes out', () => {
  test('the people as CSV, also only those found', async () => {
    await open('#/people')
    const all = await downloaded(async () => {
      await button(full, 'files.export').click()
      await choose(full, word('files.exportPeople'))
    })
    expect(all.name).toMatch(/^baton-people-\d{4}-\d\d-\d\d\.csv$/)
    expect(all.text).toContain(robin.name)
    await full.getByRole('searchbox').fill('qqqq')
    const none = await downloaded(async () => {
      await button(full, 'files.export').click()
      await choose(full, word('files.exportFound'))
    })
    expect(none.text).not.toContain(robin.name)
  })

  test('the table by status, cadence and next touch, and only those as CSV', async () => {
    await open('#/people')
    const rows = full.locator('.people-table tbody tr')
    const by = (key: string) => full.getByRole('combobox', { name: word(key), exact: true })
    await by('people.column.status').selectOption('qualified')
    await full.getByText(word('people.noneSo')).waitFor()
    const none = await downloaded(async () => {
      await button(full, 'files.export').click()
      await choose(full, word('files.exportFound'))
    })
    expect(none.text).not.toContain(robin.name)
    await button(full, 'people.showAll').click()
    await full.getByRole('button', { name: word('people.column.next') }).click()
    await full.getByRole('columnheader', { name: word('people.column.next') }).waitFor()
    expect(await full.locator('th[aria-sort=ascending]').count()).toBe(1)
    await by('people.column.cadence').selectOption({ index: 1 })
    await until('robin alone', async () => (await rows.count()) === 1)
    await full.locator('[aria-busy=false] .people-table').waitFor() // Dimmed until then.
    expect(await findings(full)).toEqual([])
  })

  test('all that is stored about one person', async () => {
    await open('#/people')
    const file = await downloaded(() => personMenu(full, robin.name, 'files.exportPerson'))
    const content = JSON.parse(file.text) as { contact: { name: { value: string } }; captures: unknown[] }
    expect(content.contact.name.value).toBe(robin.name)
    expect(content.captures.length).toBe(1)
  })

  test('everything comes back as it was, after the browser has lost it', async () => {
    const saved = await exportAll()
    expect(saved.name).toMatch(/^baton-\d{4}-\d\d-\d\d\.json$/)
    await loseEverything()
    await open('#/people')
    await full.getByText(word('people.nobody')).waitFor()
    await open('#/import')
    await chooseFile(saved.name, saved.text)
    await full.getByText(word('files.restore.nothingYet')).waitFor()
    expect(await findings(full)).toEqual([])
    await pressed('files.restore.do').click()
    await full.getByText(word('files.restore.ended')).waitFor()
    const again = await exportAll()
    const [before, after] = [contentOf(saved.text), contentOf(again.text)]
    expect(after).toEqual(before)
    expect(before.contact?.length).toBe(1)
    expect(before.enrollment?.length).toBe(1)
  })
})

test('nothing went wrong on the way', () => {
  expect(baton.troubles).toEqual([])
})

const exportAll = async (): Promise<{ name: string; text: string }> => {
  await open('#/people')
  return downloaded(async () => {
    await button(full, 'files.export').click()
    await choose(full, word('files.exportAll'))
  })
}

/** Records without the clocks of the device, and the settings. */
function contentOf(text: string): Record<string, unknown[]> {
  const { records: tables, settings } = JSON.parse(text) as Backup // as Baton wrote it
  const lists = Object.entries(tables).map(([t, list]) => [t, list.map(({ id, f }) => ({ id, f }))] as const)
  return { ...Object.fromEntries(lists), settings: [settings] }
}

/** A new browser profile, as far as Baton's own data goes. */
async function loseEverything(): Promise<void> {
  await full.goto(baton.address('welcome.html'))
  await full.evaluate(() => chrome.storage.local.clear())
  expect(baton.troubles).toEqual([])
  await baton.end()
  baton = await startBaton()
  full = await baton.context.newPage()
  await full.setViewportSize({ width: 1280, height: 800 })
}
