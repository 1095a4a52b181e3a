import { html, type Html } from './html.ts'
import { linkedinUrlOf, memberIdOf, WORDS, type PracticePerson, type PracticePosition } from './person.ts'
import { pageOf } from './shell.ts'

/** Pages behind the profile: all positions, and the dialog with the ways to reach somebody. */

export function experiencePage(person: PracticePerson, script: string | null = null): string {
  const words = WORDS[person.language]
  return pageOf({
    lang: person.language,
    direction: person.language === 'ar' ? 'rtl' : 'ltr',
    title: `${words.experience} | LinkedIn`,
    head: html`<meta name="como-pk" content="d_flagship3_profile_view_base_position_details" />`,
    body: html`<div id="root">
      <main id="workspace" class="wrap">
        <section
          class="card"
          componentkey="com.linkedin.sdui.profile.card.ref${memberIdOf(person)}ExperienceDetails"
        >
          <h2 class="head">${words.experience}</h2>
          <div data-testid="profile_ExperienceDetailsSection_${person.slug}">
            ${(person.experience ?? EARLIER).map((position, index) => entry(person, position, index))}
          </div>
        </section>
      </main>
    </div>`,
    script,
  })
}

function entry(person: PracticePerson, position: PracticePosition, index: number): Html {
  const isNow = position.company === person.company
  return html`<div componentkey="entity-collection-item-practice-${index}">
    <a href="https://www.linkedin.com/company/${isNow ? (person.companyId ?? 0) : 910_000_900 + index}/"
      ><figure></figure
    ></a>
    <div>
      <a href="${linkedinUrlOf(person)}details/experience/"
        ><div>
          <div>
            <p>${position.title}</p>
            <p>${position.company} · Full-time</p>
          </div>
          <p class="dim">${position.start} - ${position.end ?? WORDS[person.language].present} · 2 yrs</p>
          <p class="dim">${position.location} · Hybrid</p>
        </div></a
      >
    </div>
  </div>`
}

export function contactPage(person: PracticePerson, script: string | null = null): string {
  const url = linkedinUrlOf(person)
  const site = `https://${person.email.split('@')[1] ?? 'practice.example'}/`
  return pageOf({
    lang: person.language,
    direction: 'ltr',
    title: `${person.name} | LinkedIn`,
    head: html`<meta name="como-pk" content="d_flagship3_profile_view_base_contact_details" />`,
    body: html`<div id="root"><main id="workspace"></main></div>
      <dialog data-testid="dialog" open>
        <header><h2>${WORDS[person.language].contact}</h2></header>
        <div data-testid="dialog-content">
          <div data-sdui-screen="com.linkedin.sdui.flagshipnav.profile.ProfileContactDetailsOverlay">
            ${line('Profile', html`<p><a href="${url}">${url.replace('https://www.', '')}</a></p>`)}
            ${line('Website', html`<p><a href="https://www.linkedin.com/safety/go?url=${encodeURIComponent(site)}&trk=practice">${site}</a> <span>(Company)</span></p>`)}
            ${line('Email', html`<p><a href="mailto:${person.email}">${person.email}</a></p>`)}
            ${line('Phone', html`<p>+351 800 000 000 <span>(Work)</span></p>`)}
            ${line('Connected since', html`<p>2024-05-17</p>`)}
          </div>
        </div>
      </dialog>`,
    script,
  })
}

function line(label: string, inner: Html): Html {
  return html`<div>
    <div><svg viewBox="0 0 16 16"></svg></div>
    <div>
      <p>${label}</p>
      ${inner}
    </div>
  </div>`
}

const EARLIER: readonly PracticePosition[] = []
