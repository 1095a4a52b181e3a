import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'wxt'
import { firstChunk } from './scripts/build/first-chunk.ts'
import { readerCore } from './scripts/build/reader-core.ts'

/** The manifest's permissions are a law: `tests/laws/manifest.test.ts` holds the exact list. */
export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  imports: false,
  manifestVersion: 3,
  outDir: '.output',
  vite: () => ({
    plugins: [tailwindcss(), firstChunk(), readerCore()],
    build: {
      target: 'chrome144',
      modulePreload: { polyfill: false },
      // It writes a constant text wherever it is used: the 68 kB of public suffixes three times.
      rolldownOptions: { optimization: { inlineConst: false } },
    },
  }),
  manifest: {
    name: '__MSG_extName__',
    short_name: 'Baton',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    minimum_chrome_version: '144',
    incognito: 'not_allowed',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'notifications',
      'sidePanel',
      'scripting',
      'contextMenus',
      'activeTab',
      'idle',
    ],
    host_permissions: [
      'https://*.linkedin.com/*',
      'https://mail.google.com/*',
      'https://outlook.office.com/*',
      'https://outlook.live.com/*',
      'https://outlook.cloud.microsoft/*',
    ],
    action: { default_title: '__MSG_actionTitle__' },
    commands: {
      'add-to-cadence': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_commandAdd__',
      },
      'open-panel': {
        suggested_key: { default: 'Alt+B' },
        description: '__MSG_commandPanel__',
      },
      'insert-text': {
        suggested_key: { default: 'Alt+Shift+I' },
        description: '__MSG_commandInsert__',
      },
    },
  },
})
