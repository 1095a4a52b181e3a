import { beforeEach, expect, test } from 'vitest'
import { openDrafts, type Drafts } from '#lib/app/drafts.ts'
import { dropDraft, keepDraft, leftoverDraft } from '#components/timeline/note-drafts.ts'
import { createFakeHub } from '#tests/support/fake-channel.ts'
import { createFakeStorage } from '#tests/support/fake-storage.ts'

let drafts: Drafts
beforeEach(async () => {
  drafts = await openDrafts(createFakeStorage(), createFakeHub().connect())
})

test('a draft is kept with every line of it', () => {
  keepDraft(drafts, 'c1', { noteId: 'n1', body: 'First line\nsecond: 50 %\n' })
  expect(leftoverDraft(drafts, 'c1')).toEqual({ noteId: 'n1', body: 'First line\nsecond: 50 %\n' })
  expect(leftoverDraft(drafts, 'c2')).toBeNull()
})

test('an emptied draft is a draft: the stored note is still to be emptied', () => {
  keepDraft(drafts, 'c1', { noteId: 'n1', body: '' })
  expect(leftoverDraft(drafts, 'c1')).toEqual({ noteId: 'n1', body: '' })
})

test('storing one note drops its own draft and no other', () => {
  keepDraft(drafts, 'c1', { noteId: 'n2', body: 'newer' })
  dropDraft(drafts, 'c1', 'n1')
  expect(leftoverDraft(drafts, 'c1')?.body).toBe('newer')
  dropDraft(drafts, 'c1', 'n2')
  expect(leftoverDraft(drafts, 'c1')).toBeNull()
})
