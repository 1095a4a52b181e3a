import type { Contact } from '#lib/domain/records.ts'
import type { PersonInput } from '#lib/app/person-input.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { usePreview } from '#lib/queries/preview.ts'
import { useShortcuts } from '#lib/queries/shortcuts.ts'
import type { Instant } from '#lib/domain/values.ts'
import { AddBar } from './add-bar.tsx'
import { ArrivedField, useArrived } from './arrived-field.tsx'
import { ShortcutLine } from './shortcut-line.tsx'
import { useAdding } from './use-adding.ts'

/** The action bar of a saved person who is in no running cadence. */
export function ContactBar({ contact, arrival }: ContactBarProps) {
  const baton = useBaton()
  const adding = useAdding()
  const person: PersonInput = { from: 'contact', contactId: contact.id }
  const arrived = useArrived(arrival)
  const isInbound = contact.leadSource === 'inbound'
  const dates = usePreview(person, adding.chosen?.id ?? null, isInbound ? arrived.at : null).data ?? []
  const shortcuts = useShortcuts().data
  const key = shortcuts?.find((shortcut) => shortcut.name === 'add-to-cadence')?.keys ?? null
  const name = contact.name.value
  return (
    <AddBar
      name={name}
      cadences={adding.cadences}
      chosen={adding.chosen}
      dates={dates}
      busy={adding.busy}
      shortcut={key}
      onChoose={adding.choose}
      onAdd={() => arrived.problem === null && void adding.add(person, name, isInbound ? arrived.at : null)}
      before={isInbound && <ArrivedField arrived={arrived} />}
      foot={
        shortcuts && key === null && <ShortcutLine keys={key} onOpen={() => void baton.openShortcuts()} />
      }
    />
  )
}

interface ContactBarProps {
  contact: Contact & { id: string }
  /** When the inbound person came, as long as no cadence counts from it. */
  arrival: Instant | null
}
