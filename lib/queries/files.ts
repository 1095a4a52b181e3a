import type { PeopleFilter } from '#lib/app/people-list.ts'
import { useBaton } from './context.tsx'

/** What goes out as a file. Each resolves when the browser has taken it; the code comes when it is asked for. */
export function useFiles() {
  const { deps, ports } = useBaton()
  const { save, whole, version } = ports.files
  return {
    /** The people of the list; resolves to their number. */
    exportPeople: async (list: { query: string; filter: PeopleFilter }): Promise<number> => {
      const { peopleFile } = await import('#lib/app/export-people.ts')
      const file = await peopleFile(deps, list)
      if (file !== null) save(file)
      return file?.count ?? 0
    },
    /** Everything, as one file that can be brought back. */
    exportAll: async (): Promise<void> => {
      const { backupFile } = await import('#lib/app/backup.ts')
      const file = await backupFile(deps, whole, { version })
      if (file !== null) save(file)
    },
    /** All that is stored about one person; false when they are gone. */
    exportPerson: async (contactId: string): Promise<boolean> => {
      const { personFile } = await import('#lib/app/export-person.ts')
      const file = await personFile(deps, whole, { contactId, version })
      if (file !== null) save(file)
      return file !== null
    },
  }
}
