import { Copy, PenLine, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { TouchView } from '#lib/app/touch-view.ts'
import { HAS_SUBJECT } from '#lib/domain/templates/variables.ts'
import { i18n } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { useToast } from '#components/ui/toast.tsx'
import { useKeys } from '#components/ui/use-keys.ts'
import { Marked } from './marked.tsx'
import { MissingFields } from './missing-fields.tsx'
import { TextHints } from './text-hints.tsx'
import type { TouchWriting } from './use-touch-draft.ts'
import { problemWords } from './value-words.ts'

/**
 * The text as it would be sent. The rep may change it for this touch; what is missing stands marked in its place and
 * can be filled right here.
 */
export function TouchText({ view, writing, to, onCopySubject }: TouchTextProps) {
  const [isEditing, setEditing] = useState(false)
  const { rendered } = writing
  const isEmpty = rendered.body.trim() === '' && rendered.subject === ''
  useKeys(isEmpty ? [] : [{ keys: 'w', run: () => setEditing(true), label: i18n.t('writing.edit') }])
  return (
    <section className="border-t border-line" aria-label={i18n.t('touch.text')}>
      {to !== null && (
        <p className={LINE}>
          <span className={LABEL}>{i18n.t('touch.to')}</span>
          <span className="grow trunc">
            <bdi>{to}</bdi>
          </span>
        </p>
      )}
      {writing.isHeld && <Held view={view} writing={writing} />}
      {isEditing ? (
        <Editor view={view} writing={writing} onDone={() => setEditing(false)} />
      ) : (
        <Shown writing={writing} onEdit={() => setEditing(true)} onCopySubject={onCopySubject} />
      )}
      {!isEmpty && <Foot view={view} writing={writing} />}
    </section>
  )
}

interface TouchTextProps {
  view: TouchView
  writing: TouchWriting
  /** Address the mail goes to; null for other channels. */
  to: string | null
  onCopySubject: () => void
}

function Shown({ writing, onEdit, onCopySubject }: ShownProps) {
  const { subject, body, missing } = writing.rendered
  return (
    <>
      {subject !== '' && (
        <p className={LINE}>
          <span className={LABEL}>{i18n.t('touch.subject')}</span>
          <span className="grow trunc font-medium" dir="auto" title={subject}>
            <Marked text={subject} missing={missing} />
          </span>
          <IconButton icon={Copy} small label={i18n.t('touch.copySubject')} onClick={onCopySubject} />
        </p>
      )}
      {(body.trim() !== '' || subject !== '') && (
        <div className="touch-body">
          <div className="grow whitespace-pre-wrap wrap-anywhere" dir="auto">
            <Marked text={body} missing={missing} />
          </div>
          <IconButton icon={PenLine} small label={i18n.t('writing.edit')} keyHint="w" onClick={onEdit} />
        </div>
      )}
    </>
  )
}

type ShownProps = Pick<TouchTextProps, 'writing' | 'onCopySubject'> & { onEdit: () => void }

/** The same text in fields; every key is kept. Escape goes back to reading it. */
function Editor({
  view,
  writing,
  onDone,
}: Pick<TouchTextProps, 'view' | 'writing'> & { onDone: () => void }) {
  const { subject, body } = writing.rendered
  const { draft, change } = writing
  // A subject of a thread stays what the thread has.
  const hasSubject = HAS_SUBJECT.has(view.step.type) && !view.inThread
  const leave = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onDone()
  }
  return (
    <div className="touch-edit" role="group" aria-label={i18n.t('writing.edit')} onKeyDown={leave}>
      {hasSubject && (
        <label className={LINE}>
          <span className={LABEL}>{i18n.t('touch.subject')}</span>
          <input
            type="text"
            dir="auto"
            className="input grow"
            maxLength={500}
            value={draft.subject ?? subject}
            onChange={(event) => change({ subject: event.target.value })}
          />
        </label>
      )}
      <textarea
        className="textarea"
        dir="auto"
        autoFocus
        rows={9}
        maxLength={50_000}
        aria-label={i18n.t('writing.body')}
        value={body}
        onChange={(event) => change({ body: event.target.value })}
      />
      <button type="button" className="btn btn-sm" onClick={onDone}>
        {i18n.t('writing.editDone')}
      </button>
    </div>
  )
}

/** Why the text goes nowhere, and what makes it whole. */
function Held({ view, writing }: Pick<TouchTextProps, 'view' | 'writing'>) {
  const { missing, problem } = writing.rendered
  return (
    <div className="held" role="status">
      <p className="due flex items-center gap-1 font-medium">
        <Icon of={TriangleAlert} small />
        {i18n.t('writing.held')}
      </p>
      <p className="sm t2">{i18n.t(problem === null ? 'writing.heldHelp' : 'writing.fault')}</p>
      {problem !== null && (
        <p className="sm">
          {problemWords(problem)}{' '}
          <a className="link" href={`#/cadences/${view.course.cadence.id}`}>
            {i18n.t('writing.openCadence')}
          </a>
        </p>
      )}
      <MissingFields contactId={view.course.contact.id} missing={missing} onFill={writing.fill} />
    </div>
  )
}

function Foot({ view, writing }: Pick<TouchTextProps, 'view' | 'writing'>) {
  const toast = useToast()
  const { rendered, draft, isOnlyHere } = writing
  const isOwn = draft.subject !== null || draft.body !== null
  const reset = () => {
    const before = writing.reset()
    toast({ title: i18n.t('writing.templateToast') }, { undo: () => writing.change(before) })
  }
  return (
    <div className="touch-foot">
      <TextHints
        text={{
          type: view.step.type,
          subject: rendered.subject,
          body: rendered.body,
          inThread: view.inThread,
        }}
      />
      {isOwn && (
        <p className="sm t3">
          {i18n.t('writing.ownText')}{' '}
          <button type="button" className="link" onClick={reset}>
            {i18n.t('writing.template')}
          </button>
        </p>
      )}
      {isOnlyHere && (
        <p className="sm late" role="alert">
          {i18n.t('writing.notKept')}
        </p>
      )}
    </div>
  )
}

const LINE = 'flex items-center gap-2 h-8 ps-3 pe-2 border-b border-line'
const LABEL = 'sm t3 w-12 flex-none'
