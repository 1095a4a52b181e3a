import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outcomeOf, type Outcome, type OutcomeId } from '#lib/domain/outcomes.ts'
import { startBaton, until, type Session } from '#tests/support/browser.ts'
import { looked } from '#tests/support/looks.ts'
import { button, goTo, openRoute, undo } from '#tests/support/panel.ts'
import { records } from '#tests/support/records.ts'
import { ALWAYS_ON, changeSettings } from '#tests/support/worker.ts'
import { word } from '#tests/support/words.ts'

/** One rep goes through a day: a mail in Gmail, an invitation on LinkedIn, one touch after another. */
const NAME = 'Nora Brevik'
const COMPOSE = 'https://mail.google.com/mail/'
const OUTLOOK = 'https://outlook.office.com/mail/deeplink/compose'
const PROFILE = 'https://www.linkedin.com/in/nora-brevik/'
/** Seconds of earlier touches. */
const PACE = [20, 35, 42, 60, 600]
const box = (label: string, height: number) =>
  `<div contenteditable="true" role="textbox" aria-multiline="true" aria-label="${label}" style="height:${String(height)}px;width:400px"></div>`
const page = (inside: string) =>
  `<!doctype html><html><head><title>x</title></head><body>${inside}</body></html>`

let baton: Session
let panel: Page
let mail: Page

beforeAll(async () => {
  baton = await startBaton({
    pages: {
      [COMPOSE]: page(`${box('To', 24)}<input aria-label="Subject">${box('Message Body', 300)}`),
      [OUTLOOK]: page(
        `${box('To', 32)}${box('Cc', 32)}<input aria-label="Add a subject" value="Kept"><div contenteditable="true" role="textbox" aria-multiline="true" aria-label="Message body" style="height:300px;width:400px"><div><br></div><div><br></div><div id="Signature"><p>Kind regards</p><table><tr><td>Practice Rep</td><td><b>Sales</b></td></tr></table></div></div>`,
      ),
      [PROFILE]: page(`<h1>Somebody</h1>${box('Message', 200)}`),
    },
  })
  await baton.page.goto('https://www.linkedin.com/feed/')
  panel = await baton.panel(baton.page)
  await changeSettings(panel, { ...ALWAYS_ON, name: 'Practice Rep' })
  await panel.evaluate((seconds) => {
    const times = seconds.map((one) => ({ channel: 'email', seconds: one }))
    return chrome.storage.local.set({ 'pace.times': times })
  }, PACE)
  await openRoute(panel, '/by-hand')
  for (const [field, value] of [
    ['name', NAME],
    ['company', 'Brevik Marine'],
    ['email', 'nora@brevik.example'],
    ['linkedin', PROFILE],
  ] as const)
    await panel.getByRole('textbox', { name: word(`now.hand.${field}`) }).fill(value)
  await panel
    .getByRole('button', { name: /^Add to/ })
    .first()
    .click()
  await until('added', async () => (await records(panel, 'enrollment')).length === 1)
})
afterAll(async () => {
  await baton.end()
})

describe('a mail', () => {
  test('opens from Today with recipient, subject and text in its address', async () => {
    await goTo(panel, 'today')
    await panel.getByText(word('today.pace', { n: 42, of: 5 })).waitFor()
    mail = await openFirst()
    await mail.waitForURL(`${COMPOSE}**`)
    const { origin, pathname, searchParams } = new URL(mail.url())
    expect(origin + pathname).toBe(COMPOSE)
    expect(searchParams.get('to')).toBe('nora@brevik.example')
    expect(searchParams.get('su')).toContain('Brevik Marine')
    expect(searchParams.get('body')).toContain('Nora')
    await panel.getByRole('heading', { name: NAME }).waitFor()
  })

  test('takes the text at its cursor on the rep’s key, and its own undo takes it back', async () => {
    const body = mail.getByRole('textbox', { name: 'Message Body' })
    await body.click()
    await mail.keyboard.type('Before. After.')
    for (let moves = 0; moves < 6; moves++) await mail.keyboard.press('ArrowLeft')
    await panel.keyboard.press('i')
    await panel.getByText(word('touch.inserted')).first().waitFor()
    const written = await body.innerText()
    expect(written).toMatch(/^Before\. Hi Nora,[\s\S]+Practice Rep\s*After\.$/)
    expect(written.split('\n').length).toBeGreaterThan(4)
    expect(await mail.getByRole('textbox', { name: 'To' }).innerText()).toBe('')

    await panel.keyboard.press('i')
    await panel.getByText(word('touch.already')).first().waitFor()
    expect(await body.innerText()).toBe(written)

    await mail.keyboard.press('Control+z')
    expect((await body.innerText()).trim()).toBe('Before. After.')
  })

  test('takes it in its body when the cursor stands in the recipients, and by Chrome’s own key', async () => {
    const body = mail.getByRole('textbox', { name: 'Message Body' })
    await mail.getByRole('textbox', { name: 'To' }).click()
    await pressInsertKey(COMPOSE)
    await until('the text', async () => (await body.innerText()).includes('Hi Nora,'))
    expect(await mail.getByRole('textbox', { name: 'To' }).innerText()).toBe('')
  })

  test('in Outlook too: above the signature, at the cursor, on the rep’s key; nothing else changes', async () => {
    await changeSettings(panel, { mailApp: 'outlook' })
    const outlook = await openFirst()
    await outlook.waitForURL(`${OUTLOOK}**`)
    const { searchParams } = new URL(outlook.url())
    expect(searchParams.get('to')).toBe('nora@brevik.example')
    expect(searchParams.get('subject')).toContain('Brevik Marine')
    expect(searchParams.get('body')).toContain('Nora')
    await panel.getByRole('heading', { name: NAME }).waitFor()

    const body = outlook.getByRole('textbox', { name: 'Message body' })
    const first = body.locator('div').first()
    await first.click()
    const before = await outlook.content()
    await outlook.waitForTimeout(500)
    expect(await outlook.content()).toBe(before)
    await outlook.keyboard.type('Before. After.')
    const typed = await body.innerHTML()
    for (let moves = 0; moves < 6; moves++) await outlook.keyboard.press('ArrowLeft')
    await panel.keyboard.press('i')
    // The words of the insertion before may still stand: the message itself tells.
    await until('the text in the message', async () => (await body.innerText()).includes('Hi Nora'))
    expect(await body.innerText()).toMatch(/^Before\. Hi Nora,[\s\S]+Practice Rep\s*After\.\s+Kind regards/)
    const around = (html: string) =>
      html.replace(/(aria-label="Message body"[^>]*>)[\s\S]*(<div id="Signature">)/, '$1$2')
    expect(around(await outlook.content())).toBe(around(before))
    expect(await outlook.getByRole('textbox', { name: 'Add a subject' }).inputValue()).toBe('Kept')

    await outlook.keyboard.press('Control+z')
    expect(await body.innerHTML()).toBe(typed)
    await outlook.close()
    await changeSettings(panel, { mailApp: 'found' })
  })

  test('an absence is told until when, by key alone; the cadence rests, and Undo takes it back', async () => {
    await panel.keyboard.press('4')
    const field = panel.getByRole('dialog').getByRole('combobox')
    await field.waitFor()
    await panel.keyboard.type('nonsense')
    await panel.getByText(word('today.told.away.notUnderstood')).waitFor()
    await panel.keyboard.press('Enter')
    expect(await records(panel, 'touch')).toEqual([])
    await field.fill('2 weeks')
    await panel.locator('[role=option][id$="-typed"]').waitFor()
    await looked(panel, 'touch-away')
    await panel.keyboard.press('Enter')
    const rests = await until('the pause', async () =>
      (await records(panel, 'enrollment')).find(({ state }) => state === 'paused'),
    )
    expect(rests).toMatchObject({ pauseReason: 'out_of_office', pausedUntil: dayIn(14), dueAt: null })
    await panel
      .getByText(/away until .+ goes on/i)
      .first()
      .waitFor()
    await undo(panel)
    await until('taken back', async () => (await records(panel, 'touch')).length === 0)
  })

  test('without a day it is a week, also from the list', async () => {
    await goTo(panel, 'today')
    await panel.keyboard.press('Shift+D')
    await panel.getByRole('menuitem', { name: word('outcomes.email_out_of_office') }).waitFor()
    await panel.keyboard.press('4')
    await panel.getByRole('dialog').getByRole('option').first().waitFor()
    await panel.keyboard.press('Enter')
    await until('a week', async () =>
      (await records(panel, 'enrollment')).some(({ pausedUntil }) => pausedUntil === dayIn(7)),
    )
    await undo(panel)
    await until('taken back', async () => (await records(panel, 'touch')).length === 0)
  })

  test('a call back is planned when it was asked for, and stands in the timeline', async () => {
    const { finishReason: _, ...sent } = mustFindOutcome('email_sent')
    const followUp = { type: 'call' as const, text: 'Call back, as asked', days: 1 }
    const own = { ...sent, id: 'own-back', label: 'Wants a call', isPlain: false, followUp }
    await changeSettings(panel, { outcomes: [own] })
    await panel
      .getByRole('link', { name: new RegExp(NAME) })
      .first()
      .click()
    await panel.getByRole('button', { name: 'Wants a call' }).click()
    const dialog = panel.getByRole('dialog')
    await dialog.getByRole('combobox').fill('in 3 days')
    await dialog.locator('[role=option][id$="-typed"]').waitFor()
    await looked(panel, 'touch-call-back')
    await panel.keyboard.press('Enter')
    const call = await until('the call', async () =>
      (await records(panel, 'touch')).find(({ state }) => state === 'snoozed'),
    )
    expect(call).toMatchObject({ channel: 'call', snoozedTo: expect.stringContaining(dayIn(3)) })
    const due = (await records(panel, 'enrollment')).map(({ dueAt }) => dueAt)
    expect(due).toContain(call.snoozedTo)
    await undo(panel)
    await until('taken back', async () => (await records(panel, 'touch')).length === 0)
    expect(await records(panel, 'enrollment')).toHaveLength(1)
    await changeSettings(panel, { outcomes: [] })
  })

  test('its outcome by one key, the next touch follows, and Undo takes it back', async () => {
    // Wherever the test before has left the screen: the rep's own outcome has gone, and with it its key.
    await goTo(panel, 'today')
    const [enrollment] = await records(panel, 'enrollment')
    await openRoute(panel, `/touch/${enrollment?.id ?? ''}`)
    await panel.getByText(word('touch.whatHappened')).waitFor()
    await panel.getByRole('button', { name: 'Wants a call' }).waitFor({ state: 'detached' })
    await panel
      .getByRole('button', { name: word('outcomes.email_sent') })
      .first()
      .waitFor()
    await panel.keyboard.press('1')
    const touch = await until('the touch', async () => (await records(panel, 'touch'))[0])
    expect(touch).toMatchObject({ outcome: 'email_sent', signal: 'neutral', state: 'done' })
    await panel.getByText(word('ui.step.linkedin_connect')).first().waitFor()
    await undo(panel)
    await until('taken back', async () => (await records(panel, 'touch')).length === 0)
    await goTo(panel, 'today')
    await panel.keyboard.press('d')
    await until('done again', async () => (await records(panel, 'touch')).length === 1)
  })
})

describe('an invitation', () => {
  test('puts its text on the clipboard and opens the profile; no key of Baton writes into LinkedIn', async () => {
    await mail.close()
    await baton.page.bringToFront()
    await panel.evaluate(() => {
      const heard: string[] = []
      Object.assign(globalThis, { heard })
      navigator.clipboard.writeText = (text) => Promise.resolve(void heard.push(text))
    })
    await goTo(panel, 'today')
    await panel
      .getByText(/invitation/i)
      .first()
      .waitFor()
    await panel.keyboard.press('k')
    await panel.keyboard.press('Enter')
    await baton.page.waitForURL(PROFILE)
    const heard = await until('the text', () =>
      panel.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.at(-1)),
    )
    expect(heard).toContain('Nora')

    const field = baton.page.getByRole('textbox', { name: 'Message' })
    await field.click()
    const before = await baton.page.content()
    expect(await button(panel, 'touch.insert').count()).toBe(0)
    await panel.keyboard.press('i')
    await pressInsertKey(PROFILE)
    await baton.page.waitForTimeout(500)
    expect(await baton.page.content()).toBe(before)
  })

  test('a note with n is saved as typed', async () => {
    await panel.keyboard.press('n')
    await panel.keyboard.type('Asks for the price list')
    await until('the note', async () =>
      (await records(panel, 'note')).some(({ body }) => body === 'Asks for the price list'),
    )
    await panel.keyboard.press('Escape')
  })

  test('the last three facts stand beside the touch, the note first, each with its day', async () => {
    const facts = panel.getByRole('region', { name: word('touch.whyNow') }).getByRole('listitem')
    await facts.first().getByText('Asks for the price list').waitFor()
    expect(await facts.count()).toBe(3)
    for (const fact of await facts.all())
      expect(await fact.locator('span').last().innerText()).toMatch(/today/i)
  })

  test('? lists a key for every action of the touch', async () => {
    await panel.keyboard.press('?')
    const dialog = panel.getByRole('dialog')
    await dialog.waitFor()
    const keys = await dialog.locator('kbd').allInnerTexts()
    expect(keys).toEqual(expect.arrayContaining(['J', 'K', '⏎', 'D', 'S', 'X', 'N', 'C', '1', '?']))
    await looked(panel, 'touch-keys')
    await panel.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })
})

describe('one touch after another', () => {
  test('goes through what is due, and says when that was all', async () => {
    await goTo(panel, 'today')
    await button(panel, 'today.start').waitFor()
    await panel.keyboard.press('Shift+F')
    await panel.getByRole('heading', { name: NAME }).waitFor()
    await panel.keyboard.press('d')
    await panel.getByText(word('touch.focus.end')).first().waitFor()
    await panel.keyboard.press('Escape')
    await until('today', async () => (await panel.evaluate(() => location.hash)) === '#/today')
  })
})

describe('outcomes', () => {
  test('are the rep’s to change: other words are kept with all the outcome does', async () => {
    const full = await baton.context.newPage()
    await full.goto(baton.address('app.html#/settings'))
    const name = word('outcomes.email_replied')
    await full
      .getByRole('button', { name: word('settings.outcomes.edit').replace('$1', name) })
      .first()
      .click()
    await full.getByRole('textbox', { name: word('settings.outcomes.name'), exact: true }).fill('Wrote back')
    await full.getByRole('button', { name: word('settings.outcomes.save'), exact: true }).click()
    await full.getByText('Wrote back').first().waitFor()
    const kept = await until('kept', () =>
      full.evaluate(async () => {
        const { settings } = await chrome.storage.local.get('settings')
        return (settings as { outcomes?: { id: string; label: string }[] } | undefined)?.outcomes?.[0]
      }),
    )
    expect(kept).toMatchObject({ id: 'email_replied', label: 'Wrote back', effect: 'end', status: 'engaged' })
    await full.close()
  })
})

test('nothing went wrong in Baton’s own pages', () => {
  expect(baton.troubles).toEqual([])
})

/** Opens the first touch of Today by key; resolves to the tab that comes. */
async function openFirst(): Promise<Page> {
  await goTo(panel, 'today')
  await panel
    .getByRole('link', { name: new RegExp(NAME) })
    .first()
    .waitFor()
  const opened = baton.context.waitForEvent('page')
  await panel.keyboard.press('k')
  await panel.keyboard.press('Enter')
  return opened
}

/** The date some days from now. */
function dayIn(days: number): string {
  return Temporal.Now.plainDateISO().add({ days }).toString()
}

function mustFindOutcome(id: OutcomeId): Outcome {
  const found = outcomeOf(id)
  if (found === null) throw new Error(id)
  return found
}

/** Chrome's key for «insert the text», as the panel hears it. */
async function pressInsertKey(url: string): Promise<void> {
  await panel.evaluate(async (address) => {
    const [tab] = await chrome.tabs.query({ url: `${address}*` })
    // `dispatch` is an inner method of Chrome's events that its types do not name.
    const { dispatch } = chrome.commands.onCommand as unknown as { dispatch(...args: unknown[]): void }
    dispatch.call(chrome.commands.onCommand, 'insert-text', tab)
  }, url)
}
