import { html } from './html.ts'
import { PRACTICE_PEOPLE } from './people.ts'
import { linkedinUrlOf } from './person.ts'
import { pageOf } from './shell.ts'

/** Pages with many people and no prospect, or none at all: Baton must say so in a sentence. */

export function feedPage(script: string | null = null): string {
  const posts = PRACTICE_PEOPLE.map(
    (person) =>
      html`<div class="card" role="listitem" componentkey="update-${person.memberNumber}">
        <a href="${linkedinUrlOf(person)}"
          ><p><bdi>${person.name}</bdi> <span class="dim">· ${person.degree}</span></p>
          <p class="dim">${person.headline}</p></a
        >
        <p>A practice post.</p>
      </div>`,
  )
  return pageOf({
    lang: 'en',
    direction: 'ltr',
    title: 'Feed | LinkedIn',
    head: html`<meta name="como-pk" content="d_flagship3_feed" />`,
    body: html`<div id="root">
      <div role="main" data-sdui-screen="com.linkedin.sdui.flagshipnav.feed.MainFeed">
        <main id="workspace">
          <div class="wrap"><div role="list" data-testid="mainFeed">${posts}</div></div>
        </main>
      </div>
    </div>`,
    script,
  })
}

export function loginWallPage(script: string | null = null): string {
  return pageOf({
    lang: 'en',
    direction: 'ltr',
    title: 'Sign Up | LinkedIn',
    head: html`<meta name="pageKey" content="auth_wall_desktop_profile" />
      <meta name="robots" content="noarchive" />`,
    body: html`<main class="wrap" role="main">
      <div class="card">
        <h1>Join to see who you already know</h1>
        <form action="#">
          <p>
            <label>Email <input name="session_key" type="text" autocomplete="off" /></label>
          </p>
          <p>
            <label>Password <input name="session_password" type="password" autocomplete="off" /></label>
          </p>
          <button class="act" type="button">Sign in</button>
        </form>
      </div>
    </main>`,
    script,
  })
}
