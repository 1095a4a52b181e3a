import type { Delay, Step, StepType } from './step.ts'

/**
 * Cadences to begin from, with the day plans of the field (`docs/cadences.md` says where each is from). Nothing of them
 * is stored until the rep takes one. Loaded when asked for.
 */
export interface CadenceTemplate {
  /** Key of its words, below `templates.`. */
  id:
    | 'inbound_fast'
    | 'tier_1'
    | 'tier_1_2'
    | 'tier_3'
    | 'high_value'
    | 'cold_14'
    | 'balanced_21'
    | 'c_level'
    | 'minimal'
    | 're_engage'
  name: string
  steps: Step[]
}

/** Day of the plan (1 = the day it begins), what to do, subject and text. */
type Plan = readonly [
  day: number,
  type: StepType,
  subject: string,
  body: string,
  mark?: 'breakup' | 'connected',
]

function calendarDays(id: string, plan: readonly Plan[]): Step[] {
  let before = 1
  return plan.map(([day, type, subject, body, mark], index) => {
    const delay: Delay = { value: day - before, unit: 'days', from: 'previous' }
    before = day
    return { id: `${id}-${index + 1}`, type, delay, subject, body, breakup: mark === 'breakup' }
  })
}

/**
 * The same where a message goes only to whom accepted the invitation: every day is counted from the start, so that the
 * plan holds with and without the message, and whatever is made late takes the later ones along (O2 of SPEC.md).
 */
function calendarDaysWithCondition(id: string, plan: readonly Plan[]): Step[] {
  return calendarDays(id, plan).map((step, index): Step => {
    const planned = plan[index]
    const delay: Delay = { value: (planned?.[0] ?? 1) - 1, unit: 'days', from: 'start' }
    const slides = { ...step, delay, overdue: { policy: 'slide' as const } }
    return planned?.[4] === 'connected' ? { ...slides, when: ['connected'] } : slides
  })
}

const HI = "Hi {{ contact.first_name | default: 'there' }},"
const COMPANY = "{{ account.name | default: 'your company' }}"
const ME = '{{ rep.name }}'
const letter = (...lines: string[]) => [HI, ...lines, ME].join('\n\n')

const QUESTION = "A question about {{ account.name | default: 'your team' }}"
const FIRST = letter(
  `I read what ${COMPANY} does, and one question stayed with me: which part of your week takes longer than it should?`,
  'If somebody else is closer to it, a name is all I need.',
)
const AGAIN = letter(
  'The short form of my question: too much typing, too many tools, or too little time for the customer?',
  `Which one is it at ${COMPANY}, if any? One word is enough.`,
)
const CASE = letter(
  'People in your role ask me three things: how long it takes, who has to be involved, what it replaces.',
  `Shall I write the answers down for ${COMPANY}? I need two facts from you for that.`,
)
const VOICEMAIL_MAIL = letter(
  'I just tried to reach you by phone and do not want to keep trying.',
  'If a mail suits you better: one line back, and I send you what others did.',
)
const WHO = letter(
  'Only one question today: are you the right person for this, or should I leave you alone and ask a colleague?',
  'Either answer helps me.',
)
const OFFER = letter(
  `Perhaps it is simply not on the list at ${COMPANY} this quarter. That is good to know, too.`,
  'If it is: in 15 minutes I show you what a team of your size changed first, and you decide whether it fits. Would Tuesday or Thursday morning suit you?',
)
const BYE = letter(
  'I have written a few times and this is my last mail for now.',
  `Should it become a topic at ${COMPANY} later, a short answer is enough and I pick it up from there.`,
)
const NOTE = `${HI} I work with people in your role and like to learn how others go about it. Glad to be in touch. ${ME}`
const MESSAGE = `${HI} thank you for connecting. One question: which part of your week takes longer than it should? ${ME}`
const CALL = `Hello {{ contact.first_name | default: 'there' }}, this is ${ME}. Did I catch you at a bad moment?

I wrote to you and wanted to ask you myself: which part of the week takes your team longer than it should?

Voicemail: “${ME} here, one question about ${COMPANY}; it is in my mail. No need to call back.”`
const CALL_AGAIN = `Hello {{ contact.first_name | default: 'there' }}, this is ${ME}. I tried you before and wrote; this is about one question only.

Teams like yours usually name one of three: too much typing, too many tools, too little time for the customer. Which one is it at ${COMPANY}, if any?

(Listen. Then:) What have you tried so far? What would it be worth to be rid of it?

Voicemail: “${ME} again. My question is in my last mail; one word back is enough, and a no is fine. Thank you.”`
const ENGAGE = 'Read the newest post and say something about it that helps its readers. Nothing to sell.'
const DECIDE = 'Decide: nurture with a date, another person of the company, or done.'

/** Minutes, hours and days after the lead came, which is when it is added. */
function inboundSteps(): Step[] {
  const asked = letter(
    'Thank you for asking. I am calling you now; if you miss it, two times that suit you are enough.',
  )
  const rows: [Delay['unit'], number, Delay['from'], StepType, string, string][] = [
    ['minutes', 0, 'start', 'call', '', CALL],
    ['business_days', 0, 'previous', 'email', 'Your question', asked],
    ['hours', 1, 'start', 'call', '', CALL],
    ['business_days', 1, 'start', 'call', '', CALL],
    ['business_days', 2, 'start', 'email_reply', 'Your question', AGAIN],
    ['business_days', 4, 'start', 'call', '', CALL],
    ['business_days', 7, 'start', 'linkedin_connect', '', NOTE],
    ['business_days', 11, 'start', 'email_reply', 'Your question', BYE],
  ]
  return rows.map(([unit, value, from, type, subject, body], index) => {
    const breakup = index === rows.length - 1
    return { id: `inbound-${index + 1}`, type, delay: { value, unit, from }, subject, body, breakup }
  })
}

export const CADENCE_TEMPLATES: readonly CadenceTemplate[] = [
  { id: 'inbound_fast', name: 'Inbound fast response', steps: inboundSteps() },
  {
    id: 'tier_1',
    name: 'Tier 1, low automation',
    steps: calendarDays('tier', [
      [1, 'email', QUESTION, FIRST],
      [1, 'linkedin_engage', '', ENGAGE],
      [4, 'call', '', CALL],
      [4, 'linkedin_connect', '', NOTE],
      [7, 'email_reply', QUESTION, AGAIN],
      [
        10,
        'task',
        '',
        'Send a small thing by post with a note by hand: what you learned about them, no offer.',
      ],
      [23, 'email', 'Closing the loop', BYE, 'breakup'],
      [25, 'call', '', CALL],
    ]),
  },
  {
    id: 'tier_1_2',
    name: 'Tier 1 and 2, mail and LinkedIn',
    steps: calendarDaysWithCondition('mail-linkedin', [
      [1, 'email', QUESTION, FIRST],
      [2, 'linkedin_follow', '', ''],
      [4, 'linkedin_connect', '', NOTE],
      [8, 'email_reply', QUESTION, AGAIN],
      [10, 'linkedin_engage', '', ENGAGE],
      [13, 'linkedin_message', '', MESSAGE, 'connected'],
      [16, 'email', 'What others in your role asked me', CASE],
      [20, 'linkedin_engage', '', ENGAGE],
      [23, 'email_reply', 'One question', WHO],
      [28, 'email_reply', 'Closing the loop', BYE, 'breakup'],
    ]),
  },
  {
    id: 'tier_3',
    name: 'Tier 3, mail only',
    steps: calendarDays('mail-only', [
      [1, 'email', QUESTION, FIRST],
      [5, 'email_reply', QUESTION, AGAIN],
      [9, 'email', 'What others in your role asked me', CASE],
      [13, 'email_reply', 'A quarter of an hour', OFFER],
      [17, 'email_reply', 'One question', WHO],
      [21, 'email_reply', 'Closing the loop', BYE, 'breakup'],
    ]),
  },
  {
    id: 'high_value',
    name: 'High value, all channels',
    steps: calendarDaysWithCondition('high-value', [
      [1, 'email', QUESTION, FIRST],
      [2, 'linkedin_connect', '', NOTE],
      [4, 'call', '', CALL],
      [6, 'email_reply', QUESTION, AGAIN],
      [9, 'linkedin_engage', '', ENGAGE],
      [12, 'call', '', CALL_AGAIN],
      [12, 'email', 'I tried to call you', VOICEMAIL_MAIL],
      [16, 'linkedin_message', '', MESSAGE, 'connected'],
      [20, 'email', 'What others in your role asked me', CASE],
      [24, 'call', '', CALL_AGAIN],
      [29, 'email_reply', 'Closing the loop', BYE, 'breakup'],
      [30, 'task', '', DECIDE],
    ]),
  },
  {
    id: 'cold_14',
    name: 'Cold 14 days',
    steps: calendarDays('cold', [
      [1, 'email', QUESTION, FIRST],
      [2, 'linkedin_connect', '', NOTE],
      [4, 'call', '', CALL],
      [4, 'email', 'I tried to call you', VOICEMAIL_MAIL],
      [7, 'email_reply', QUESTION, AGAIN],
      [9, 'linkedin_engage', '', ENGAGE],
      [11, 'call', '', CALL_AGAIN],
      [11, 'email', 'What others in your role asked me', CASE],
      [14, 'email_reply', 'Closing the loop', BYE, 'breakup'],
    ]),
  },
  {
    id: 'balanced_21',
    name: 'Balanced 21 days',
    steps: calendarDaysWithCondition('balanced', [
      [1, 'email', QUESTION, FIRST],
      [3, 'linkedin_connect', '', ''],
      [5, 'email_reply', QUESTION, AGAIN],
      [6, 'linkedin_message', '', MESSAGE, 'connected'],
      [10, 'email', 'What others in your role asked me', CASE],
      [12, 'call', '', CALL],
      [16, 'email_reply', 'One question', WHO],
      [21, 'email_reply', 'Closing the loop', BYE, 'breakup'],
    ]),
  },
  {
    id: 'c_level',
    name: 'C-level short',
    steps: calendarDays('c-level', [
      [1, 'email', QUESTION, FIRST],
      [4, 'linkedin_connect', '', NOTE],
      [9, 'call', '', CALL],
      [14, 'email', 'What others in your role asked me', CASE],
      [21, 'email_reply', 'Closing the loop', BYE, 'breakup'],
    ]),
  },
  {
    id: 'minimal',
    name: 'HubSpot minimal',
    steps: calendarDays('minimal', [
      [1, 'email', QUESTION, FIRST],
      [3, 'call', '', CALL],
      [5, 'email_reply', QUESTION, AGAIN],
      [8, 'email_reply', 'Closing the loop', BYE, 'breakup'],
      [8, 'task', '', DECIDE],
    ]),
  },
  {
    id: 're_engage',
    name: 'Re-engagement after nurture',
    steps: calendarDays('again', [
      [
        1,
        'email',
        'What has changed since we wrote',
        letter(
          'We wrote some time ago, and since then one thing has changed: (name it).',
          `Is it a topic at ${COMPANY} again?`,
        ),
      ],
      [4, 'linkedin_engage', '', ENGAGE],
      [9, 'call', '', CALL],
      [16, 'email_reply', 'Closing the loop', BYE, 'breakup'],
    ]),
  },
]
