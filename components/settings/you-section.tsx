import type { Settings } from '#lib/domain/settings.ts'
import { i18n } from '#components/ui/i18n.ts'
import { SegmentedField } from '#components/ui/segmented.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { ChannelWindows } from './channel-windows.tsx'
import { ContactHoursField } from './contact-hours-field.tsx'
import { DaysOff } from './days-off-field.tsx'
import { HoursFields } from './hours-fields.tsx'
import { useSaving } from './saving.tsx'
import { Section } from './section.tsx'
import { entriesOf, notAnAddress } from './text-lists.ts'
import { useTypedText } from './use-typed.ts'
import { ZoneField } from './zone-field.tsx'

/** Who the rep is and when they work. */
export function YouSection({ settings }: { settings: Settings }) {
  return (
    <Section id="you" title={i18n.t('settings.you.title')}>
      <div className="set-two">
        <NameField name={settings.name} />
        <ZoneField zone={settings.zone} />
      </div>
      <AddressesField addresses={settings.ownAddresses} />
      <MailAppField mailApp={settings.mailApp} />
      <HoursFields hours={settings.hours} />
      <ChannelWindows windows={settings.windows} />
      <ContactHoursField contactHours={settings.contactHours} contactHolidays={settings.contactHolidays} />
      <DaysOff days={settings.daysOff} />
    </Section>
  )
}

export function NameField({ name }: { name: string }) {
  const { save } = useSaving()
  const field = useTypedText({
    saved: name,
    show: (value) => value,
    check: (typed) =>
      typed.trim().length > 200
        ? { ok: false, problem: i18n.t('settings.you.nameLong') }
        : { ok: true, value: typed.trim() },
    save: (value) => save({ name: value }),
  })
  return (
    <TextField
      label={i18n.t('settings.you.name')}
      help={i18n.t('settings.you.nameHelp')}
      autoComplete="name"
      {...field}
    />
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

export function MailAppField({ mailApp }: { mailApp: Settings['mailApp'] }) {
  const { save } = useSaving()
  return (
    <SegmentedField
      label={i18n.t('settings.you.mailApp')}
      value={mailApp}
      options={[
        { value: 'found', label: i18n.t('settings.you.found') },
        { value: 'gmail', label: i18n.t('settings.you.gmail') },
        { value: 'outlook', label: i18n.t('settings.you.outlook') },
        { value: 'mailto', label: i18n.t('settings.you.mailto') },
      ]}
      onChange={(value) => save({ mailApp: value })}
    />
  )
}
