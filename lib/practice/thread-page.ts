import { html, type Html } from './html.ts'
import { PRACTICE_PEOPLE } from './people.ts'
import type { PracticePerson } from './person.ts'
import { pageOf } from './shell.ts'

/** The practice rep's own address: left out of the participants, as the title names it. */
export const PRACTICE_REP = { name: 'Practice Rep', email: 'rep@baton.example' } as const
export const PRACTICE_THREAD_ID = 'practice-thread-01'
export const PRACTICE_THREAD_URL = `https://mail.google.com/mail/u/0/#inbox/${PRACTICE_THREAD_ID}`

const SUBJECT = 'Two plants, one supplier portal'

interface Message {
  from: { name: string; email: string }
  to: { name: string; email: string }
  date: string
  text: string
  quote: string | null
}

/** An open mail thread built as Gmail builds one: two prospects, the rep called «me», third parties in quotes and footers only. */
export function threadPage(script: string | null = null): string {
  return pageOf({
    lang: 'en',
    direction: 'ltr',
    title: `${SUBJECT} - ${PRACTICE_REP.email} - Gmail`,
    head: html`<meta name="application-name" content="Gmail" />`,
    body: html`<div class="mail">
      <div role="main">
        <h2
          data-legacy-thread-id="${PRACTICE_THREAD_ID}"
          data-thread-perm-id="thread-f:${PRACTICE_THREAD_ID}"
        >
          ${SUBJECT}
        </h2>
        <div role="list">${messages().map(messageCard)}</div>
      </div>
    </div>`,
    script,
  })
}

/** The two prospects of the thread. */
export function threadPeople(): readonly PracticePerson[] {
  return PRACTICE_PEOPLE.filter((person) => person.why === 'norwegian' || person.why === 'longName')
}

function messages(): Message[] {
  const [kari, annegret] = threadPeople()
  if (kari === undefined || annegret === undefined) return []
  return [
    {
      from: PRACTICE_REP,
      to: kari,
      date: 'May 12, 2026, 9:12 AM',
      text: 'Who decides about the portal?',
      quote: null,
    },
    {
      from: kari,
      to: PRACTICE_REP,
      date: 'May 12, 2026, 11:40 AM',
      text: 'Annegret does. I have added her.',
      quote: 'Who decides about the portal?',
    },
    {
      from: annegret,
      to: PRACTICE_REP,
      date: 'May 13, 2026, 8:05 AM',
      text: 'Am besten nach 15 Uhr.',
      quote: 'Annegret does. I have added her.',
    },
  ]
}

function messageCard(message: Message, index: number): Html {
  return html`<div
    class="card"
    role="listitem"
    data-message-id="#msg-f:practice${index}"
    data-legacy-message-id="practice${index}"
  >
    <div class="row">
      <span
        email="${message.from.email}"
        name="${message.from.name}"
        data-hovercard-id="${message.from.email}"
        ><span>${message.from.name}</span></span
      >
      <span class="dim"><span>to </span>${recipient(message)}</span
      ><span class="dim" title="${message.date}">${message.date}</span>
    </div>
    <div>
      <div dir="auto">${message.text}</div>
      ${quote(message)}
      <div class="dim">
        Sent from a practice desk ·
        <a href="mailto:unsubscribe@newsletter.example">unsubscribe@newsletter.example</a>
      </div>
    </div>
  </div>`
}

function recipient(message: Message): Html {
  const isRep = message.to.email === PRACTICE_REP.email
  return html`<span
    email="${message.to.email}"
    name="${isRep ? 'me' : message.to.name}"
    data-hovercard-id="${message.to.email}"
    >${isRep ? 'me' : message.to.name}</span
  >`
}

function quote(message: Message): Html | null {
  if (message.quote === null) return null
  return html`<div class="gmail_quote dim">
    <div>
      Earlier, Third Party &lt;<a href="mailto:third@party.example">third@party.example</a>&gt; wrote:
    </div>
    <blockquote>${message.quote}</blockquote>
  </div>`
}
