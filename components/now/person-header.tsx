import type { ReactNode } from 'react'
import type { ContactStatus } from '#lib/domain/records.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { PracticeChip } from '#components/ui/chip.tsx'
import { Status } from '#components/ui/status.tsx'

/** Who it is, or which company: the name wraps and is never cut, the headline takes two lines at most. */
export function PersonHeader(props: PersonHeaderProps) {
  const { name, mark, headline = null, meta, status = null, practice, below } = props
  const facts = meta.filter((fact) => fact !== null && fact !== '')
  return (
    <header className="person">
      {mark ?? <Avatar name={name} />}
      <div>
        <div className="person-top">
          <h1>
            <bdi>{name}</bdi>
          </h1>
          {status !== null && <Status status={status} />}
        </div>
        {headline !== null && (
          <p className="headline clamp2" title={headline}>
            <bdi>{headline}</bdi>
          </p>
        )}
        {facts.length > 0 && (
          <p className="meta">
            {facts.map((fact) => (
              <span key={fact}>
                <bdi>{fact}</bdi>
              </span>
            ))}
          </p>
        )}
        {below}
        {practice && (
          <p className="mt-1">
            <PracticeChip />
          </p>
        )}
      </div>
    </header>
  )
}

interface PersonHeaderProps {
  name: string
  /** Stands for the person's initials. */
  mark?: ReactNode
  headline?: string | null
  /** Place, their time, degree: what is missing is left out. */
  meta: readonly (string | null)[]
  status?: ContactStatus | null
  practice: boolean
  /** One more line once the person is known. */
  below?: ReactNode
}

/** The same in one line of 48 px, for screens that stand under a person; the name leads to them. */
export function MiniHeader({
  name,
  sub,
  href,
  end,
}: {
  name: string
  sub: string
  href: string
  end?: ReactNode
}) {
  return (
    <header className="flex items-center gap-3 px-3 py-2">
      <Avatar name={name} size={32} />
      <div className="grow">
        <h1 className="trunc text-name">
          <a href={href} className="text-fg!">
            <bdi>{name}</bdi>
          </a>
        </h1>
        <p className="sm t3 trunc">
          <bdi>{sub}</bdi>
        </p>
      </div>
      {end}
    </header>
  )
}
