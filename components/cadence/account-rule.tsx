import { useId } from 'react'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { i18n } from '#components/ui/i18n.ts'
import type { CadenceDraft } from './draft.ts'

/** Whether any reply from the same company takes everybody there out of this cadence. */
export function AccountRule({ draft, change }: AccountRuleProps) {
  const help = useId()
  return (
    <div role="group" aria-describedby={help}>
      <Checkbox
        label={i18n.t('cadence.account.stops')}
        checked={draft.stopsAccount}
        onChange={(stopsAccount) => change((now) => ({ ...now, stopsAccount }))}
      />
      <p id={help} className="help m-0!">
        {i18n.t('cadence.account.help')}
      </p>
    </div>
  )
}

interface AccountRuleProps {
  draft: CadenceDraft
  change: (edit: (now: CadenceDraft) => CadenceDraft) => void
}
