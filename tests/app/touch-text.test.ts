import { beforeEach, describe, expect, test } from 'vitest'
import { addToCadence } from '#lib/app/enroll.ts'
import { completeWritten } from '#lib/app/complete-written.ts'
import { editPerson } from '#lib/app/edit-person.ts'
import { keptWriting } from '#lib/app/kept-writing.ts'
import { saveNote } from '#lib/app/notes.ts'
import { openTouch } from '#lib/app/open-touch.ts'
import { removeSnippet, saveSnippet, snippetsByName } from '#lib/app/snippets.ts'
import { touchView } from '#lib/app/touch-view.ts'
import { previewText } from '#lib/app/touch-text.ts'
import { completeTouch } from '#lib/app/touches.ts'
import { undoGroup } from '#lib/app/undo.ts'
import type { Drafts } from '#lib/app/drafts.ts'
import { touchDraftKey } from '#lib/domain/templates/touch-draft.ts'
import { appWorld, readPerson, type AppWorld } from '#tests/support/app-world.ts'

let world: AppWorld
let texts: Map<string, string>
let drafts: Drafts
let contactId: string
let enrollmentId: string

const MAIL =
  'Hi {{ contact.first_name }}, as {{ contact.title }} you know {{ account.industry }}. {{ rep.name }}'

beforeEach(async () => {
  world = await appWorld()
  texts = new Map()
  drafts = {
    get: (key) => texts.get(key) ?? null,
    keep: (key, text) => Promise.resolve(void texts.set(key, text)),
    drop: (key) => void texts.delete(key),
  }
  await world.settings.set({ name: 'Marta' })
  const person = readPerson('inga-probe', { headline: 'Buys things' })
  const { result } = await addToCadence(world, { person, cadenceId: world.cadenceId })
  if (result.kind !== 'added') throw new Error(result.kind)
  contactId = result.contactId
  enrollmentId = result.enrollmentId
  await editPerson(world, { contactId, field: 'email', value: 'inga@probe.example' })
  await editPerson(world, { contactId, field: 'title', value: '' })
  await firstStep({ subject: 'About {{ contact.company }}', body: MAIL })
})

async function firstStep(text: { subject: string; body: string }): Promise<void> {
  const cadence = await world.store.get('cadence', world.cadenceId)
  const [first, ...others] = cadence!.steps
  const f = { steps: [{ ...first!, ...text }, ...others] }
  await world.store.commit(() =>
    Promise.resolve({ changes: [{ t: 'cadence', id: world.cadenceId, k: 'patch', f }], result: null }),
  )
}
const view = async () => (await touchView(world, enrollmentId, drafts))!
const keyOf = async () => {
  const { course, step } = await view()
  return touchDraftKey({ enrollmentId, stepId: step.id, cycle: course.enrollment.cycle })
}
const write = async (patch: object) =>
  drafts.keep(await keyOf(), JSON.stringify({ subject: null, body: null, fills: {}, ...patch }))
const opening = () => {
  const opened: string[] = []
  const copied: string[] = []
  return {
    opened,
    copied,
    ports: {
      openAddress: (url: string) => Promise.resolve(void opened.push(decodeURIComponent(url))),
      webmailTabs: () => Promise.resolve([]),
      copyText: (text: string) => Promise.resolve(copied.push(text) > 0),
      drafts: () => Promise.resolve(drafts),
    },
  }
}
const done = async () => {
  const { step } = await view()
  return completeWritten(
    world,
    { drafts: () => Promise.resolve(drafts) },
    { enrollmentId, stepId: step.id, outcome: 'email_sent' },
  )
}
const touches = () => world.store.touchesOf(enrollmentId)

describe('a touch whose text misses a value', () => {
  test('is held with every value named, and nothing of the text goes out', async () => {
    expect((await view()).rendered.missing).toEqual(['contact.title', 'account.industry'])
    const { ports, opened, copied } = opening()
    await openTouch(world, ports, enrollmentId)
    expect(copied).toEqual([])
    for (const url of opened) expect(url).not.toMatch(/as |\[contact|About/)
  })

  test('is free as soon as the values are there: of the person for ever, of others for this touch', async () => {
    await editPerson(world, { contactId, field: 'title', value: 'Head of Purchasing' })
    await write({ fills: { 'account.industry': 'pumps' } })
    const { rendered } = await view()
    expect(rendered.missing).toEqual([])
    expect(rendered.body).toBe('Hi Inga, as Head of Purchasing you know pumps. Marta')
    const { ports, opened } = opening()
    await openTouch(world, ports, enrollmentId)
    expect(opened[0]).toContain('you know pumps')
  })

  test('is recorded without a subject that had a hole', async () => {
    await firstStep({ subject: 'For {{ contact.title }}', body: 'x' })
    await done()
    expect(await touches()).toMatchObject([{ state: 'done', subject: null, body: null }])
  })
})

describe('what the rep writes for one touch', () => {
  test('is what is sent and what is recorded, and stays for an Undo', async () => {
    await write({ subject: 'Own words', body: 'Hi Inga, only this.' })
    const { ports, opened } = opening()
    await openTouch(world, ports, enrollmentId)
    expect(opened[0]).toContain('Own words')
    expect(opened[0]).toContain('only this.')
    const { group } = await done()
    expect(await touches()).toMatchObject([{ subject: 'Own words', body: 'Hi Inga, only this.' }])
    await undoGroup(world, { group: group ?? '' })
    expect((await view()).rendered.body).toBe('Hi Inga, only this.')
  })

  test('goes a week after it was recorded, not before', async () => {
    await write({ subject: 'Own words', body: 'x' })
    const key = await keyOf()
    await done()
    expect(texts.has(key)).toBe(true)
    world.at('2026-12-02T09:30:00.000Z')
    await write({ body: 'Hi' })
    await done()
    expect(texts.has(key)).toBe(false)
    expect([...texts.keys()].filter((one) => one.startsWith('touch.')).length).toBe(1)
  })

  test('leaves the text of the template unrecorded where nothing was changed', async () => {
    await firstStep({ subject: 'About {{ contact.company }}', body: 'Plain' })
    await done()
    expect(await touches()).toMatchObject([{ subject: 'About Probe Works', body: null }])
  })

  test('is read by the worker too, which has no template library', async () => {
    await write({ subject: ' ', body: 'Hi Inga' })
    const { step } = await view()
    const kv = {
      get: (keys: readonly string[]) =>
        Promise.resolve(Object.fromEntries(keys.map((key) => [key, texts.get(key.replace('draft.', ''))]))),
    }
    expect(await keptWriting(world, kv, { enrollmentId, stepId: step.id })).toEqual({
      subject: null,
      body: 'Hi Inga',
    })
  })
})

describe('the subject of a reply', () => {
  const toReply = async () => {
    for (let step = 0; step < 5 && (await view()).step.type !== 'email_reply'; step++) {
      const { step: next } = await view()
      await completeTouch(world, { enrollmentId, stepId: next.id, outcome: 'linkedin_sent' })
    }
    return view()
  }

  test('is that of the mail as it was sent', async () => {
    await write({ subject: 'Own words', body: 'x' })
    await done()
    const reply = await toReply()
    expect(reply.rendered.subject).toBe('Re: Own words')
    expect(reply.inThread).toBe(true)
  })

  test('is given again by the template where the mail was recorded from a notification', async () => {
    const { step } = await view()
    await completeTouch(world, { enrollmentId, stepId: step.id, outcome: 'email_sent' })
    expect((await toReply()).rendered.subject).toBe('Re: About Probe Works')
  })
})

describe('snippets', () => {
  const save = (name: string, body: string, id = world.ids.next()) =>
    saveSnippet(world, { id, name, body }).then(({ result, group }) => ({ result, group, id }))

  test('are saved under one name each, found by name, and undone', async () => {
    const signature = await save('signature', 'Best, {{ rep.name }}')
    expect((await save('signature', 'other')).result).toEqual({ kind: 'refused', code: 'taken' })
    for (const name of ['', 'Has Space', '9x', '__proto__', 'x'.repeat(41)])
      expect((await save(name, 'x')).result).toEqual({ kind: 'refused', code: 'name' })
    expect((await save('long', 'x'.repeat(5_001))).result).toEqual({ kind: 'refused', code: 'long' })
    await save('about', 'Northlight')
    expect((await snippetsByName(world)).map(({ name }) => name)).toEqual(['about', 'signature'])
    await undoGroup(world, { group: signature.group ?? '' })
    expect((await snippetsByName(world)).map(({ name }) => name)).toEqual(['about'])
  })

  test('stand in texts at once; a touch that names one which is gone is held', async () => {
    await firstStep({ subject: 'x', body: 'Hi. {{ snippet.signature }}' })
    expect((await view()).rendered.missing).toEqual(['snippet.signature'])
    const { id } = await save('signature', 'Best, {{ rep.name }}')
    expect((await view()).rendered.body).toBe('Hi. Best, Marta')
    await saveSnippet(world, { id, name: 'signature', body: 'Yours, {{ rep.name }}' })
    expect((await view()).rendered.body).toBe('Hi. Yours, Marta')
    await removeSnippet(world, { id })
    expect((await view()).rendered.missing).toEqual(['snippet.signature'])
  })

  test('are there again after the browser fell', async () => {
    await save('signature', 'Best')
    const again = await world.reopened()
    expect(await snippetsByName(again)).toMatchObject([{ name: 'signature', body: 'Best' }])
  })
})

test('the preview shows the text for a person of the store, a quotation from a page among it', async () => {
  await saveNote(world, {
    noteId: world.ids.next(),
    contactId,
    body: 'They wrote “we retype forms”.',
    url: 'https://probe.example/news',
  })
  const step = {
    type: 'email' as const,
    subject: '{{ cadence.name }}',
    body: '{{ evidence.quote }} {{ contact.title }}',
  }
  const input = { step, contactId, cadenceName: 'Nordic', threadSubject: null }
  expect(await previewText(world, input)).toEqual({
    subject: 'Nordic',
    body: 'we retype forms [contact.title]',
    missing: ['contact.title'],
    problem: null,
  })
  expect(await previewText(world, { ...input, contactId: world.ids.next() })).toBeNull()
  const facts = {
    ...step,
    body: '{{ evidence.fact }} ({{ evidence.fact_source }}, {{ evidence.fact_date }})',
  }
  expect(await previewText(world, { ...input, step: facts })).toMatchObject({
    body: 'Buys things (linkedin.com, 2026-11-24)',
    missing: [],
  })
})
