import { describe, expect, test } from 'vitest'
import { LINKEDIN_ORIGINS, MAIL_ORIGINS } from '#lib/platform/address.ts'
import { builtFiles, builtText } from '#tests/support/extension.ts'

const manifest = JSON.parse(builtText('manifest.json')) as Record<string, unknown>

describe('the manifest asks for no more than the law allows', () => {
  test('has exactly these permissions', () => {
    expect(sorted(manifest.permissions)).toEqual(
      [
        'storage',
        'unlimitedStorage',
        'alarms',
        'notifications',
        'sidePanel',
        'scripting',
        'contextMenus',
        'activeTab',
        'idle',
      ].toSorted(),
    )
  })

  test('has exactly these hosts, and the platform room knows the same ones', () => {
    const hosts = [
      'https://*.linkedin.com/*',
      'https://mail.google.com/*',
      'https://outlook.office.com/*',
      'https://outlook.live.com/*',
      'https://outlook.cloud.microsoft/*',
    ]
    expect(sorted(manifest.host_permissions)).toEqual(hosts.toSorted())
    expect([...LINKEDIN_ORIGINS, ...MAIL_ORIGINS].toSorted()).toEqual(hosts.toSorted())
  })

  test('has no key besides the known ones, so nothing of Baton can be reached from a page', () => {
    const known = [
      'action',
      'background',
      'commands',
      'default_locale',
      'description',
      'icons',
      'host_permissions',
      'incognito',
      'manifest_version',
      'minimum_chrome_version',
      'name',
      'optional_host_permissions',
      'permissions',
      'short_name',
      'side_panel',
      'version',
      'version_name',
    ]
    expect(Object.keys(manifest).filter((key) => !known.includes(key))).toEqual([])
    for (const forbidden of ['web_accessible_resources', 'externally_connectable', 'content_scripts']) {
      expect(manifest).not.toHaveProperty(forbidden)
    }
  })

  test('is a Manifest V3 extension with a worker and a side panel, kept out of incognito windows', () => {
    expect(manifest).toMatchObject({
      manifest_version: 3,
      incognito: 'not_allowed',
      minimum_chrome_version: '144',
      background: { service_worker: 'background.js' },
      side_panel: { default_path: 'sidepanel.html' },
    })
  })

  test('offers the three commands under keys that Chromium gives out', () => {
    const commands = manifest.commands as Record<string, { suggested_key?: { default?: string } }>
    const keys = Object.entries(commands).map(([name, command]) => [name, command.suggested_key?.default])
    expect(Object.fromEntries(keys)).toEqual({
      'add-to-cadence': 'Alt+Shift+S',
      'open-panel': 'Alt+B',
      'insert-text': 'Alt+Shift+I',
    })
    for (const [, key] of keys) expect(key).not.toMatch(/^Alt\+Shift\+[ABCPT]$/)
  })

  test('shows icons that are there in the size they claim', () => {
    const icons = manifest.icons as Record<string, string>
    expect(Object.keys(icons).toSorted()).toEqual(['128', '16', '32', '48'].toSorted())
    expect(builtFiles('.png')).toEqual(
      expect.arrayContaining(Object.values(icons).map((path) => path.replace(/^\//, ''))),
    )
  })

  test('finds every word it refers to, and a description short enough for the store', () => {
    const words = JSON.parse(builtText('_locales/en/messages.json')) as Record<string, { message: string }>
    const used = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map((match) => match[1] ?? '')
    expect(used.length).toBeGreaterThan(0)
    expect(
      Object.keys(words).filter((name) => !/^[A-Za-z0-9_@]+$/.test(name)),
      'Chrome loads no extension with such a name',
    ).toEqual([])
    for (const name of used) expect(words[name]?.message, name).toBeTruthy()
    expect(words.extDescription?.message.length).toBeLessThanOrEqual(132)
  })
})

function sorted(list: unknown): string[] {
  return (list as string[]).toSorted()
}
