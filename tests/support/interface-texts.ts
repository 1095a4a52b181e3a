import { fileURLToPath } from 'node:url'
import { generateChromeMessagesText, parseMessagesFile } from '@wxt-dev/i18n/build'

/**
 * Puts the texts of `locales/en.yml` where Chrome would have them, so that words can be tested in Node. Await it
 * before what makes words is imported: the browser's API is looked up once, at the import.
 */
export async function installTexts(): Promise<void> {
  const file = fileURLToPath(new URL('../../locales/en.yml', import.meta.url))
  const texts = JSON.parse(generateChromeMessagesText(await parseMessagesFile(file))) as Record<
    string,
    { message: string }
  >
  const getMessage = (key: string, subs: string[] = []): string =>
    (texts[key]?.message ?? '').replaceAll(/\$(\d)/g, (_, n: string) => subs[Number(n) - 1] ?? '')
  Object.assign(globalThis, { chrome: { i18n: { getMessage } } })
}
