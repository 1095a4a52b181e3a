import type { Cadence } from '../records.ts'
import type { Delay, Step, StepType } from './step.ts'

/** The cadences that come with Baton. Ids are fixed for ever: two devices make the same record, and a step keeps its history. */

export const OUTBOUND_STARTER_ID = '3f0b1a52-7c4e-5d19-9a86-2e5d4c7b8f01'

export type ShippedCadence = { id: string } & Omit<Cadence, 'createdAt'>

function starterSteps(): Step[] {
  return [
    step('os-1-mail', 'email', 0, QUESTION, FIRST_MAIL),
    step('os-2-invitation', 'linkedin_connect', 0, '', INVITATION),
    step('os-3-follow-up', 'email_reply', 2, QUESTION, SECOND_MAIL),
    step('os-4-follow-up', 'email_reply', 3, QUESTION, THIRD_MAIL),
    step('os-5-call', 'call', 2, '', CALL),
    step('os-6-after-call', 'email', 0, 'I tried to call you', AFTER_CALL),
    step('os-7-case', 'email', 3, 'What others in your role asked me', CASE),
    step('os-8-question', 'email_reply', 4, 'One question', ONE_QUESTION),
    { ...step('os-9-break-up', 'email_reply', 4, 'Closing the loop', BREAK_UP), breakup: true },
  ]
}

function step(id: string, type: StepType, days: number, subject: string, body: string): Step {
  const delay: Delay = { value: days, unit: 'business_days', from: 'previous' }
  return { id, type, delay, subject, body, breakup: false }
}

const HI = "Hi {{ contact.first_name | default: 'there' }},"
const COMPANY = "{{ account.name | default: 'your company' }}"
const QUESTION = "A question about {{ account.name | default: 'your team' }}"
const SIGNED = '{{ rep.name }}'

const FIRST_MAIL = `${HI}

I read your profile and what ${COMPANY} does, and one question stayed with me: which part of your week takes longer than it should?

I ask because I help people in your role with exactly that, and I would rather hear it from you than guess.

If somebody else is closer to it, a name is all I need.

${SIGNED}`

// LinkedIn cuts a free account's note at 200 characters; with long names this one stays below.
const INVITATION = `${HI} I work with people in your role and like to learn how others go about it. Glad to be in touch. ${SIGNED}`

const SECOND_MAIL = `${HI}

I know my question came out of nowhere, so here is the short form.

Teams like yours usually tell me one of three things: too much typing, too many tools, or too little time for the customer. Which one is it at ${COMPANY}, if any?

One word is enough.

${SIGNED}`

const THIRD_MAIL = `${HI}

Perhaps this is simply not on your list this quarter. That is good to know, too.

If it is: I can show you in 15 minutes what a team of your size changed first, and you decide whether it fits. Would Tuesday or Thursday morning suit you?

${SIGNED}`

const CALL = `Hello {{ contact.first_name | default: 'there' }}, this is ${SIGNED}. I wrote to you last week. Did I catch you at a bad moment?

The reason I call: I wanted to ask you myself which part of the week takes your team at ${COMPANY} longer than it should.

(Listen. Then:) How do you solve that today? What happens if it stays as it is?

If there is something in it: would 15 minutes on Thursday be fair, so that I can show you what others did?

Voicemail: “Hello {{ contact.first_name | default: '' }}, ${SIGNED} here. I have one question about ${COMPANY}; it is in my mail of today. No need to call back. Thank you.”`

const AFTER_CALL = `${HI}

I tried to reach you by phone today and did not want to keep trying.

My question is the same: which part of the week takes your team at ${COMPANY} longer than it should? If you tell me, I will send you what others did about it, and you need not talk to anybody.

${SIGNED}`

const CASE = `${HI}

When I talk to people in your role, they ask me the same three things: how long it takes until it works, who has to be involved, and what it replaces.

The short answers: a few weeks, fewer people than you think, and usually a spreadsheet. The long ones depend on how ${COMPANY} works today.

Shall I write them down for your case? I need two facts from you for that.

${SIGNED}`

const ONE_QUESTION = `${HI}

Only one question today: are you the right person for this, or should I leave you alone and ask a colleague?

Either answer helps me.

${SIGNED}`

const BREAK_UP = `${HI}

I have written a few times and do not want to fill your inbox. This is my last mail for now.

Should it become a topic at ${COMPANY} later, a short answer to this mail is enough and I will pick it up from there.

All the best,
${SIGNED}`

// Below the texts, which it reads.
/** Day 1 mail and invitation · 3, 6 follow-ups · 8 call and mail · 11, 15 mails · 19 break-up; business days. */
export const SHIPPED_CADENCES: readonly ShippedCadence[] = [
  {
    id: OUTBOUND_STARTER_ID,
    name: 'Outbound starter',
    shipped: 'outbound-starter',
    archived: false,
    steps: starterSteps(),
  },
]
