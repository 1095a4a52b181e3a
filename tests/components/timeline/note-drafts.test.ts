// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { dropDraft, keepDraft, leftoverDraft } from '#components/timeline/note-drafts.ts'

beforeEach(() => localStorage.clear())

test('a draft outlives the panel with every line of it', () => {
  keepDraft('c1', { noteId: 'n1', body: 'First line\nsecond: 50 %\n' })
  expect(leftoverDraft('c1')).toEqual({ noteId: 'n1', body: 'First line\nsecond: 50 %\n' })
  expect(leftoverDraft('c2')).toBeNull()
})

test('an emptied draft is a draft: the stored note is still to be emptied', () => {
  keepDraft('c1', { noteId: 'n1', body: '' })
  expect(leftoverDraft('c1')).toEqual({ noteId: 'n1', body: '' })
})

test('storing one note drops its own draft and no other', () => {
  keepDraft('c1', { noteId: 'n2', body: 'newer' })
  dropDraft('c1', 'n1')
  expect(leftoverDraft('c1')?.body).toBe('newer')
  dropDraft('c1', 'n2')
  expect(leftoverDraft('c1')).toBeNull()
})
