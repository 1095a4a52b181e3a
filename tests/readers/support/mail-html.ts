import { esc } from './invented.ts'

export type MailPerson = { address: string; name: string }
export type MailMessage = { from: MailPerson; to: MailPerson[]; at: string; body: string }

/** An open Gmail conversation, in the plain shape or with the tables the head has been made of for years. */
export function gmailHtml(
  subject: string,
  viewer: string,
  messages: MailMessage[],
  { tables = false } = {},
): string {
  const span = (p: MailPerson): string =>
    `<span email="${esc(p.address)}" name="${esc(p.name)}" data-hovercard-id="${esc(p.address)}"><span>${esc(p.name)}</span></span>`
  const head = (m: MailMessage): string => {
    const date = `<span title="${m.at}" alt="${m.at}">${m.at}</span>`
    const to = m.to.length > 0 ? `<span>to ${m.to.map(span).join(', ')}</span>` : ''
    return tables
      ? `<table><tbody><tr><td><table><tbody><tr><td><h3>${span(m.from)}</h3></td></tr></tbody></table></td><td>${date}</td></tr><tr><td colspan="2"><table><tbody><tr><td>${to}</td></tr></tbody></table></td></tr></tbody></table>`
      : `<div>${span(m.from)}${to}${date}</div>`
  }
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${esc(subject)} - ${viewer} - Gmail</title></head><body>
<div role="main" style="display: none"><table><tr role="row" id=":1"><td><span email="list@example.net" name="Old List">Old List</span><span data-thread-id="#thread-f:1">Old</span></td></tr></table></div>
<div role="main"><h2 data-legacy-thread-id="19ab00ff19ab00ff">${esc(subject)}</h2>
${messages.map((m, i) => `<div data-message-id="#msg-f:${i}" data-legacy-message-id="m${i}">${head(m)}<div><div dir="ltr">${m.body}</div></div></div>`).join('\n')}
</div></body></html>`
}

export const gmailListHtml = (): string =>
  `<!DOCTYPE html><html><head><title>Inbox (3) - sam@copperfinch.example - Gmail</title></head><body><div role="main"><table><tbody>
<tr role="row" id=":2a"><td><span email="ola@example.net" name="Ola">Ola</span></td><td><span data-thread-id="#thread-f:12" data-legacy-thread-id="12">Offer</span></td></tr></tbody></table></div></body></html>`
