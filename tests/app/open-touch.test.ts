import { expect, test } from 'vitest'
import { addToCadence } from '#lib/app/enroll.ts'
import { openTouch, type OpenPorts } from '#lib/app/open-touch.ts'
import { editPerson } from '#lib/app/edit-person.ts'
import { completeTouch } from '#lib/app/touches.ts'
import { appWorld, readPerson } from '#tests/support/app-world.ts'

test('a mail opens the chosen mail program with recipient, subject and text, an invitation the profile', async () => {
  const world = await appWorld()
  const opened: string[] = []
  const ports = portsOf(opened)
  await world.settings.set({ name: 'Marta' })
  const { result } = await addToCadence(world, {
    person: readPerson('inga-probe'),
    cadenceId: world.cadenceId,
  })
  if (result.kind !== 'added') throw new Error(result.kind)
  const { contactId, enrollmentId } = result

  await openTouch(world, ports, enrollmentId)
  expect(opened).toEqual([]) // there is no mail address yet

  await editPerson(world, { contactId, field: 'email', value: 'inga@probe.example' })
  for (const mailApp of ['gmail', 'outlook', 'mailto'] as const) {
    await world.settings.set({ mailApp })
    await openTouch(world, ports, enrollmentId)
  }
  expect(opened.map((url) => url.split(/[?@]/)[0])).toEqual([
    'https://mail.google.com/mail/',
    expect.stringMatching(/^https:\/\/outlook\./),
    expect.stringMatching(/^mailto:inga/),
  ])
  for (const url of opened) expect(decodeURIComponent(url)).toContain('Probe Works')

  const stepId = (await world.store.get('enrollment', enrollmentId))?.dueStepId ?? ''
  await completeTouch(world, { enrollmentId, stepId, outcome: 'email_sent' })
  await openTouch(world, ports, enrollmentId)
  expect(opened.at(-1)).toBe('https://www.linkedin.com/in/inga-probe/')
})

test('the text is on the clipboard before a page opens that takes none by its address', async () => {
  const { world, enrollmentId, contactId } = await added()
  await editPerson(world, { contactId, field: 'email', value: 'inga@probe.example' })
  await world.settings.set({ name: 'Marta' })
  const log: string[] = []
  const mail = await openTouch(world, portsOf(log, { isLogged: true }), enrollmentId)
  expect(mail).toMatchObject({ opened: true, copied: null })
  expect(log).toEqual([expect.stringMatching(/^https:\/\/mail\.google\.com/)])

  const stepId = (await world.store.get('enrollment', enrollmentId))?.dueStepId ?? ''
  await completeTouch(world, { enrollmentId, stepId, outcome: 'email_sent' })
  const invitation = await openTouch(world, portsOf(log, { isLogged: true }), enrollmentId)
  expect(invitation).toMatchObject({ opened: true, copied: 'text' })
  expect(log.slice(1)).toEqual([
    expect.stringMatching(/^copied .*Inga/s),
    'https://www.linkedin.com/in/inga-probe/',
  ])
  const refused = await openTouch(world, portsOf([], { refuses: true }), enrollmentId)
  expect(refused).toMatchObject({ opened: true, copied: 'refused' })
})

test('a text with a hole goes nowhere: the mail opens empty, the clipboard stays as it was', async () => {
  const { world, enrollmentId, contactId } = await added()
  await editPerson(world, { contactId, field: 'email', value: 'inga@probe.example' })
  const opened: string[] = []
  const held = await openTouch(world, portsOf(opened, { isLogged: true }), enrollmentId) // the rep has no name yet
  expect(held?.view.rendered.missing).toEqual(['rep.name'])
  expect(opened).toHaveLength(1)
  expect(opened[0]).not.toContain('body=')
})

test('the webmail that is open is the one that is opened, in its account', async () => {
  const { world, enrollmentId, contactId } = await added()
  await editPerson(world, { contactId, field: 'email', value: 'inga@probe.example' })
  const opened: string[] = []
  await openTouch(world, portsOf(opened, { tabs: ['https://mail.google.com/mail/u/3/#inbox'] }), enrollmentId)
  await openTouch(world, portsOf(opened, { tabs: ['https://outlook.live.com/mail/0/'] }), enrollmentId)
  expect(opened.map((url) => url.split('?')[0])).toEqual([
    'https://mail.google.com/mail/u/3/',
    'https://outlook.live.com/mail/0/deeplink/compose',
  ])
})

async function added() {
  const world = await appWorld()
  const { result } = await addToCadence(world, {
    person: readPerson('inga-probe'),
    cadenceId: world.cadenceId,
  })
  if (result.kind !== 'added') throw new Error(result.kind)
  return { world, enrollmentId: result.enrollmentId, contactId: result.contactId }
}

/** A browser that notes what it opens, and with `isLogged` what it copies. */
function portsOf(
  log: string[],
  { tabs = [], refuses = false, isLogged = false }: PortOptions = {},
): OpenPorts {
  return {
    openAddress: (url) => Promise.resolve(void log.push(url)),
    webmailTabs: () => Promise.resolve(tabs),
    copyText: (text) => {
      if (isLogged) log.push(`copied ${text}`)
      return Promise.resolve(!refuses)
    },
  }
}

interface PortOptions {
  tabs?: string[]
  refuses?: boolean
  isLogged?: boolean
}
