import type { Settings } from '#lib/domain/settings.ts'
import { i18n } from '#components/ui/i18n.ts'
import { TextArea } from '#components/ui/text-area.tsx'
import { ChannelWindows } from './channel-windows.tsx'
import { ContactHoursField } from './contact-hours-field.tsx'
import { DaysOff } from './days-off-field.tsx'
import { HoursFields } from './hours-fields.tsx'
import { RepFields } from './rep-fields.tsx'
import { useSaving } from './saving.tsx'
import { Section } from './section.tsx'
import { entriesOf, notAnAddress } from './text-lists.ts'
import { useTypedText } from './use-typed.ts'
import { MailAppField, NameField } from './you-fields.tsx'
import { ZoneField } from './zone-field.tsx'

/** Who the rep is and when they work. */
export function YouSection({ settings }: { settings: Settings }) {
  return (
    <Section id="you" title={i18n.t('settings.you.title')}>
      <div className="set-two">
        <NameField name={settings.name} />
        <ZoneField zone={settings.zone} />
      </div>
      <RepFields rep={settings.rep} />
      <AddressesField addresses={settings.ownAddresses} />
      <MailAppField mailApp={settings.mailApp} />
      <HoursFields hours={settings.hours} />
      <ChannelWindows windows={settings.windows} />
      <ContactHoursField contactHours={settings.contactHours} contactHolidays={settings.contactHolidays} />
      <DaysOff days={settings.daysOff} />
    </Section>
  )
}

function AddressesField({ addresses }: { addresses: readonly string[] }) {
  const { save } = useSaving()
  const field = useTypedText<readonly string[]>({
    saved: addresses,
    show: (value) => value.join('\n'),
    check: (typed) => {
      const entries = entriesOf(typed).map((entry) => entry.toLowerCase())
      const wrong = notAnAddress(entries)
      return wrong === null
        ? { ok: true, value: entries }
        : { ok: false, problem: i18n.t('settings.you.addressWrong', [wrong]) }
    },
    save: (value) => save({ ownAddresses: [...value] }),
  })
  return (
    <TextArea
      label={i18n.t('settings.you.addresses')}
      help={i18n.t('settings.you.addressesHelp')}
      rows={2}
      spellCheck={false}
      autoComplete="email"
      {...field}
    />
  )
}
