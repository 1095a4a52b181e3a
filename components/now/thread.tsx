import { EyeOff, User, UserPlus } from 'lucide-react'
import type { Participant } from '#lib/domain/capture.ts'
import { contactRoute, hashOf } from '#components/frame/routes.ts'
import { Button } from '#components/ui/button.tsx'
import { PracticeChip } from '#components/ui/chip.tsx'
import { GroupHeader } from '#components/ui/group-header.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { ListRow, Rows } from '#components/ui/list-row.tsx'
import { Status } from '#components/ui/status.tsx'

export interface ThreadPerson {
  participant: Participant
  /** Contact of this address; null when nobody known. */
  knownId: string | null
  /** Set to do not contact. */
  suppressed: boolean
  /** The line of the never-capture list that they are on. */
  never: string | null
}

/** A mail thread: the people in it, each to be saved or added; the rep's own addresses are left out. */
export function NowThread({ subject, people, practice, cadenceName, busy, onSave, onAdd }: NowThreadProps) {
  return (
    <article>
      <header className="p-3">
        <h1 className="text-name" dir="auto">
          {subject ?? i18n.t('now.thread.noSubject')}
        </h1>
        <p className="meta mt-1">
          <span>{i18n.t('now.thread.people', people.length)}</span>
        </p>
        {practice && (
          <p className="mt-1">
            <PracticeChip />
          </p>
        )}
      </header>
      <section aria-labelledby="thread-people">
        <GroupHeader
          id="thread-people"
          title={i18n.t('now.thread.inMail')}
          count={people.length}
          end={i18n.t('now.thread.leftOut')}
        />
        {people.length === 0 && <p className="t2 p-3">{i18n.t('now.thread.nobody')}</p>}
        <Rows>
          {people.map(({ participant, knownId, suppressed, never }) =>
            never !== null ? (
              <NeverParticipant key={participant.address} participant={participant} entry={never} />
            ) : knownId === null ? (
              <NewParticipant
                key={participant.address}
                participant={participant}
                suppressed={suppressed}
                cadenceName={cadenceName}
                busy={busy}
                onSave={() => onSave(participant.address)}
                onAdd={() => onAdd(participant.address)}
              />
            ) : (
              <ListRow
                key={participant.address}
                icon={User}
                href={hashOf(contactRoute(knownId))}
                title={participant.name ?? participant.address}
                sub={<bdi>{participant.address}</bdi>}
                end={suppressed ? <Status status="do_not_contact" /> : i18n.t('now.thread.known')}
                off={suppressed}
              />
            ),
          )}
        </Rows>
      </section>
    </article>
  )
}

/** Nothing of them is kept, so there is nothing to press. */
function NeverParticipant({ participant, entry }: { participant: Participant; entry: string }) {
  return (
    <li className="row row-2 is-off">
      <Icon of={EyeOff} />
      <div className="grow py-1">
        <div className="row-title">
          <b className="trunc">
            <bdi>{participant.name ?? participant.address}</bdi>
          </b>
        </div>
        <p className="row-sub wrap-anywhere">{i18n.t('same.neverBy', { entry })}</p>
      </div>
    </li>
  )
}

interface NowThreadProps {
  subject: string | null
  people: readonly ThreadPerson[]
  practice: boolean
  cadenceName: string | null
  busy: boolean
  onSave: (address: string) => void
  onAdd: (address: string) => void
}

function NewParticipant({ participant, suppressed, cadenceName, busy, onSave, onAdd }: NewParticipantProps) {
  const name = participant.name ?? participant.address
  return (
    <li className="row row-2">
      <Icon of={UserPlus} className="text-accent-fg" />
      <div className="grow py-1">
        <div className="row-title">
          <b className="trunc">
            <bdi>{name}</bdi>
          </b>
        </div>
        <p className="row-sub trunc">
          <bdi>{participant.address}</bdi>
        </p>
        <div className="actions mt-1 flex-wrap gap-1!">
          <Button small disabled={busy} aria-label={i18n.t('now.thread.saveName', { name })} onClick={onSave}>
            {i18n.t('now.save')}
          </Button>
          {suppressed && <Status status="do_not_contact" />}
          {cadenceName !== null && !suppressed && (
            <Button small disabled={busy} aria-label={i18n.t('now.thread.addName', { name })} onClick={onAdd}>
              {i18n.t('now.addToCadence')}
            </Button>
          )}
        </div>
      </div>
    </li>
  )
}

interface NewParticipantProps {
  participant: Participant
  suppressed: boolean
  cadenceName: string | null
  busy: boolean
  onSave: () => void
  onAdd: () => void
}
