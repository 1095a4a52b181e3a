import type { Stored } from '#lib/domain/records.ts'
import type { StoreReads } from '#lib/store/store.ts'
import type { Twins } from './join.ts'

/** The two with all that belongs to them, as `joinChanges` wants them. */
export async function twinsOf(
  read: StoreReads,
  [stays, goes]: [Stored<'contact'>, Stored<'contact'>],
): Promise<Twins> {
  const enrollments = [...(await read.enrollmentsOf(stays.id)), ...(await read.enrollmentsOf(goes.id))]
  const counted = await Promise.all(
    enrollments.map(async (enrollment) => {
      const touches = await read.touchesOf(enrollment.id)
      const touched = touches.filter(
        ({ state, cycle }) => (state === 'done' || state === 'skipped') && cycle === enrollment.cycle,
      )
      return { ...enrollment, touched: touched.length }
    }),
  )
  const belongings = (await read.belongingsOf(goes.id)).flatMap(({ t, id }) =>
    t === 'touch' || t === 'note' || t === 'capture' || t === 'activity' ? [{ t, id }] : [],
  )
  return { stays, goes, enrollments: counted, belongings }
}
