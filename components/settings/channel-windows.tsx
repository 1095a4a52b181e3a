import { CHANNELS, type Channel, type StepWindow } from '#lib/domain/cadence/step.ts'
import type { Settings } from '#lib/domain/settings.ts'
import { USUAL_WINDOW, WindowFields } from '#components/cadence/window-fields.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { useSaving } from './saving.tsx'
import { useTyped } from './use-typed.ts'

/** When touches of a channel may be made; no step with a window of its own is touched by it (W6). */
export function ChannelWindows({ windows }: { windows: Settings['windows'] }) {
  const { save } = useSaving()
  const put = (channel: Channel, opening: StepWindow | null) => {
    const { [channel]: _, ...others } = windows
    save({ windows: opening === null ? others : { ...others, [channel]: opening } })
  }
  return (
    <fieldset className="set-windows">
      <legend className="label">{i18n.t('settings.windows.title')}</legend>
      <p className="help m-0!">{i18n.t('settings.windows.help')}</p>
      {CHANNELS.map((channel) => (
        <ChannelWindow
          key={channel}
          channel={channel}
          saved={windows[channel] ?? null}
          onSave={(opening) => put(channel, opening)}
        />
      ))}
    </fieldset>
  )
}

function ChannelWindow({ channel, saved, onSave }: ChannelWindowProps) {
  const { value, type, onFocus, onBlur } = useTyped<StepWindow | null, StepWindow | null, null>({
    saved,
    show: (opening) => opening,
    // A window that ends before it begins says so in its own field, and is not saved.
    check: (opening) =>
      opening !== null && opening.from >= opening.to
        ? { ok: false, problem: null }
        : { ok: true, value: opening },
    save: onSave,
  })
  // Hours by weekday have waited for the end of the typing already.
  const change = (opening: StepWindow) => {
    type(opening)
    if (opening.hours !== value?.hours) onSave(opening)
  }
  return (
    <div
      className="cad-window"
      role="group"
      aria-label={i18n.t(`settings.outcomes.channel.${channel}`)}
      onFocus={onFocus}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onBlur()}
    >
      <Checkbox
        label={i18n.t(`settings.windows.only.${channel}`)}
        checked={value !== null}
        onChange={(on) => type(on ? USUAL_WINDOW : null)}
      />
      {value !== null && <WindowFields opening={value} onChange={change} />}
    </div>
  )
}

interface ChannelWindowProps {
  channel: Channel
  saved: StepWindow | null
  onSave: (opening: StepWindow | null) => void
}
