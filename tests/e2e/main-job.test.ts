import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mustFindPracticePerson } from '#tests/support/people.ts'
import { ADD_MENU } from '#lib/platform/menu.ts'
import { linkedinUrlOf } from '#lib/practice/person.ts'
import { startBaton, until, type Session } from '#tests/support/browser.ts'
import { addToCadence, button, choose, goTo, openTab, panelShows, undo } from '#tests/support/panel.ts'
import { records } from '#tests/support/records.ts'
import {
  ALWAYS_ON,
  changeSettings,
  pressCommand,
  pressContextMenu,
  wokenWorker,
} from '#tests/support/worker.ts'
import { word, words } from '#tests/support/words.ts'

/** One rep, one browser, one day: each test goes on where the one before it stopped. */
const robin = mustFindPracticePerson('robin-practice')
const kari = mustFindPracticePerson('kari-nordmann-practice')
const annegret = mustFindPracticePerson('annegret-musterfrau-practice')
const tilde = mustFindPracticePerson('tilde-practice')

let baton: Session
let panel: Page

beforeAll(async () => {
  baton = await startBaton()
  await baton.page.goto(linkedinUrlOf(robin))
  panel = await baton.panel(baton.page)
  await changeSettings(panel, ALWAYS_ON)
})
afterAll(async () => {
  await baton.end()
})

async function show(person: typeof robin): Promise<void> {
  await baton.page.goto(linkedinUrlOf(person))
  await goTo(panel, 'now')
  await panelShows(panel, person.name)
}

const running = async () => (await records(panel, 'enrollment')).filter(({ state }) => state === 'active')

describe('one click', () => {
  test('an open panel shows who it is, and nothing is saved by looking', async () => {
    await panelShows(panel, robin.name)
    for (const value of [robin.headline, robin.company, robin.location, robin.school]) {
      await panel
        .getByText(value ?? '', { exact: false })
        .first()
        .waitFor()
    }
    expect(await records(panel, 'contact')).toEqual([])
    expect(await records(panel, 'capture')).toEqual([])
    const [starter] = await records(panel, 'cadence')
    expect(starter?.name).toBe('Outbound starter')
  })

  test('a click adds the person and the company, and the schedule is shown', async () => {
    await addToCadence(panel)
    await button(panel, 'today.done').waitFor()
    const [contact] = await records(panel, 'contact')
    expect(contact).toMatchObject({
      doNotContact: false,
      status: expect.stringMatching(/new|working/),
      practice: false,
    })
    expect(contact?.name).toMatchObject({ value: robin.name, by: 'page' })
    expect((await records(panel, 'account')).map(({ name }) => name.value)).toEqual([robin.company])
    expect(await running()).toHaveLength(1)
    expect(await records(panel, 'capture')).toHaveLength(1)
    await panel.getByText('Outbound starter').first().waitFor()
  })

  test('Undo takes all of it back', async () => {
    await undo(panel)
    await button(panel, 'now.addToCadence').waitFor()
    await until('nobody saved', async () => (await records(panel, 'contact')).length === 0)
    expect(await records(panel, 'enrollment')).toEqual([])
    expect(await records(panel, 'capture')).toEqual([])
    expect(await records(panel, 'account')).toEqual([])
  })

  test('adding again works, and coming back shows the known contact, never a second one', async () => {
    await addToCadence(panel)
    await button(panel, 'today.done').waitFor()
    await show(kari)
    await show(robin)
    await button(panel, 'today.done').waitFor()
    expect(await button(panel, 'now.addToCadence').count()).toBe(0)
    await pressCommand(await wokenWorker(baton, panel), 'add-to-cadence', linkedinUrlOf(robin))
    await baton.page.goto(`${linkedinUrlOf(robin)}?miniProfileUrn=x`)
    await button(panel, 'today.done').waitFor()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await records(panel, 'contact')).toHaveLength(1)
    expect(await running()).toHaveLength(1)
  })

  test('the key adds the person on screen', async () => {
    await show(kari)
    await pressCommand(await wokenWorker(baton, panel), 'add-to-cadence', linkedinUrlOf(kari))
    await until('two people', async () => (await records(panel, 'contact')).length === 2)
    await button(panel, 'today.done').waitFor()
    expect(await running()).toHaveLength(2)
  })

  test('the page’s context menu adds the person on screen', async () => {
    await show(annegret)
    const worker = await wokenWorker(baton, panel)
    expect(await worker.evaluate((id) => chrome.contextMenus.update(id, {}).then(() => true), ADD_MENU)).toBe(
      true,
    )
    await pressContextMenu(worker, ADD_MENU, linkedinUrlOf(annegret))
    await until('three people', async () => (await records(panel, 'contact')).length === 3)
    expect(await running()).toHaveLength(3)
  })

  test('the panel shows the key that Chrome gave', async () => {
    await show(tilde)
    const given = await panel.evaluate(async () =>
      (await chrome.commands.getAll()).map(({ name, shortcut }) => [name, shortcut]),
    )
    expect(Object.fromEntries(given)).toMatchObject({
      'add-to-cadence': 'Alt+Shift+S',
      'open-panel': 'Alt+B',
    })
    await panel.getByText('Alt+Shift+S').first().waitFor()
  })
})

describe('today', () => {
  test('lists what is due and counts it in the tab', async () => {
    await goTo(panel, 'today')
    for (const person of [robin, kari, annegret])
      await panel
        .getByRole('link', { name: new RegExp(RegExp.escape(person.name)) })
        .first()
        .waitFor()
    const tab = panel.getByRole('link', { name: new RegExp(`^${word('frame.today')}`) })
    expect(await tab.innerText()).toContain('3')
  })

  test('done with d plans the next touch, and z takes it back', async () => {
    await panel.keyboard.press('d')
    await until('a touch is done', async () => (await records(panel, 'touch')).length === 1)
    await panel.keyboard.press('z')
    await until('the touch is taken back', async () => (await records(panel, 'touch')).length === 0)
    const tab = panel.getByRole('link', { name: new RegExp(`^${word('frame.today')}`) })
    await until('all three are due again', async () => (await tab.innerText()).includes('3'))
    // Three are due in between, too: the next step of the one that was done. A key on that row is refused.
    const oneDone = word('today.doneCount', { n: 1 })
    await until('the list follows', async () => !(await panel.textContent('main'))?.includes(oneDone))
    await panel.keyboard.press('d')
    const [touch] = await until('done again', async () =>
      (await records(panel, 'touch')).length === 1 ? records(panel, 'touch') : undefined,
    )
    expect(touch).toMatchObject({ state: 'done', channel: 'email' })
    const enrollment = (await records(panel, 'enrollment')).find(({ id }) => id === touch?.enrollmentId)
    expect(enrollment?.state).toBe('active')
    expect(enrollment?.dueStepId).not.toBe(touch?.stepId)
  })

  test('snooze moves a touch, skip leaves one out with a reason', async () => {
    await panel.keyboard.press('s')
    await panel.getByRole('option').first().click()
    const snoozed = await until('a snoozed touch', async () =>
      (await records(panel, 'touch')).find(({ state }) => state === 'snoozed'),
    )
    expect(Date.parse(snoozed.snoozedTo ?? '')).toBeGreaterThan(Date.now())
    await panel.keyboard.press('x')
    await panel.getByRole('menuitem').first().click()
    await until('a skipped touch', async () =>
      (await records(panel, 'touch')).find(({ state }) => state === 'skipped'),
    )
  })
})

describe('a known person', () => {
  test('notes are saved as typed, also when the panel is closed at once', async () => {
    await show(robin)
    const field = panel.getByRole('textbox', { name: word('timeline.note') })
    await field.fill('Ask for the portal.')
    await until('the note', async () =>
      (await records(panel, 'note')).find(({ body }) => body === 'Ask for the portal.'),
    )
    await field.fill('Ask for the portal. Best after 15:00.')
    await panel.close()
    panel = await baton.panel(baton.page)
    await panelShows(panel, robin.name)
    const note = await until('the whole note', async () =>
      (await records(panel, 'note')).find(({ body }) => body === 'Ask for the portal. Best after 15:00.'),
    )
    expect(note.url).toContain('/in/robin-practice')
    expect(await records(panel, 'note')).toHaveLength(1)
  })

  test('qualified ends the cadence, and Undo brings it back', async () => {
    await openTab(panel, 'now.tab.qualify')
    await button(panel, 'qualify.qualified').click()
    await until('qualified', async () => statusOf(robin.name, 'qualified'))
    await undo(panel)
    await until('as before', async () => !(await statusOf(robin.name, 'qualified')))
  })

  test('nurture has a date and a reason, disqualified a reason', async () => {
    await openTab(panel, 'now.tab.qualify')
    await button(panel, 'qualify.nurtureAsk').click()
    await panel.getByRole('dialog').getByRole('radio').first().click()
    await panel
      .getByRole('dialog')
      .getByRole('button', { name: word('qualify.nurture') })
      .click()
    await until('nurture', async () => statusOf(robin.name, 'nurture'))
    const contact = (await records(panel, 'contact')).find(({ name }) => name.value === robin.name)
    expect(contact?.nurtureUntil).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(contact?.statusReason).toBeTruthy()
    await show(kari)
    await openTab(panel, 'now.tab.qualify')
    await button(panel, 'qualify.disqualifyAsk').click()
    await panel.getByRole('dialog').getByRole('radio').first().click()
    await panel
      .getByRole('dialog')
      .getByRole('button', { name: word('qualify.disqualify') })
      .click()
    await until('disqualified', async () => statusOf(kari.name, 'disqualified'))
  })

  test('do not contact ends the cadence and refuses every later way in', async () => {
    await show(annegret)
    await openTab(panel, 'now.tab.details')
    await panel
      .getByRole('switch', { name: words('now.privacy.doNotContact') })
      .or(panel.getByRole('switch').first())
      .first()
      .click()
    await until('stopped', async () =>
      (await records(panel, 'contact')).find(({ doNotContact }) => doNotContact),
    )
    await until('no touch planned', async () => (await enrollmentOf(annegret.name))?.state === 'finished')
    await pressCommand(await wokenWorker(baton, panel), 'add-to-cadence', linkedinUrlOf(annegret))
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    expect((await enrollmentOf(annegret.name))?.state).toBe('finished')
    await goTo(panel, 'today')
    await until('no row of hers', async () => !(await panel.innerText('main')).includes(annegret.name))
  })
})

describe('people', () => {
  test('everybody saved is found by name, company, mail and address', async () => {
    await goTo(panel, 'people')
    const search = panel.getByRole('searchbox', { name: word('people.search') })
    for (const [query, name] of [
      ['robin', robin.name],
      ['fjordvolt', kari.name],
      ['kari-nordmann', kari.name],
    ] as const) {
      await search.fill(query)
      await panel
        .getByRole('link', { name: new RegExp(RegExp.escape(name)) })
        .first()
        .waitFor()
      await until(
        'only fitting rows',
        async () =>
          (await panel
            .getByRole('listitem')
            .filter({ has: panel.getByRole('link') })
            .count()) >= 1,
      )
    }
    await search.fill('nobody of that name')
    await until(
      'nobody',
      async () =>
        (await panel.getByRole('link', { name: new RegExp(RegExp.escape(robin.name)) }).count()) === 0,
    )
    await search.fill('')
  })

  test('delete can be undone, erase asks for the name and cannot', async () => {
    await openRowMenu(kari.name)
    await choose(panel, words('people.delete'))
    await until(
      'deleted',
      async () => !(await records(panel, 'contact')).some(({ name }) => name.value === kari.name),
    )
    await undo(panel)
    await until('back', async () =>
      (await records(panel, 'contact')).some(({ name }) => name.value === kari.name),
    )

    await openRowMenu(kari.name)
    await choose(panel, words('people.eraseAsk'))
    const dialog = panel.getByRole('dialog')
    const erase = dialog.getByRole('button', { name: word('people.erase') })
    expect(await erase.isDisabled()).toBe(true)
    await dialog.getByRole('textbox').fill(kari.name)
    await erase.click()
    await until(
      'erased',
      async () => !(await records(panel, 'contact')).some(({ name }) => name.value === kari.name),
    )
    const left = JSON.stringify(await panel.evaluate(() => chrome.storage.local.get()))
    expect(around(left, kari.name)).toEqual([])
    expect(around(left, kari.slug)).toEqual([])
  })
})

test('nothing went wrong in Baton’s own pages', () => {
  expect(baton.troubles).toEqual([])
})

async function statusOf(name: string, status: string): Promise<boolean> {
  return (await records(panel, 'contact')).some(
    (contact) => contact.name.value === name && contact.status === status,
  )
}

async function enrollmentOf(name: string) {
  const contact = (await records(panel, 'contact')).find((one) => one.name.value === name)
  return (await records(panel, 'enrollment')).find(({ contactId }) => contactId === contact?.id)
}

/**
 * The menu of a row comes with the pointer: a row it stood on already does not notice it, and a list that is drawn
 * anew takes it away again.
 */
async function openRowMenu(name: string): Promise<void> {
  const row = panel.getByRole('listitem').filter({ hasText: name })
  await until(`the menu of ${name}`, async () => {
    await panel.mouse.move(1, 1)
    await row.hover({ timeout: 1_000 })
    await row.getByRole('button', { name: words('people.menu', { name }) }).click({ timeout: 1_000 })
    return true
  })
}

/** Every place of `words` in the text, with what stands around it. */
function around(text: string, words: string): string[] {
  return [...text.matchAll(new RegExp(RegExp.escape(words), 'g'))].map(({ index }) =>
    text.slice(Math.max(0, index - 400), index + 200),
  )
}
