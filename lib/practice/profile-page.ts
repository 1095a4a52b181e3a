import { html, type Html } from './html.ts'
import { PRACTICE_PEOPLE } from './people.ts'
import { linkedinUrlOf, memberIdOf, WORDS, type PracticePerson } from './person.ts'
import { pageOf } from './shell.ts'

/**
 * A signed-in profile built the way LinkedIn builds its newest pages: no `h1`, no embedded data, subject told
 * by `componentkey`, name in an `h2` and again in the toolbar, both degree badges in the document, further
 * people in side lists and mutual connections.
 */
export function profilePage(person: PracticePerson, script: string | null = null): string {
  return pageOf({
    lang: person.language,
    direction: person.language === 'ar' ? 'rtl' : 'ltr',
    title: `${person.name} | LinkedIn`,
    head: html`<meta name="como-pk" content="d_flagship3_profile_view_base" />`,
    body: html`<div id="root">
        ${navigation()}
        <div role="main" data-sdui-screen="com.linkedin.sdui.flagshipnav.profile.Profile">
          ${toolbar(person)}
          <main id="workspace">
            <div data-display-contents="true" class="frame">
              <div class="wrap">
                <div data-testid="lazy-column" componentkey="${keyOf(person, 1)}">
                  ${topCard(person)}
                  <div componentkey="ProfilePostConnectDrawer_${person.slug}"></div>
                  <div componentkey="profileCardsAboveActivity${person.slug}">${aboutCard(person)}</div>
                  ${activityCard(person)} ${belowActivity(person)}
                </div>
                ${sideList(person)}
              </div>
            </div>
          </main>
        </div>
      </div>
      <div id="interop-outlet" data-testid="interop-shadowdom"></div>`,
    script,
  })
}

function navigation(): Html {
  return html`<div class="bar" data-testid="primary-nav" dir="ltr" lang="en">
    <span>Practice network</span>
    <nav componentkey="primaryNavLinksComponentRef">
      <ul>
        <li><a href="https://www.linkedin.com/feed/">Home</a></li>
        <li>
          <a href="https://www.linkedin.com/messaging/" aria-label="Messaging, 0 new notifications"
            >Messaging</a
          >
        </li>
      </ul>
    </nav>
  </div>`
}

function toolbar(person: PracticePerson): Html {
  return html`<div role="toolbar" class="sticky">
    <div data-display-contents="true">
      <div class="row" componentkey="${keyOf(person, 2)}">
        <a href="${linkedinUrlOf(person)}"
          ><div aria-label="${person.name}">
            <div>
              <p>${person.name}</p>
              <p class="dim">${person.headline}</p>
            </div>
          </div></a
        >
      </div>
      <div>${messageLink(person, 3)}</div>
    </div>
  </div>`
}

function topCard(person: PracticePerson): Html {
  const url = linkedinUrlOf(person)
  const key = cardKey(person, 'Topcard')
  return html`<div componentkey="${key}">
    <div data-display-contents="true">
      <section class="card" componentkey="${key}">
        <div>
          <a href="${url}overlay/background-photo/"><figure class="cover"></figure></a>
          <a href="${url}" componentkey="${keyOf(person, 4)}"
            ><div class="face" aria-label="Profile photo"></div
          ></a>
        </div>
        <div>
          <div>
            <div class="row">
              <div data-display-contents="true">
                <a href="${url}" componentkey="${keyOf(person, 5)}"
                  ><div><h2>${person.name}</h2></div></a
                >
              </div>
              ${pronouns(person)}${degrees(person)}
            </div>
            <p>${person.headline}</p>
            ${organisationLine(person)}
            <div class="row dim">
              <p>${person.location}</p>
              <p>·</p>
              <p><a href="${url}overlay/contact-info/">${WORDS[person.language].contact}</a></p>
            </div>
          </div>
          ${organisationButtons(person)}
        </div>
        <div class="row dim">
          <p>${person.followers} followers</p>
          <p>·</p>
          <p>${person.connections} connections</p>
        </div>
        ${mutualConnections(person)}
        <div>
          <div>${messageLink(person, 6)}${moreButton(person, 7)}</div>
          <div class="unseen">${messageLink(person, 8)}${moreButton(person, 9)}</div>
        </div>
      </section>
    </div>
  </div>`
}

function pronouns(person: PracticePerson): Html | null {
  return person.pronouns === null ? null : html`<p class="dim">${person.pronouns}</p>`
}

/** LinkedIn keeps a second badge in the document; the one not shown stands in a wrapper of its own. */
function degrees(person: PracticePerson): Html {
  const shown = html`<p class="dim">· ${person.degree}</p>`
  if (person.degree === '3rd') return shown
  const other = person.degree === '1st' ? '2nd' : '1st'
  return html`${shown}
    <div data-display-contents="true" class="hidden-badge"><p class="unseen">· ${other}</p></div>`
}

function organisationLine(person: PracticePerson): Html | null {
  const parts = [person.company, person.school].filter((part) => part !== null)
  return parts.length === 0 ? null : html`<p class="dim">${parts.join(' · ')}</p>`
}

function organisationButtons(person: PracticePerson): Html {
  const one = (name: string | null, icon: string) =>
    name === null
      ? null
      : html`<div role="button" tabindex="0">
          <div class="row">
            <figure>
              <svg id="${icon}" role="img" aria-label="" viewBox="0 0 16 16">
                <rect x="2" y="4" width="12" height="10" fill="currentColor" opacity=".3" />
              </svg>
            </figure>
            <p>${name}</p>
          </div>
        </div>`
  return html`<div class="dim">
    ${one(person.company, 'company-accent-4')}${one(person.school, 'school-accent-4')}
  </div>`
}

/** The people here are not the subject: a reader that takes the wrong link shows one of them. */
function mutualConnections(person: PracticePerson): Html {
  const [first, second] = PRACTICE_PEOPLE.filter(
    (other) => other.slug !== person.slug && other.layout === 'sdui',
  )
  const search = 'https://www.linkedin.com/search/results/people/?origin=MEMBER_PROFILE_CANNED_SEARCH'
  return html`<div componentkey="${keyOf(person, 10)}">
    <p class="dim">
      <a href="${search}"><strong>${first?.name ?? ''}</strong>, <strong>${second?.name ?? ''}</strong></a>
    </p>
  </div>`
}

function aboutCard(person: PracticePerson): Html {
  const key = cardKey(person, 'About')
  if (person.about === null) return html`<div componentkey="${key}"></div>`
  return html`<div componentkey="${key}">
    <div data-display-contents="true">
      <section class="card" componentkey="${key}">
        <div>
          <h2 class="head">${WORDS[person.language].about}</h2>
          <p>
            <span class="long" data-testid="expandable-text-box"
              >${person.about}<button class="unseen" type="button" data-testid="expandable-text-button">
                … more
              </button></span
            >
          </p>
        </div>
      </section>
    </div>
  </div>`
}

function activityCard(person: PracticePerson): Html {
  return html`<div componentkey="com.linkedin.sdui.profile.card.ref${person.slug}Activity">
    <section class="card" componentkey="${keyOf(person, 11)}">
      <h2 class="head">${WORDS[person.language].activity}</h2>
      <ul data-testid="carousel-children-container">
        <li data-testid="carousel-child-container">
          <p class="dim">A practice post about supplier portals.</p>
        </li>
      </ul>
      <a class="dim" href="${linkedinUrlOf(person)}recent-activity/all/">Show all</a>
    </section>
  </div>`
}

function belowActivity(person: PracticePerson): Html {
  const part = `profileCardsBelowActivityPart1${person.slug}`
  if (person.experience === null)
    return html`<div componentkey="${part}"><div componentkey="${part}"></div></div>`
  const words = WORDS[person.language]
  const entries = person.experience.map(
    (position, index) =>
      html`<div componentkey="entity-collection-item-${keyOf(person, 20 + index)}">
        <div class="row">
          <a href="https://www.linkedin.com/company/${person.companyId ?? 0}/"><figure></figure></a>
          <a href="${linkedinUrlOf(person)}details/experience/"
            ><div>
              <p>${position.title}</p>
              <p class="dim">${position.company}</p>
              <p class="dim">${position.start} - ${position.end ?? words.present}</p>
              <p class="dim">${position.location}</p>
            </div></a
          >
        </div>
      </div>`,
  )
  const key = cardKey(person, 'ExperienceTopLevelSection')
  return html`<div componentkey="${part}">
    <div componentkey="${key}">
      <section class="card" componentkey="${key}">
        <div>
          <h2 class="head">${words.experience}</h2>
          <div data-testid="profile_ExperienceTopLevelSection_${person.slug}">${entries}</div>
        </div>
      </section>
    </div>
  </div>`
}

function sideList(person: PracticePerson): Html {
  const others = PRACTICE_PEOPLE.filter((other) => other.slug !== person.slug)
  const rows = others.map(
    (other) =>
      html`<li>
        <a href="${linkedinUrlOf(other)}"
          ><p><bdi>${other.name}</bdi></p>
          <p class="dim">${other.headline}</p></a
        >
      </li>`,
  )
  return html`<aside class="card" componentkey="profileAsideBrowsemap${person.slug}">
    <h2>${WORDS[person.language].also}</h2>
    <ul>
      ${rows}
    </ul>
  </aside>`
}

function messageLink(person: PracticePerson, part: number): Html {
  const urn = encodeURIComponent(`urn:li:fsd_profile:${memberIdOf(person)}`)
  return html`<a
    class="act"
    componentkey="${keyOf(person, part)}"
    href="/messaging/compose/?profileUrn=${urn}&recipient=${memberIdOf(person)}"
    ><span>${WORDS[person.language].message}</span></a
  >`
}

function moreButton(person: PracticePerson, part: number): Html {
  return html`<button
    class="act"
    type="button"
    aria-label="${WORDS[person.language].more}"
    componentkey="${keyOf(person, part)}"
  >
    …
  </button>`
}

function cardKey(person: PracticePerson, card: string): string {
  return `com.linkedin.sdui.profile.card.ref${memberIdOf(person)}${card}`
}

/** A key in the form of the random ones between the telling ones; the same at every build of the page. */
function keyOf(person: PracticePerson, part: number): string {
  const number = (person.memberNumber * 97 + part).toString(16).padStart(12, '0')
  return `${number.slice(-8)}-b47a-4c0d-9e2f-${number}`
}
