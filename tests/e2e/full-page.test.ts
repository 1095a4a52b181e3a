import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { OUTBOUND_STARTER_ID } from '#lib/domain/cadence/shipped.ts'
import { DEFAULT_SETTINGS, settings as schema, type Settings } from '#lib/domain/settings.ts'
import { linkedinUrlOf } from '#lib/practice/person.ts'
import { startBaton, until, type Session } from '#tests/support/browser.ts'
import { findings, looked, picture } from '#tests/support/looks.ts'
import { addEach, button, personMenu, undo } from '#tests/support/panel.ts'
import { mustFindPracticePerson } from '#tests/support/people.ts'
import { records, storedValues } from '#tests/support/records.ts'
import { word } from '#tests/support/words.ts'

const robin = mustFindPracticePerson('robin-practice')
const annegret = mustFindPracticePerson('annegret-musterfrau-practice')

let baton: Session
let full: Page

beforeAll(async () => {
  baton = await startBaton()
  await baton.page.goto(linkedinUrlOf(robin))
  const panel = await baton.panel(baton.page)
  await addEach(baton.page, panel, [robin, annegret])
  full = await baton.context.newPage()
  await full.setViewportSize({ width: 1280, height: 800 })
})
afterAll(async () => {
  await baton.end()
})

describe('people', () => {
  test('are found by company, and the keyboard opens the one who was found', async () => {
    await open('#/people')
    await full.keyboard.press('/')
    await full.keyboard.type(robin.company?.slice(0, 5).toLowerCase() ?? '')
    await until('one row', async () => (await rows().count()) === 1)
    await full.keyboard.press('ArrowDown')
    await full.keyboard.press('Enter')
    await full.getByRole('heading', { name: robin.name }).first().waitFor()
    await open('#/people')
    await rows().nth(1).waitFor()
  })

  test('who is not found is said, with the way back to all', async () => {
    await open('#/people')
    await search().fill('qqqq')
    await button(full, 'people.showAll').click()
    await rows().nth(1).waitFor()
  })

  test('do not contact ends the cadence, and Undo brings it back', async () => {
    await open('#/people')
    await personMenu(full, annegret.name, 'people.stop')
    await until('the end', async () => (await contactNamed(annegret.name))?.doNotContact === true)
    await undo(full)
    await until('the way back', async () => (await contactNamed(annegret.name))?.doNotContact === false)
    const [contact, enrollments] = [await contactNamed(annegret.name), await records(full, 'enrollment')]
    expect(enrollments.find(({ contactId }) => contactId === contact?.id)?.state).toBe('active')
  })

  test('somebody deleted leaves the list at once and returns with Undo', async () => {
    await open('#/people')
    await personMenu(full, annegret.name, 'people.delete')
    await until('one row', async () => (await rows().count()) === 1)
    await undo(full)
    await until('two rows', async () => (await rows().count()) === 2)
  })

  test('erasing asks for the name, and nothing of the person is left', async () => {
    await open('#/people')
    await personMenu(full, annegret.name, 'people.eraseAsk')
    const erase = full.getByRole('button', { name: word('people.erase'), exact: true })
    const field = full.getByRole('dialog').getByRole('textbox')
    await field.fill(annegret.name.slice(0, -1))
    expect(await erase.isDisabled()).toBe(true)
    await field.fill(annegret.name.toUpperCase())
    await erase.click()
    await until('one row', async () => (await rows().count()) === 1)
    expect(await contactNamed(annegret.name)).toBeUndefined()
    for (const table of ['capture', 'enrollment', 'activity'] as const) {
      expect((await records(full, table)).length, table).toBe(ofRobin[table])
    }
  })
})

/** What one added person brings with them. */
const ofRobin = { capture: 1, enrollment: 1, activity: 2 }

describe('settings', () => {
  test('a long page scrolls inside its frame, which stays where it is', async () => {
    await open('#/settings')
    const frame = full.locator('.app-frame')
    expect(await frame.evaluate((it) => it.scrollHeight - it.clientHeight)).toBe(0)
  })

  test('hours are saved as typed, in the form of a time', async () => {
    await open('#/settings')
    const from = full.getByRole('textbox', { name: word('settings.hours.from', {}).replace('$1', 'Monday') })
    await from.fill('8.15')
    for (let n = 0; n < 4; n += 1) await full.keyboard.press('Tab') // out of the day
    await until('the hours', async () => (await saved()).hours['1']?.[0]?.[0] === '08:15')
    await until('the form of a time', async () => (await from.inputValue()) === '08:15')
  })

  test('what cannot be saved stays as typed, with a sentence, and the saved hours stay too', async () => {
    await open('#/settings')
    const last = full.getByRole('textbox', {
      name: word('settings.hours.until', {}).replace('$1', 'Tuesday'),
    })
    await last.fill('noon')
    await full.getByRole('heading', { name: word('settings.look.title') }).click()
    await full.getByText('«noon»').waitFor()
    expect(await last.inputValue()).toBe('noon')
    expect((await saved()).hours['2']).toEqual(DEFAULT_SETTINGS.hours['2'])
  })

  test('what texts may say of the rep is kept; a link that is none is said and not kept', async () => {
    await open('#/settings')
    const field = (name: 'title' | 'meetingLink') =>
      full.getByRole('textbox', { name: word(`settings.rep.${name}`), exact: true })
    await field('title').fill('Sales development')
    await field('meetingLink').fill('example.com/marta')
    await field('title').focus()
    await full.getByText(word('settings.rep.wrongLink')).waitFor()
    await until('the title', async () => (await saved()).rep.title === 'Sales development')
    expect((await saved()).rep.meetingLink).toBeUndefined()
    await looked(full, 'app-settings-rep')
    await full.setViewportSize({ width: 1280, height: 800 })
    await picture(full, 'app-settings-rep-wide')
    await field('meetingLink').fill('https://example.com/marta')
    await until('the link', async () => (await saved()).rep.meetingLink === 'https://example.com/marta')
  })

  test('calls get a window of their own with other times on Fridays, and give it back', async () => {
    await open('#/settings')
    const calls = full.locator('.set-windows').getByRole('group', {
      name: word('settings.outcomes.channel.call'),
    })
    const only = calls.getByRole('checkbox', { name: word('settings.windows.only.call') })
    await only.check()
    await calls.getByRole('checkbox', { name: word('cadence.rules.byWeekday') }).check()
    await calls
      .getByRole('textbox', { name: word('settings.hours.until', {}).replace('$1', 'Friday') })
      .fill('12')
    await full.getByRole('heading', { name: word('settings.look.title') }).click()
    await until('Friday', async () => (await saved()).windows.call?.hours?.['5']?.[0]?.[1] === '12:00')
    expect((await saved()).windows.call).toMatchObject({
      from: '09:00',
      to: '17:00',
      weekdays: [1, 2, 3, 4, 5],
    })
    await calls.scrollIntoViewIfNeeded()
    await looked(full, 'app-settings-windows')
    await full.setViewportSize({ width: 1280, height: 800 })
    await picture(full, 'app-settings-windows-wide')
    await only.uncheck()
    await until('none', async () => Object.keys((await saved()).windows).length === 0)
  })

  test('a name typed a moment before the page goes is saved', async () => {
    await open('#/settings')
    await full.getByRole('textbox', { name: word('settings.you.name') }).fill('Marta Figueiredo')
    await full.goto('about:blank')
    await full.goto(baton.address('app.html#/settings'))
    const name = full.getByRole('textbox', { name: word('settings.you.name') })
    await until('the name', async () => (await name.inputValue()) === 'Marta Figueiredo')
  })

  test('nothing in them is wider than a narrow window', async () => {
    await open('#/settings')
    await full.setViewportSize({ width: 360, height: 760 })
    await full
      .getByRole('button', { name: word('settings.you.mailto'), exact: true })
      .scrollIntoViewIfNeeded()
    const wider = await full.evaluate(() =>
      [...document.querySelectorAll('main, main *')].flatMap((one) => {
        const scrolls = /auto|scroll/.test(getComputedStyle(one).overflowX)
        return scrolls && one.scrollWidth > one.clientWidth ? [one.className] : []
      }),
    )
    expect(wider).toEqual([])
    await full.setViewportSize({ width: 1280, height: 800 })
  })

  test('the appearance follows at once, and the keys are those Chrome gave', async () => {
    await open('#/settings')
    await full.getByRole('button', { name: word('settings.look.dark'), exact: true }).click()
    await until('dark', () => full.evaluate(() => document.documentElement.dataset['theme'] === 'dark'))
    await full.getByRole('button', { name: word('settings.look.system'), exact: true }).click()
    const given = await full.evaluate(() => chrome.commands.getAll())
    for (const { name, shortcut } of given) {
      if (name !== 'add-to-cadence' && name !== 'open-panel') continue
      const row = full.locator('.set-row', { hasText: word(COMMANDS[name]) })
      await row.getByText(shortcut || word('settings.look.noKey'), { exact: true }).waitFor()
    }
  })
})

const COMMANDS = {
  'add-to-cadence': 'settings.look.commandAdd',
  'open-panel': 'settings.look.commandPanel',
} as const

describe('the cadence editor', () => {
  test('keeps what was typed when the page is closed, and saves only with Save', async () => {
    await open(`#/cadences/${OUTBOUND_STARTER_ID}`)
    await step(1).click()
    await subject().fill('A new subject')
    await full.goto('about:blank')
    await open(`#/cadences/${OUTBOUND_STARTER_ID}`)
    await step(1).click()
    expect(await subject().inputValue()).toBe('A new subject')
    expect(await starterSubject()).not.toBe('A new subject')
    await save().click()
    await until('the subject', async () => (await starterSubject()) === 'A new subject')
  })

  test('Undo after Save brings the earlier text back', async () => {
    await undo(full)
    await until('the earlier subject', async () => (await starterSubject()) !== 'A new subject')
    await until('it in the form', async () => (await subject().inputValue()) !== 'A new subject')
  })

  test('a wrong delay is said, and cannot be saved', async () => {
    const wait = full.getByLabel(word('cadence.wait')).first()
    await wait.fill('')
    await save().click()
    await full.getByText(word('cadence.wrongDelay')).waitFor()
    await wait.fill('1')
    await save().click()
    await until('the delay', async () => (await starter())?.steps[0]?.delay.value === 1)
  })

  test('a new cadence is made with the keyboard alone', async () => {
    await open('#/cadences/new')
    await full.getByRole('textbox', { name: word('cadence.name') }).focus()
    await full.keyboard.type('Two steps')
    for (let n = 0; n < 2; n += 1) {
      await button(full, 'cadence.add').focus()
      await full.keyboard.press('Enter')
    }
    await full.keyboard.press('Control+s')
    const made = await until('the cadence', async () =>
      (await records(full, 'cadence')).find(({ name }) => name === 'Two steps'),
    )
    expect(made.steps.map(({ type }) => type)).toEqual(['email', 'email_reply'])
  })
})

describe('axe finds nothing', () => {
  const OPENED: [name: string, hash: string, act: () => Promise<void>][] = [
    ['on a person', '#/people', () => rows().first().getByRole('link').click()],
    ['on an open step', `#/cadences/${OUTBOUND_STARTER_ID}`, () => step(2).click()],
    ['on the question before an erasure', '#/people', () => personMenu(full, robin.name, 'people.eraseAsk')],
    ['on a search without a find', '#/people', () => search().fill('qqqq')],
  ]
  test.each(OPENED)('%s', async (_, hash, act) => {
    await open(hash)
    await act()
    await full.waitForTimeout(400) // what fades in has its colours
    expect(await findings(full)).toEqual([])
  })
})

describe('welcome', () => {
  test('leads in three steps to the practice range, by keyboard', async () => {
    await full.goto(baton.address('welcome.html'))
    await button(full, 'welcome.reads.next').press('Enter')
    await button(full, 'welcome.you.next').press('Enter')
    const opened = baton.context.waitForEvent('page')
    await button(full, 'welcome.try.go').press('Enter')
    expect((await opened).url()).toContain('practice.html')
    await until('welcomed', async () => (await saved()).welcomedAt !== null)
  })
})

test('nothing went wrong in Baton’s own pages', () => {
  expect(baton.troubles).toEqual([])
})

async function open(hash: string): Promise<void> {
  await full.goto('about:blank')
  await full.goto(baton.address(`app.html${hash}`))
  await full.getByRole('heading').first().waitFor()
}

const search = () => full.getByRole('searchbox')
const rows = () => full.locator('tbody tr')
const step = (place: number) => full.locator('.cad-step h3 > button').nth(place - 1)
const subject = () => full.getByRole('textbox', { name: word('cadence.subject') }).first()
const save = () => button(full, 'cadence.save')

async function contactNamed(name: string) {
  return (await records(full, 'contact')).find((contact) => contact.name.value === name)
}

async function starter() {
  return (await records(full, 'cadence')).find(({ id }) => id === OUTBOUND_STARTER_ID)
}

async function starterSubject(): Promise<string | undefined> {
  return (await starter())?.steps[0]?.subject
}

async function saved(): Promise<Settings> {
  const { settings } = await storedValues(full)
  return schema.parse({ ...DEFAULT_SETTINGS, ...(settings as object | undefined) })
}
