import { Play } from 'lucide-react'
import { useLocation } from 'wouter'
import type { Channel } from '#lib/domain/cadence/step.ts'
import { channelCounts } from '#lib/domain/today-order.ts'
import type { TodayView } from '#lib/domain/today.ts'
import { usePace } from '#lib/queries/pace.ts'
import { focusRoute } from '#components/frame/routes.ts'
import { Button } from '#components/ui/button.tsx'
import { ChipButton } from '#components/ui/chip.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { useKeys } from '#components/ui/use-keys.ts'

/** What there is to do now by channel («all calls now»), and Start: one touch after another. */
export function ChannelBar({ view, channel, onChannel }: ChannelBarProps) {
  const [, go] = useLocation()
  const pace = usePace().data ?? null
  const counts = channelCounts(view)
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const choices: (Channel | null)[] = [null, ...counts.map((one) => one.channel)]
  const start = () => go(focusRoute(channel))
  useKeys(
    [
      {
        keys: 'f',
        run: () => onChannel(choices[(choices.indexOf(channel) + 1) % choices.length] ?? null),
        label: i18n.t('today.filter'),
      },
      { keys: 'Shift+F', run: start, label: i18n.t('today.start') },
    ],
    { enabled: all > 0 },
  )
  if (all === 0 && pace === null) return null
  return (
    <div className="px-3 pb-2 grid gap-2">
      {pace !== null && <p className="sm t3">{i18n.t('today.pace', { n: pace.seconds, of: pace.of })}</p>}
      {all > 0 && (
        <div className="flex items-start justify-between gap-2">
          <div className="chips" role="group" aria-label={i18n.t('today.filter')}>
            {choices.map((choice) => (
              <ChipButton
                key={choice ?? 'all'}
                pressed={choice === channel}
                onPress={() => onChannel(choice)}
              >
                {i18n.t(`today.channel.${choice ?? 'all'}`)}{' '}
                {choice === null ? all : counts.find((one) => one.channel === choice)?.count}
              </ChipButton>
            ))}
          </div>
          <Button small icon={Play} keyHint="Shift+F" title={i18n.t('today.startHelp')} onClick={start}>
            {i18n.t('today.start')}
          </Button>
        </div>
      )}
    </div>
  )
}

interface ChannelBarProps {
  view: TodayView
  /** Null: all. */
  channel: Channel | null
  onChannel: (channel: Channel | null) => void
}
