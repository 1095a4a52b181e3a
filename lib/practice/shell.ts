import { html, type Html } from './html.ts'

/** What every page of the range has around its content: head, banner, own neutral look. */
export interface Shell {
  lang: string
  direction: 'ltr' | 'rtl'
  title: string
  /** Further elements of the head. */
  head: Html
  body: Html
  /** Runs in the page when it is served under a real address; extension pages allow none, so it is null there. */
  script: string | null
}

export function pageOf(shell: Shell): string {
  const script = shell.script === null ? null : { html: `<script>${shell.script}</script>` }
  const page = html`<html lang="${shell.lang}" dir="${shell.direction}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${shell.title}</title>
      ${shell.head}
      <style>
        ${{ html: STYLE }}
      </style>
    </head>
    <body>
      <div class="practice-note" role="note" dir="ltr" lang="en">
        Practice · an invented page, nothing here is real
      </div>
      ${shell.body}${script}
    </body>
  </html>`
  return `<!doctype html>\n${page.html}\n`
}

const STYLE = `
:root{color-scheme:light dark;--line:#d5d9dd;--ink:#1c2226;--dim:#5b656d;--ground:#f2f4f5;--card:#fff;--tint:#e4ecef}
@media (prefers-color-scheme:dark){:root{--line:#3a4248;--ink:#e8ecee;--dim:#a3adb4;--ground:#15191c;--card:#1e2428;--tint:#2a3338}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/22px system-ui,sans-serif}
p,h1,h2,h3,ul,figure{margin:0;padding:0}ul{list-style:none}
a{color:inherit;text-decoration:none}a:hover{text-decoration:underline}aside li{margin-bottom:10px}
.practice-note{padding:6px 16px;background:#f5e3b8;color:#4a3700;font-size:13px;text-align:center}
.bar{display:flex;gap:16px;align-items:center;padding:10px 24px;background:var(--card);border-bottom:1px solid var(--line);font-size:13px;color:var(--dim)}
.bar ul{display:flex;gap:16px;margin-inline-start:auto}
.sticky{display:flex;justify-content:space-between;gap:12px;padding:8px 24px;background:var(--card);border-bottom:1px solid var(--line);font-size:13px}
.wrap{max-width:1000px;margin:0 auto;padding:20px 16px;display:grid;grid-template-columns:minmax(0,1fr) 240px;gap:16px;align-items:start}
.card{display:block;background:var(--card);border:1px solid var(--line);border-radius:6px;padding:16px 20px;margin-bottom:12px}
.cover{height:72px;margin:-16px -20px 12px;background:var(--tint);border-radius:6px 6px 0 0}
.face{width:64px;height:64px;border-radius:50%;background:var(--tint);border:1px solid var(--line)}
.row{display:flex;flex-wrap:wrap;gap:8px;align-items:baseline}
.dim{color:var(--dim);font-size:13px}
.act{display:inline-block;margin:10px 8px 0 0;padding:4px 14px;border:1px solid var(--line);border-radius:6px;background:none;color:inherit;font:inherit;font-size:13px;text-decoration:none}
h1,h2{font-size:20px;line-height:28px}.card h2.head,aside h2{font-size:15px;margin-bottom:6px}
[data-display-contents]{display:contents}
.unseen{display:none}
.long{white-space:pre-line}
svg{width:16px;height:16px}
.mail{max-width:820px;margin:0 auto;padding:20px 16px}
@media (max-width:720px){.wrap{grid-template-columns:minmax(0,1fr)}}
`
