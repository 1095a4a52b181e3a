import { useState } from 'react'
import type { PersonInput } from '#lib/app/person-input.ts'
import type { Instant } from '#lib/domain/values.ts'
import { useCadences } from '#lib/queries/cadences.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useSettings } from '#lib/queries/settings.ts'
import { useAct } from '#components/ui/act.tsx'
import { i18n, textKey } from '#components/ui/i18n.ts'
import { useTime } from '#components/ui/time-provider.tsx'

/** The chosen cadence (the last one used, else the first) and the two acts: add to it, or save without. */
export function useAdding() {
  const baton = useBaton()
  const act = useAct()
  const time = useTime()
  const cadences = useCadences().data ?? []
  const settings = useSettings().data
  const [picked, setPicked] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const find = (id: string | null | undefined) => cadences.find((cadence) => cadence.id === id)
  const chosen = find(picked) ?? find(settings?.lastCadenceId) ?? cadences[0] ?? null

  const run = async <R>(work: () => Promise<R>): Promise<R> => {
    setBusy(true)
    try {
      return await work()
    } finally {
      setBusy(false)
    }
  }

  /** `arrivedAt`: when an inbound person came, where the rep says so. Resolves to the contact's id; null when nobody was added, which is then said. */
  const add = (person: PersonInput, name: string, arrivedAt: Instant | null = null): Promise<string | null> =>
    run(async () => {
      if (chosen === null) return null
      const done = await act(
        () => baton.addToCadence({ person, cadenceId: chosen.id, arrivedAt }),
        ({ result }) => {
          if (result.kind === 'already') return { title: i18n.t('now.already'), detail: name }
          if (result.kind !== 'added') return { problem: i18n.t(`now.notAdded.${textKey(result.kind)}`) }
          const first = result.schedule.find((touch) => touch.state === 'next')
          return {
            title: i18n.t('now.added', { cadence: chosen.name }),
            detail: first ? i18n.t('now.addedNext', { name, when: time.when(first.at) }) : name,
          }
        },
      )
      return done !== null && 'contactId' in done.result ? done.result.contactId : null
    })

  const save = (person: PersonInput, name: string): Promise<string | null> =>
    run(async () => {
      const done = await act(
        () => baton.savePerson({ person }),
        ({ result }) =>
          result.kind === 'saved'
            ? { title: i18n.t('now.saved'), detail: name }
            : { problem: i18n.t(`now.notAdded.${textKey(result.kind)}`) },
      )
      return done?.result.kind === 'saved' ? done.result.contactId : null
    })

  return { cadences, chosen, choose: setPicked, busy, add, save }
}
