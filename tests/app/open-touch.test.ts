import { expect, test } from 'vitest'
import { addToCadence } from '#lib/app/enroll.ts'
import { openTouch } from '#lib/app/open-touch.ts'
import { editPerson } from '#lib/app/edit-person.ts'
import { completeTouch } from '#lib/app/touches.ts'
import { appWorld, readPerson } from '#tests/support/app-world.ts'

test('a mail opens the chosen mail program with recipient, subject and text, an invitation the profile', async () => {
  const world = await appWorld()
  const opened: string[] = []
  const ports = { openAddress: (url: string) => Promise.resolve(void opened.push(url)) }
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
