/** What must not stand in a bundle. Each finder gives the offending pieces with some text around them. */

/** Code made from text: `eval`, `Function(…)`, timers with text, `import()` of a computed or remote address. */
export function codeFromText(source: string): string[] {
  return around(source, [
    /(?<![\w$.])eval\s*\(/g,
    /\.eval\s*\(/g,
    /\bnew\s+Function\b/g,
    /(?<![\w$.])Function\s*\(/g,
    /\bset(?:Timeout|Interval)\s*\(\s*["'`]/g,
    /\.constructor\s*\(\s*["'`]/g,
  ])
}

/** Scripts, styles or modules from elsewhere. */
export function remoteCode(source: string): string[] {
  return around(source, [
    /\bimport\s*\(\s*["'`]\s*(?:https?:)?\/\//g,
    /\bimportScripts\s*\(\s*["'`]\s*(?:https?:)?\/\//g,
    /\bfrom\s*["']\s*(?:https?:)?\/\//g,
    /<script[^>]+src\s*=\s*["']?\s*(?:https?:)?\/\//gi,
    /<link[^>]+href\s*=\s*["']?\s*(?:https?:)?\/\//gi,
    /@import\s+(?:url\()?\s*["']?\s*(?:https?:)?\/\//gi,
    /\burl\(\s*["']?\s*(?:https?:)?\/\//gi,
  ])
}

/** Inline scripts and handlers: the extension's own policy would refuse them. */
export function inlineCode(html: string): string[] {
  return around(html, [
    /<script(?![^>]*\ssrc=)[^>]*>\s*\S/gi,
    /\son[a-z]+\s*=\s*["']/gi,
    /href\s*=\s*["']\s*javascript:/gi,
  ])
}

/** What would let a page notice the reader, or the reader reach out of the page. */
export function tracesInReader(source: string): string[] {
  return around(source, [
    /chrome-extension:/g,
    /(?<![\w$.])(?:chrome|browser)\s*[.[?]/g,
    /\b(?:globalThis|window|self)\s*\.\s*(?:chrome|browser)\b/g,
    /\bpostMessage\b/g,
    /\b(?:add|remove)EventListener\b/g,
    /\bdispatchEvent\b/g,
    /\bnew\s+(?:Custom)?Event\b/g,
    /\bfetch\s*\(/g,
    /\bXMLHttpRequest\b/g,
    /\bsendBeacon\b/g,
    /\bWebSocket\b/g,
    /\bBroadcastChannel\b/g,
    /\bMutationObserver\b/g,
    /\b(?:local|session)Storage\b/g,
    /\bindexedDB\b/g,
    /\.cookie\b/g,
    /\bset(?:Attribute|Timeout|Interval)\b/g,
    /\b(?:append|prepend|appendChild|insertBefore|replaceWith|replaceChild|removeChild|insertAdjacent\w+)\s*\(/g,
    /\.(?:innerHTML|outerHTML|textContent|innerText)\s*=(?!=)/g,
    /\bcreateElement\b/g,
    /\bconsole\s*\./g,
    /\bdefineProperty\b/g,
    /\bexecCommand\b/g,
    /\.(?:click|focus|scrollTo|scrollBy|scrollIntoView)\s*\(/g,
  ])
}

function around(source: string, patterns: readonly RegExp[]): string[] {
  return patterns.flatMap((pattern) =>
    [...source.matchAll(pattern)].map((match) =>
      source.slice(Math.max(0, match.index - 50), match.index + match[0].length + 50).replaceAll(/\s+/g, ' '),
    ),
  )
}
