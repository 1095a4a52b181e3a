import type { Plugin } from 'vite'

/** What the panel stands on at its start, with everything these import. */
const ROOTS =
  /[\\/](?:components[\\/](?:frame[\\/]panel|app[\\/](?:providers|crash))\.tsx|lib[\\/](?:wiring[\\/]page|platform[\\/]panel)\.ts|react-dom[\\/]client\.js)$/

/**
 * One chunk for all that the panel's first screen needs. Cut by who shares what, it came in seventy pieces, each of them
 * a request to the browser's own process: a third of the time from click to text.
 */
export function firstChunk(): Plugin {
  return {
    name: 'baton:first-chunk',
    apply: 'build',
    config: ({ build }) =>
      build?.lib
        ? {}
        : {
            build: {
              rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', test: ROOTS }] } } },
            },
          },
  }
}
