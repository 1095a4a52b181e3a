import { beforeEach, describe, expect, test } from 'vitest'
import { timelineOf } from '#lib/app/contact-view.ts'
import { editPerson } from '#lib/app/edit-person.ts'
import { addToCadence } from '#lib/app/enroll.ts'
import { saveNote } from '#lib/app/notes.ts'
import { savePerson } from '#lib/app/people.ts'
import type { PersonInput } from '#lib/app/person-input.ts'
import { comparePeople, keepApart, keptApart, mergePeople, suggestionsOf } from '#lib/app/same-person.ts'
import { completeTouch } from '#lib/app/touches.ts'
import { undoGroup } from '#lib/app/undo.ts'
import { earlierValues } from '#lib/domain/earlier.ts'
import { appWorld, readPerson, TUESDAY, type AppWorld } from '#tests/support/app-world.ts'

let world: AppWorld

beforeEach(async () => {
  world = await appWorld()
})

const fromMail = (address: string, name: string | null = null): PersonInput => ({
  from: 'participant',
  participant: { address, name },
  url: 'https://mail.google.com/mail/u/0/#inbox/x',
  at: TUESDAY,
  practice: false,
})

async function saved(person: PersonInput): Promise<string> {
  const { result } = await savePerson(world, { person })
  if (result.kind !== 'saved') throw new Error(result.kind)
  return result.contactId
}

const contactOf = (id: string) => world.store.get('contact', id)

/** Inga from her profile, and Inga from a mail of the same firm. */
async function twoIngas(): Promise<{ profile: string; mail: string }> {
  const profile = await saved(readPerson('inga-probe'))
  const mail = await saved(fromMail('inga@probe.example', 'Inga Probe'))
  return { profile, mail }
}

describe('a suggestion', () => {
  test('is made for a likeness, with its reason, and nobody is merged for it', async () => {
    const { profile, mail } = await twoIngas()
    expect(profile).not.toBe(mail)
    expect(await suggestionsOf(world, profile)).toMatchObject([
      { contact: { id: mail }, reason: 'name-mail-domain' },
    ])
    expect(await suggestionsOf(world, mail)).toMatchObject([{ contact: { id: profile } }])
  })

  test('«not the same» is remembered, from both sides and after a restart, and can be taken back', async () => {
    const { profile, mail } = await twoIngas()
    const { group } = await keepApart(world, { contactId: mail, otherId: profile })
    expect(await suggestionsOf(world, profile)).toEqual([])
    world = await world.reopened()
    expect(await suggestionsOf(world, mail)).toEqual([])
    const [newest] = await timelineOf(world, profile)
    expect(newest).toMatchObject({ kind: 'not_same', facts: { id: mail }, canUndo: true })
    expect(await undoGroup(world, { group: group ?? '' })).toBe('undone')
    expect(await suggestionsOf(world, profile)).toHaveLength(1)
  })

  test('those kept apart are told from both sides and can be merged after all, which Undo takes back', async () => {
    const { profile, mail } = await twoIngas()
    expect(await keptApart(world, profile)).toEqual([])
    await keepApart(world, { contactId: mail, otherId: profile })
    expect(await keptApart(world, profile)).toMatchObject([{ id: mail }])
    expect(await keptApart(world, mail)).toMatchObject([{ id: profile }])
    const { group, result } = await mergePeople(world, { contactId: profile, otherId: mail, choices: {} })
    if (result.kind !== 'merged') throw new Error(result.kind)
    expect(await keptApart(world, result.contactId)).toEqual([])
    expect(await undoGroup(world, { group: group ?? '' })).toBe('undone')
    expect(await keptApart(world, mail)).toMatchObject([{ id: profile }])
  })

  test('after an undone merge they count as kept apart, and can be merged again', async () => {
    const { profile, mail } = await twoIngas()
    const { group } = await mergePeople(world, { contactId: profile, otherId: mail, choices: {} })
    await undoGroup(world, { group: group ?? '' })
    expect(await suggestionsOf(world, profile)).toEqual([])
    expect(await keptApart(world, profile)).toMatchObject([{ id: mail }])
    for (const id of [profile, mail]) {
      const sign = (await timelineOf(world, id)).find(({ kind }) => kind === 'not_same')
      expect(sign).toMatchObject({ facts: { other: 'Inga Probe' } })
    }
    const again = await mergePeople(world, { contactId: profile, otherId: mail, choices: {} })
    expect(again.result.kind).toBe('merged')
  })

  test('is made of two contacts that share an exact key, the more exact reason first', async () => {
    const { profile, mail } = await twoIngas()
    await editPerson(world, { contactId: profile, field: 'email', value: 'inga@probe.example' })
    expect(await suggestionsOf(world, profile)).toMatchObject([
      { contact: { id: mail }, reason: 'same-mail' },
    ])
  })

  test('is none for practice people, namesakes with another profile, and oneself', async () => {
    const inga = await saved(readPerson('inga-probe'))
    await saved(readPerson('inga-probe-2'))
    await saved({ ...readPerson('inga-probe'), practice: true })
    expect(await suggestionsOf(world, inga)).toEqual([])
    expect(await suggestionsOf(world, '00000000-0000-4000-8000-000000000000')).toEqual([])
  })
})

describe('a merge', () => {
  test('keeps cadences, touches, notes, captures and the timeline of both, under the older one', async () => {
    const { profile, mail } = await twoIngas()
    const { result } = await addToCadence(world, {
      person: { from: 'contact', contactId: mail },
      cadenceId: world.cadenceId,
    })
    if (result.kind !== 'added') throw new Error(result.kind)
    const stepId = result.schedule[0]?.stepId ?? ''
    await completeTouch(world, { enrollmentId: result.enrollmentId, stepId, outcome: 'email_sent' })
    await saveNote(world, { noteId: world.ids.next(), contactId: mail, body: 'met at the fair', url: null })
    const merged = await mergePeople(world, { contactId: mail, otherId: profile, choices: {} })
    expect(merged.result).toEqual({ kind: 'merged', contactId: profile })
    expect(await contactOf(mail)).toBeUndefined()
    const one = await contactOf(profile)
    expect(one).toMatchObject({
      slug: { value: 'inga-probe' },
      emails: [{ value: 'inga@probe.example' }],
      company: { value: 'Probe Works' },
      status: 'working',
    })
    expect(await world.store.enrollmentsOf(profile)).toMatchObject([
      { id: result.enrollmentId, state: 'active' },
    ])
    const kinds = (await timelineOf(world, profile)).map(({ kind }) => kind)
    for (const kind of ['note', 'touch_done', 'enrolled', 'saved', 'captured', 'joined'])
      expect(kinds).toContain(kind)
    expect(await suggestionsOf(world, profile)).toEqual([])
  })

  test('is taken apart again from the timeline, and the two are not asked about or joined again', async () => {
    const { profile, mail } = await twoIngas()
    const before = [await contactOf(profile), await contactOf(mail)]
    await mergePeople(world, { contactId: profile, otherId: mail, choices: {} })
    await saveNote(world, {
      noteId: world.ids.next(),
      contactId: profile,
      body: 'written after the merge',
      url: null,
    })
    const entry = (await timelineOf(world, profile)).find(({ kind }) => kind === 'joined')
    if (entry?.kind !== 'joined') throw new Error('no entry')
    expect(entry).toMatchObject({ canUndo: true, facts: { by: 'rep', other: 'Inga Probe' } })
    expect(await undoGroup(world, { group: entry.group })).toBe('undone')
    expect([await contactOf(profile), await contactOf(mail)]).toEqual(before)
    expect((await timelineOf(world, mail)).map(({ kind }) => kind)).toContain('captured')
    expect(await suggestionsOf(world, profile)).toEqual([])
    expect((await timelineOf(world, profile)).map(({ kind }) => kind)).toContain('note')
  })

  test('never gives up what the rep typed, and keeps the older value in the history', async () => {
    const { profile, mail } = await twoIngas()
    await editPerson(world, { contactId: mail, field: 'title', value: 'Purchasing lead' })
    await editPerson(world, { contactId: mail, field: 'company', value: 'Probe Werke' })
    await mergePeople(world, { contactId: profile, otherId: mail, choices: {} })
    expect(await contactOf(profile)).toMatchObject({
      title: { value: 'Purchasing lead', by: 'rep' },
      company: { value: 'Probe Werke', by: 'rep' },
    })
    const captures = await world.store.capturesOf(profile, 10)
    const given = captures.find(({ pageType }) => pageType === 'merge')
    expect(given?.fields.currentCompany).toMatchObject({ value: 'Probe Works' })
    const one = await contactOf(profile)
    if (!one) return expect.unreachable('gone')
    expect(earlierValues(one, captures)).toMatchObject({ company: [{ value: 'Probe Works' }] })
  })

  test('takes the values that were chosen', async () => {
    const { profile, mail } = await twoIngas()
    await editPerson(world, { contactId: mail, field: 'company', value: 'Probe Werke' })
    const comparison = await comparePeople(world, { contactId: mail, otherId: profile })
    expect(comparison).toMatchObject({
      stays: { id: profile },
      goes: { id: mail },
      reason: 'name-mail-domain',
    })
    expect(comparison?.fields).toContainEqual(
      expect.objectContaining({ field: 'company', proposed: 'goes', why: 'typed' }),
    )
    expect(comparison?.fields.map(({ field }) => field)).not.toContain('name')
    await mergePeople(world, { contactId: profile, otherId: mail, choices: { company: 'stays' } })
    expect((await contactOf(profile))?.company).toMatchObject({ value: 'Probe Works', by: 'page' })
  })

  test('of a person who is gone meanwhile, or of one with themselves, changes nothing', async () => {
    const { profile } = await twoIngas()
    for (const otherId of ['00000000-0000-4000-8000-000000000000', profile]) {
      const { group, result } = await mergePeople(world, { contactId: profile, otherId, choices: {} })
      expect([group, result.kind]).toEqual([null, 'gone'])
      expect(await comparePeople(world, { contactId: profile, otherId })).toBeNull()
    }
  })
})
