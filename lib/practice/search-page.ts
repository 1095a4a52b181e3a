import { html, type Html } from './html.ts'
import { LISTED_ROWS, type ListedRow } from './listed.ts'
import { pageOf } from './shell.ts'

export const PRACTICE_SEARCH_URL = 'https://www.linkedin.com/search/results/people/?keywords=practice'

/**
 * Results of a people search, built the way LinkedIn builds its newest ones: rows are list items, the name is the
 * first link with text, a row also links to mutual connections, who are no results, and to an invitation.
 */
export function searchPage(script: string | null = null, rows: readonly ListedRow[] = LISTED_ROWS): string {
  return pageOf({
    lang: 'en',
    direction: 'ltr',
    title: 'practice | Search | LinkedIn',
    head: html`<meta name="como-pk" content="d_flagship3_search_srp_people" />`,
    body: html`<div id="root">
      <div class="bar" data-testid="primary-nav">
        <span>Practice network</span>
        <input aria-label="Search" value="practice" readonly />
      </div>
      <div role="main" data-sdui-screen="com.linkedin.sdui.flagshipnav.search.SearchResultsPeople">
        <main id="workspace">
          <div class="wrap">
            <div data-testid="lazy-column">
              <p class="dim">About ${rows.length} results</p>
              ${rows.map((row, index) => listItem(row, rows[(index + 1) % rows.length] ?? row, index))}
            </div>
            <aside class="card">
              <h2>People you may know</h2>
              ${mayKnow(rows)}
            </aside>
          </div>
        </main>
      </div>
    </div>`,
    script,
  })
}

function listItem(row: ListedRow, other: ListedRow, index: number): Html {
  return html`<div class="card" role="listitem" componentkey="${keyOf(index)}">
    <div class="row">
      <a href="${profileOf(row)}"><figure class="face" aria-label="${row.name}, photo"></figure></a>
      <div>
        <p>
          <a href="${profileOf(row)}"
            >${row.name}<span></span><span role="img" aria-label="Verified"></span
          ></a>
          <span> • ${row.degree}</span>
        </p>
        <p>${row.headline}</p>
        <p class="dim">${row.location}</p>
      </div>
      <div componentkey="SearchResults${row.memberId}">
        <a class="act" href="/preload/search-custom-invite/?vanityName=${encodeURIComponent(row.slug)}"
          >Connect</a
        >
      </div>
    </div>
    <p class="dim">Past: Buyer at Old Sample Mill</p>
    <div>
      <ul role="presentation">
        <li></li>
      </ul>
      <p class="dim">
        <a href="${profileOf(other)}"><strong>${other.name}</strong></a> and
        <a href="/search/results/people/?origin=SHARED_CONNECTIONS_CANNED_SEARCH"
          ><strong>8 other mutual connections</strong></a
        >
      </p>
    </div>
  </div>`
}

/** Nobody here is a result. */
function mayKnow(rows: readonly ListedRow[]): Html[] {
  return rows.slice(0, 2).map((row) => html`<p><a href="${profileOf(row)}?trk=side">${row.name}</a></p>`)
}

const profileOf = ({ slug }: ListedRow): string => `https://www.linkedin.com/in/${encodeURIComponent(slug)}/`

const keyOf = (index: number): string =>
  `${(index + 1).toString(16).padStart(8, '0')}-5a3c-4b1d-8e6f-practice`
