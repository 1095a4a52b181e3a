import { useLocation } from 'wouter'
import type { PersonInput } from '#lib/app/person-input.ts'
import type { Instant } from '#lib/domain/values.ts'
import { contactRoute } from '#components/frame/routes.ts'
import { ByHandForm, type HandPerson } from './by-hand.tsx'
import { useAdding } from './use-adding.ts'

/** `#/by-hand`: types a person in and shows the contact that came of it. */
export function ByHandScreen() {
  const adding = useAdding()
  const [, go] = useLocation()
  const settle = async (typed: HandPerson, came: Instant | null, how: 'add' | 'save') => {
    const contactId = await adding[how](inputOf(typed, came), typed.name)
    if (contactId !== null) go(contactRoute(contactId))
  }
  return (
    <main>
      <ByHandForm
        busy={adding.busy}
        cadenceName={adding.chosen?.name ?? null}
        onAdd={(typed, came) => void settle(typed, came, 'add')}
        onSave={(typed, came) => void settle(typed, came, 'save')}
      />
    </main>
  )
}

function inputOf(typed: HandPerson, came: Instant | null): PersonInput {
  return {
    from: 'hand',
    name: typed.name,
    company: typed.company || null,
    email: typed.email || null,
    linkedin: typed.linkedin || null,
    ...(came !== null && { arrivedAt: came }),
    practice: false,
  }
}
