import { html, type Html } from './html.ts'
import { linkedinUrlOf, type PracticePerson } from './person.ts'
import { pageOf } from './shell.ts'

/**
 * A profile as visitors without an account get it, on a country host: the subject told by meta elements and
 * one `h1`, sections by `data-section`, and sign-in dialogs with headings of their own in the top card.
 */
export function guestPage(person: PracticePerson, script: string | null = null): string {
  const url = linkedinUrlOf(person).replace(/\/$/, '')
  const title = [person.name, person.title, person.company].filter((part) => part !== null).join(' - ')
  return pageOf({
    lang: 'en',
    direction: 'ltr',
    title: `${title} | LinkedIn`,
    head: html`<meta name="pageKey" content="public_profile_v3_desktop" />
      <meta name="locale" content="en_US" />
      <link rel="canonical" href="${url}" />
      <meta property="og:type" content="profile" />
      <meta property="og:title" content="${title} | LinkedIn" />
      <meta property="og:url" content="${url}" />
      <meta property="profile:first_name" content="${person.firstName ?? ''}" />
      <meta property="profile:last_name" content="${person.lastName ?? ''}" />
      <script type="application/ld+json">
        ${structuredData(person, url)}
      </script>`,
    body: html`<main class="wrap" id="main-content" role="main">
      <section class="profile">
        ${topCard(person)} ${about(person)} ${experience(person)} ${education(person)}
      </section>
    </main>`,
    script,
  })
}

function topCard(person: PracticePerson): Html {
  return html`<section class="card top-card-layout">
    <div data-section="picture"><figure class="face"></figure></div>
    <div>
      <h1>${person.name}</h1>
      <div hidden>
        <section role="dialog" aria-modal="true">
          <h2>Sign in to view ${person.firstName ?? person.name}’s full profile</h2>
          <p>New here? <a href="https://www.linkedin.com/signup/">Join now</a></p>
        </section>
      </div>
      <h2>${person.headline}</h2>
      <div class="dim">
        <div><span>${person.location}</span></div>
        <div><span>${person.followers} followers</span> <span>${person.connections} connections</span></div>
      </div>
    </div>
    <div class="row dim">
      <div data-section="currentPositionsDetails">
        <a href="https://www.linkedin.com/company/sampleby-timber"><span>${person.company ?? ''}</span></a>
      </div>
      <div data-section="educationsDetails">
        <a href="https://www.linkedin.com/school/specimen-school"><span>${person.school ?? ''}</span></a>
      </div>
    </div>
    <div
      data-semaphore-content-urn="urn:li:member:${person.memberNumber}"
      data-semaphore-content-type="PROFILE"
    ></div>
  </section>`
}

function about(person: PracticePerson): Html | null {
  if (person.about === null) return null
  return html`<section class="card" data-section="summary">
    <div><h2 class="head">About</h2></div>
    <div><p>${person.about}</p></div>
  </section>`
}

function experience(person: PracticePerson): Html | null {
  if (person.experience === null) return null
  const items = person.experience.map(
    (position) =>
      html`<li data-section="currentPositionsDetails">
        <div>
          <h3><span>${position.title}</span></h3>
          <h4><a href="https://www.linkedin.com/company/sampleby-timber">${position.company}</a></h4>
          <div class="dim">
            <p>
              <span
                ><time>${position.start}</time> -
                ${position.end === null ? html`Present` : html`<time>${position.end}</time>`}</span
              >
            </p>
            <p>${position.location}</p>
          </div>
        </div>
      </li>`,
  )
  return html`<section class="card" data-section="experience">
    <div><h2 class="head">Experience</h2></div>
    <ul>
      ${items}
    </ul>
  </section>`
}

function education(person: PracticePerson): Html | null {
  if (person.school === null) return null
  return html`<section class="card" data-section="educationsDetails">
    <div><h2 class="head">Education</h2></div>
    <ul>
      <li data-section="educations">
        <div>
          <h3><a href="https://www.linkedin.com/school/specimen-school">${person.school}</a></h3>
          <h4><span>-</span></h4>
        </div>
      </li>
    </ul>
  </section>`
}

function structuredData(person: PracticePerson, url: string): Html {
  const data = {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Person',
        name: person.name,
        url,
        jobTitle: person.title === null ? [] : [person.title],
        worksFor: person.company === null ? [] : [{ '@type': 'Organization', name: person.company }],
        alumniOf: person.school === null ? [] : [{ '@type': 'EducationalOrganization', name: person.school }],
        address: { '@type': 'PostalAddress', addressLocality: person.location },
      },
    ],
  }
  return { html: JSON.stringify(data).replaceAll('<', '\\u003c') }
}
