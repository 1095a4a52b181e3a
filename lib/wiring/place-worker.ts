import { holidayList } from '#lib/domain/cadence/holidays.ts'
import { placeOf } from '#lib/domain/place/place-of.ts'
import type { PlaceAnswer, PlaceQuestion } from './places.ts'

/** A thread of its own: the lists of cities, names and holidays take a second to set up, which no page should wait for. */
addEventListener('message', (event: MessageEvent<PlaceQuestion>) => {
  const { id, ask } = event.data // asked by places.ts alone
  const found = ask.kind === 'place' ? placeOf(ask.text) : holidayList(ask.region, ask.from, ask.to)
  postMessage({ id, found } satisfies PlaceAnswer)
})
