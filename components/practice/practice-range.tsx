import { PanelRight } from 'lucide-react'
import { useEffect, useState, type SyntheticEvent } from 'react'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { PRACTICE_PEOPLE } from '#lib/practice/people.ts'
import { linkedinUrlOf, type PracticePerson } from '#lib/practice/person.ts'
import { composeOf, hashFor, OTHER_PAGES, practicePageAt, standsFor } from '#lib/practice/routes.ts'
import { PracticeCompose } from './practice-compose.tsx'

/** The practice range as one page: the people on the left, the page of the chosen one on the right. */
export function PracticeRange({ onOpenPanel }: { onOpenPanel: () => void }) {
  const hash = useHash()
  const mail = composeOf(hash)
  return (
    <div className="practice">
      <header className="practice-head">
        <h1 className="practice-mark">{i18n.t('practice.title')}</h1>
        <p className="practice-lead">{i18n.t('practice.lead')}</p>
        <a className="link" href="welcome.html">
          {i18n.t('practice.back')}
        </a>
      </header>
      <nav className="practice-list" aria-label={i18n.t('practice.people')}>
        <h2>{i18n.t('practice.people')}</h2>
        <ul>
          {PRACTICE_PEOPLE.map((person) => (
            <PersonLink key={person.slug} person={person} current={hash === hashFor(linkedinUrlOf(person))} />
          ))}
        </ul>
        <h2>{i18n.t('practice.pages')}</h2>
        <ul>
          {OTHER_PAGES.map((page) => (
            <li key={page.id}>
              <a href={`#${page.path}`} aria-current={hash === `#${page.path}` ? 'page' : undefined}>
                {i18n.t(`practice.page.${page.id}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main className="practice-page">
        {mail ? <PracticeCompose mail={mail} /> : <StandIn hash={hash} onOpenPanel={onOpenPanel} />}
      </main>
    </div>
  )
}

function PersonLink({ person, current }: { person: PracticePerson; current: boolean }) {
  return (
    <li>
      <a href={hashFor(linkedinUrlOf(person)) ?? '#/'} aria-current={current ? 'page' : undefined}>
        <bdi>{person.name}</bdi>
        <span>{i18n.t(`practice.why.${person.why}`)}</span>
      </a>
    </li>
  )
}

/** The page itself, in a frame of its own so that its look and Baton's do not mix. */
function StandIn({ hash, onOpenPanel }: { hash: string; onOpenPanel: () => void }) {
  const url = standsFor(hash)
  const page = url === null ? null : practicePageAt(url)
  if (url === null || page === null) {
    return (
      <p className="practice-hint">
        {i18n.t(hash === '' || hash === '#/' ? 'practice.choose' : 'practice.unknown')}
      </p>
    )
  }
  return (
    <>
      <div className="practice-hint">
        <p>
          {i18n.t('practice.standsFor')} <bdi>{decodeURI(url)}</bdi>
        </p>
        <Button small icon={PanelRight} onClick={onOpenPanel}>
          {i18n.t('practice.openPanel')}
        </Button>
      </div>
      <iframe key={url} title={i18n.t('practice.frame')} srcDoc={page} onLoad={keepInside} />
    </>
  )
}

/** Links of the framed page lead to other pages of the range or nowhere: LinkedIn is never opened from here. */
function keepInside(event: SyntheticEvent<HTMLIFrameElement>): void {
  const framed = event.currentTarget.contentDocument
  framed?.addEventListener('click', (click) => {
    const link = (click.target as Element).closest('a[href]') // Clicks in a document come from elements.
    if (link === null) return
    click.preventDefault()
    const next = hashFor(new URL(link.getAttribute('href') ?? '', 'https://www.linkedin.com/').href)
    if (next !== null) window.location.hash = next
  })
  framed?.addEventListener('submit', (submit) => submit.preventDefault())
}

function useHash(): string {
  const [hash, setHash] = useState(window.location.hash)
  useEffect(() => {
    const changed = (): void => setHash(window.location.hash)
    window.addEventListener('hashchange', changed)
    return () => window.removeEventListener('hashchange', changed)
  }, [])
  return hash
}
