import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What takes longest begins first, so that no lane is left alone with it at the end. */
const LONGEST = [
  'e2e/screens', 'e2e/reminder-kills', 'e2e/cadence-editor', 'e2e/survival', 'e2e/files', 'e2e/sync', 'e2e/full-page',
  'e2e/templates', 'e2e/reminders', 'e2e/same-person', 'e2e/list',
  'readers/campaigns', 'sync/simulation', 'server/durability',
] // prettier-ignore

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
      return place === -1 ? LONGEST.length : place
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

/**
 * `unit` needs no browser; `laws` look at the built extension (its folder is `BATON_EXTENSION_DIR`); `e2e` drives
 * Chromium with it. Two files at a time, on two cores, too.
 */
export default defineConfig({
  resolve: { alias: { '#i18n': at('.wxt/i18n/index.ts') } },
  test: {
    allowOnly: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/laws/**'],
          maxWorkers: 2,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'laws',
          include: ['tests/laws/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
