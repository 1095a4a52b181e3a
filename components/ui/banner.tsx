import { CircleAlert, CloudOff, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type BannerTone = 'plain' | 'due' | 'late'

/** What is the matter since when, what Baton does about it, one small button. At most one; the more serious wins. */
export function Banner({ tone = 'plain', title, children, action }: BannerProps) {
  return (
    <section className={`banner ${TONES[tone].look}`} role={tone === 'late' ? 'alert' : 'status'}>
      <Icon of={TONES[tone].icon} />
      <div className="min-w-0 wrap-anywhere">
        <p>
          <strong>{title}</strong>
        </p>
        {children !== undefined && <p>{children}</p>}
      </div>
      {action}
    </section>
  )
}

interface BannerProps {
  tone?: BannerTone
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}

const TONES = {
  plain: { look: '', icon: CircleAlert },
  due: { look: 'banner-due', icon: CloudOff },
  late: { look: 'banner-late', icon: TriangleAlert },
} as const satisfies Record<BannerTone, unknown>
