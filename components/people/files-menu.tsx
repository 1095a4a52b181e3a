import { ChevronDown, DatabaseBackup, FileDown, FileUp } from 'lucide-react'
import type { PeopleFilter } from '#lib/app/people-list.ts'
import { useFiles } from '#lib/queries/files.ts'
import { useProblem } from '#components/ui/act.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Menu, MenuItem, MenuSeparator } from '#components/ui/menu.tsx'
import { useToast } from '#components/ui/toast.tsx'

/** People in from a file, and out as one: those of the list, or everything. */
export function FilesMenu({ query, filter, isNarrowed }: FilesMenuProps) {
  const { exportPeople, exportAll } = useFiles()
  const { fail } = useProblem()
  const toast = useToast()
  const people = async (): Promise<void> => {
    const count = await exportPeople({ query: query.trim(), filter })
    toast({ title: i18n.t('files.exported', count, [count.toLocaleString()]) })
  }
  const all = async (): Promise<void> => {
    await exportAll()
    toast({ title: i18n.t('files.exportedAll') })
  }
  return (
    <>
      <ButtonLink icon={FileUp} href="#/import">
        {i18n.t('files.importLink')}
      </ButtonLink>
      <Menu
        label={i18n.t('files.export')}
        trigger={
          <Button>
            {i18n.t('files.export')}
            <Icon of={ChevronDown} small />
          </Button>
        }
      >
        <MenuItem icon={FileDown} onSelect={() => void people().catch(fail)}>
          {i18n.t(isNarrowed ? 'files.exportFound' : 'files.exportPeople')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={DatabaseBackup} onSelect={() => void all().catch(fail)}>
          {i18n.t('files.exportAll')}
        </MenuItem>
      </Menu>
    </>
  )
}

interface FilesMenuProps {
  query: string
  filter: PeopleFilter
  /** Query or filter leaves somebody out. */
  isNarrowed: boolean
}
