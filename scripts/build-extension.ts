import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'wxt'

/** Builds the extension into a folder of its own under `outDir` and gives that folder. */
async function buildExtension(outDir: string): Promise<string> {
  const root = fileURLToPath(new URL('..', import.meta.url))
  await build({ root, outDir, outDirTemplate: 'extension' })
  return join(outDir, 'extension')
}

const [outDir] = process.argv.slice(2)
if (outDir === undefined) throw new Error('use: node scripts/build-extension.ts <folder>')
try {
  console.log(await buildExtension(outDir))
} catch {
  process.exitCode = 1 // WXT has told why
}
