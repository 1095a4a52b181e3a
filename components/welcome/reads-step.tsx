import { Bookmark, Eye, Info, Lock, X, type LucideIcon } from 'lucide-react'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { StepFoot } from './step-foot.tsx'

/** What Baton reads, what it never does, and the plain word about LinkedIn's agreement. */
export function ReadsStep({ onNext }: { onNext: () => void }) {
  return (
    <section aria-labelledby="wel-h">
      <h1 id="wel-h" tabIndex={-1}>
        {i18n.t('welcome.reads.title')}
      </h1>
      <div className="wel-cols">
        <div>
          <h2>{i18n.t('welcome.reads.does')}</h2>
          <ul>
            {READS.map(({ id, icon }) => (
              <Point
                key={id}
                icon={icon}
                lead={i18n.t(`welcome.reads.${id}`)}
                text={i18n.t(`welcome.reads.${id}Text`)}
              />
            ))}
          </ul>
        </div>
        <div>
          <h2>{i18n.t('welcome.reads.never')}</h2>
          <ul>
            {NEVER.map((id) => (
              <Point
                key={id}
                icon={X}
                lead={i18n.t(`welcome.reads.${id}`)}
                text={i18n.t(`welcome.reads.${id}Text`)}
              />
            ))}
          </ul>
        </div>
      </div>
      <div className="wel-plain">
        <Icon of={Info} />
        <p>
          <b>{i18n.t('welcome.reads.plain')}</b> {i18n.t('welcome.reads.plainText')}
        </p>
      </div>
      <StepFoot>
        <Button look="filled" onClick={onNext}>
          {i18n.t('welcome.reads.next')}
        </Button>
      </StepFoot>
    </section>
  )
}

function Point({ icon, lead, text }: { icon: LucideIcon; lead: string; text: string }) {
  return (
    <li>
      <Icon of={icon} />
      <p>
        <b>{lead}</b> <span className="t2">{text}</span>
      </p>
    </li>
  )
}

const READS = [
  { id: 'page', icon: Eye },
  { id: 'saved', icon: Bookmark },
  { id: 'here', icon: Lock },
] as const
const NEVER = ['changes', 'acts', 'opens'] as const
