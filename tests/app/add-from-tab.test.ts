import { beforeEach, describe, expect, test } from 'vitest'
import { addFromTab, answerOpenPress, type Press, type PressPorts } from '#lib/app/add-from-tab.ts'
import type { PageRead, ReadResult } from '#lib/domain/capture.ts'
import { appWorld, readPerson, type AppWorld } from '#tests/support/app-world.ts'

let world: AppWorld
let press: Press | null

beforeEach(async () => {
  world = await appWorld()
  press = null
})

const URL_OF_INGA = 'https://www.linkedin.com/in/inga-probe/'

function ports(result: ReadResult, dies = false): PressPorts {
  const read: PageRead = { url: URL_OF_INGA, loadedAt: URL_OF_INGA, result }
  return {
    read: () =>
      dies ? new Promise(() => undefined) : Promise.resolve({ kind: 'read', read, at: URL_OF_INGA }),
    siteOf: () => 'linkedin',
    wait: () => Promise.resolve(),
    ticks: () => 0,
    notePress: (noted) => {
      press = noted
      return Promise.resolve()
    },
    forgetPress: () => {
      press = null
      return Promise.resolve()
    },
    lastPress: () => Promise.resolve(press),
  }
}

const person = readPerson('inga-probe').read
const tab = { id: 1, url: URL_OF_INGA }

describe('the key and the menu', () => {
  test('add whom the page shows and say so; again, nothing is doubled', async () => {
    expect(await addFromTab(world, ports(person), tab)).toMatchObject({
      code: 'added',
      facts: { name: 'Inga Probe' },
    })
    expect(await addFromTab(world, ports(person), tab)).toMatchObject({ code: 'already', group: null })
    expect(await world.store.contactsByKeys(['li:inga-probe'])).toHaveLength(1)
    expect(press).toBeNull()
  })

  test('somebody on the never-capture list is kept out, and the line is named', async () => {
    await world.settings.set({ neverCapture: ['linkedin.com/in/inga-probe'] })
    expect(await addFromTab(world, ports(person), tab)).toMatchObject({
      code: 'never',
      group: null,
      facts: { entry: 'linkedin.com/in/inga-probe' },
    })
    expect(await world.store.contactsByKeys(['li:inga-probe'])).toEqual([])
  })

  test('a page without a person adds nobody', async () => {
    const answer = await addFromTab(world, ports({ kind: 'notThisPage', reason: 'feed' }), tab)
    expect(answer).toMatchObject({ code: 'no-person', route: null })
  })

  test('a worker that died before the save: nobody is enrolled, and the next one says so', async () => {
    void addFromTab(world, ports(person, true), tab)
    await Promise.resolve()
    expect(press).not.toBeNull()
    world = await world.reopened()
    expect(await answerOpenPress(world, ports(person))).toMatchObject({ code: 'interrupted' })
    expect(await answerOpenPress(world, ports(person))).toBeNull()
    expect(await world.store.contactsByKeys(['li:inga-probe'])).toEqual([])
  })

  test('a worker that died after the save: enrolled once, and the next one says that', async () => {
    await addFromTab(world, ports(person), tab)
    press = { url: URL_OF_INGA, at: world.clock.now() }
    world = await world.reopened()
    expect(await answerOpenPress(world, ports(person))).toMatchObject({ code: 'added' })
    const [contact] = await world.store.contactsByKeys(['li:inga-probe'])
    expect(await world.store.enrollmentsOf(contact?.id ?? '')).toHaveLength(1)
  })
})
