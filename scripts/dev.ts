import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServer } from 'wxt'
import { hasDisplay, openBrowser } from './attended-browser.ts'
import { findBrowser } from './browser.ts'
import { createChildren, onStop } from './children.ts'
import { takeSlot } from './slot.ts'

/** `npm run dev`: WXT rebuilds and reloads as files change, in a browser with a profile of its own. */
const root = fileURLToPath(new URL('..', import.meta.url))
const children = createChildren()
const slot = takeSlot(join(root, '.baton/dev'))
const server = await createServer({ root, outDir: join(slot.dir, 'build'), webExt: { disabled: true } })

onStop(async () => {
  await children.stopAll()
  await server.stop()
})

await server.start()
const extensionDir = join(slot.dir, 'build/chrome-mv3-dev')
const browser = hasDisplay()
  ? await findBrowser({ install: true, say: console.error })
  : { kind: 'none' as const, sentence: 'There is no display, so no browser is opened.' }
if (browser.kind === 'none') {
  console.error(`${browser.sentence}\nWXT goes on: load ${extensionDir} by hand. Ctrl-C ends it.`)
} else {
  const opened = openBrowser({
    path: browser.path,
    extensionDir,
    profileDir: join(slot.dir, 'profile'),
    children,
  })
  await opened.open('welcome.html')
  await opened.closed
  await server.stop()
  process.exit(0)
}
