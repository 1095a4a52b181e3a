import { i18n } from '#components/ui/i18n.ts'
import { TextField } from '#components/ui/text-field.tsx'
import { parseClock } from './hours.ts'
import { useTypedText } from './use-typed.ts'

interface SpanFieldsProps {
  span: [from: string, to: string]
  /** Labels of the two fields. */
  from: string
  to: string
  /** It may go over midnight. */
  overnight?: boolean
  onSave(span: [from: string, to: string]): void
}

/** Two times of day, each saved when it is typed. */
export function SpanFields({ span, from, to, overnight = false, onSave }: SpanFieldsProps) {
  const side = (at: 0 | 1) => ({
    saved: span[at],
    show: (time: string) => time,
    check: (typed: string) => {
      const time = parseClock(typed)
      if (time === null) return { ok: false as const, problem: i18n.t('settings.span.notTime') }
      const [begin, end] = changed(at, time)
      return begin < end || overnight
        ? { ok: true as const, value: time }
        : { ok: false as const, problem: i18n.t('settings.span.order') }
    },
    save: (time: string) => onSave(changed(at, time)),
  })
  const changed = (at: 0 | 1, time: string): [string, string] =>
    at === 0 ? [time, span[1]] : [span[0], time]
  return (
    <div className="set-numbers items-start!">
      <TextField label={from} inputMode="numeric" {...useTypedText(side(0))} />
      <TextField label={to} inputMode="numeric" {...useTypedText(side(1))} />
    </div>
  )
}
