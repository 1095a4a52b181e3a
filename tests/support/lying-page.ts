/**
 * A page that lies in wait for an extension. Before anything else runs in it, it patches prototypes, listens,
 * observes every node and attribute, and keeps what it saw; `lie.report(id, probes)` then looks at everything a page can
 * look at: globals, prototypes, storage, performance entries, the extension's addresses.
 *
 * What any side panel does (width of the window, `resize`, focus and blur) is not among it, nor what the machine's
 * sensors and timing do.
 */
export interface LieReport {
  /** Every mutation of any node, with the attribute's name and the element's tag. */
  mutations: string[]
  /** Messages and every standard event that came, save those of size and focus. */
  events: string[]
  /** Calls of patched functions by others than the page's own script: listeners, DOM writes, requests, messages. */
  calls: string[]
  globals: string[]
  prototypes: string[]
  document: Record<string, string | number>
  storage: string[]
  performance: string[]
  probes: Record<string, string>
  errors: string[]
}

/** Stands in a `<script>` at the head of the page. Self-contained on purpose: it runs in the page. */
export const LYING_SCRIPT = `(() => {
  const own = { quiet: false, probes: new WeakSet() }
  const seen = { mutations: [], events: [], calls: [], errors: [] }
  const keep = (list, what) => { if (!own.quiet) seen[list].push(what) }
  const OF_ANY_PANEL = new Set(['resize', 'focus', 'blur', 'focusin', 'focusout', 'visibilitychange', 'pagehide', 'pageshow',
    'pointermove', 'mousemove', 'mouseover', 'mouseout', 'mouseenter', 'mouseleave', 'pointerover', 'pointerout', 'pointerenter', 'pointerleave', 'pointerrawupdate',
    'deviceorientation', 'deviceorientationabsolute', 'devicemotion'])

  const listen = EventTarget.prototype.addEventListener
  const names = new Set(['message', 'messageerror', 'error', 'unhandledrejection', 'rejectionhandled', 'securitypolicyviolation', 'storage',
    'DOMContentLoaded', 'readystatechange', 'selectionchange', 'wxt:content-script-started', 'wxt:locationchange', 'extension', 'connect'])
  for (const target of [window, document, document.documentElement, Document.prototype, HTMLElement.prototype]) {
    for (let at = target; at; at = Object.getPrototypeOf(at)) {
      for (const name of Object.getOwnPropertyNames(at)) if (name.startsWith('on')) names.add(name.slice(2))
    }
  }
  for (const name of names) {
    if (OF_ANY_PANEL.has(name)) continue
    for (const target of [window, document]) {
      listen.call(target, name, (event) => own.probes.has(event.target) || keep('events', name + ' ' + (name === 'message' ? JSON.stringify(event.data) : event.target?.nodeName ?? '')), true)
    }
  }
  new ReportingObserver((reports) => reports.forEach((one) => keep('events', 'report ' + one.type))).observe()
  new MutationObserver((records) => {
    for (const one of records) keep('mutations', one.type + ' ' + one.target.nodeName + ' ' + (one.attributeName ?? '') + ' +' + one.addedNodes.length + ' -' + one.removedNodes.length)
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeOldValue: true, characterData: true })

  const patch = (holder, name) => {
    const found = holder && Object.getOwnPropertyDescriptor(holder, name)
    if (!found) return
    const label = (holder.constructor?.name ?? 'Object') + '.' + name
    if (typeof found.value === 'function') {
      const original = found.value
      Object.defineProperty(holder, name, { ...found, value: function (...args) {
        keep('calls', label + ' ' + String(typeof args[0] === 'string' ? args[0] : ''))
        return new.target ? Reflect.construct(original, args, new.target) : Reflect.apply(original, this, args)
      } })
    } else if (found.get) {
      Object.defineProperty(holder, name, { ...found, get() { keep('calls', 'get ' + label); return found.get.call(this) },
        ...(found.set && { set(value) { keep('calls', 'set ' + label); found.set.call(this, value) } }) })
    }
  }
  const METHODS = {
    EventTarget: ['addEventListener', 'removeEventListener', 'dispatchEvent'],
    Node: ['appendChild', 'insertBefore', 'removeChild', 'replaceChild', 'cloneNode', 'textContent', 'isConnected', 'contains'],
    Element: ['setAttribute', 'removeAttribute', 'getAttribute', 'querySelector', 'querySelectorAll', 'closest', 'matches', 'attachShadow', 'innerHTML',
      'outerHTML', 'insertAdjacentHTML', 'append', 'prepend', 'replaceWith', 'remove', 'getBoundingClientRect', 'scrollIntoView', 'id', 'className'],
    HTMLElement: ['innerText', 'outerText', 'offsetWidth', 'offsetHeight', 'click', 'focus', 'dataset'],
    Document: ['querySelector', 'querySelectorAll', 'getElementById', 'getElementsByTagName', 'createElement', 'createTreeWalker', 'evaluate',
      'write', 'elementFromPoint', 'execCommand', 'cookie', 'title', 'body', 'head', 'scripts', 'forms', 'links', 'activeElement'],
    MutationObserver: ['observe'], XMLHttpRequest: ['open', 'send'], Storage: ['getItem', 'setItem'], Performance: ['getEntriesByType', 'mark'],
    History: ['pushState', 'replaceState'], Navigator: ['sendBeacon'], BroadcastChannel: ['postMessage'], Window: [], JSON: [], Array: [],
  }
  for (const [name, methods] of Object.entries(METHODS)) for (const method of methods) patch(window[name]?.prototype, method)
  patch(JSON, 'parse'); patch(JSON, 'stringify'); patch(Array.prototype, 'toJSON')
  for (const name of ['postMessage', 'fetch', 'getComputedStyle', 'setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback', 'getSelection', 'matchMedia']) patch(window, name)
  window.addEventListener('error', (event) => seen.errors.push(String(event.message)))

  const quietly = (work) => { own.quiet = true; try { return work() } finally { own.quiet = false } }
  const describe = (holder, name) => {
    const one = Object.getOwnPropertyDescriptor(holder, name)
    const kind = one && ('value' in one ? typeof one.value : 'accessor')
    const source = kind === 'function' ? Function.prototype.toString.call(one.value).length : ''
    return name + ':' + kind + ':' + source
  }
  const globals = () => [...Object.getOwnPropertyNames(window), ...Object.getOwnPropertySymbols(window).map(String)]
    .filter((name) => !/^\\d+$/.test(name)).map((name) => name.startsWith('Symbol') ? name : describe(window, name)).sort()
  const prototypes = () => Object.getOwnPropertyNames(window).flatMap((name) => {
    let holder
    try { holder = window[name]?.prototype } catch { return [] }
    if (typeof window[name] !== 'function' || !holder) return []
    return Object.getOwnPropertyNames(holder).map((member) => name + '.' + describe(holder, member))
  }).concat(['document', 'navigator', 'location', 'chrome', 'history', 'screen'].flatMap((name) =>
    window[name] ? Object.getOwnPropertyNames(window[name]).map((member) => name + '.' + describe(window[name], member)) : [name + ' absent'])).sort()
  const elements = []
  const probe = async (address) => {
    const outcomes = [fetch(address).then(() => 'fetched', (error) => error.name),
      ...['img', 'script', 'link', 'iframe'].map((tag) => new Promise((resolve) => {
        const element = document.createElement(tag)
        own.probes.add(element)
        elements.push(element)
        element.onload = () => resolve(tag + ' loaded'); element.onerror = () => resolve(tag + ' failed')
        if (tag === 'link') element.rel = 'stylesheet'
        element[tag === 'link' ? 'href' : 'src'] = address
        document.head.append(element)
        setTimeout(() => resolve(tag + ' silent'), 20_000)
      }))]
    return (await Promise.all(outcomes)).join(', ')
  }
  window.lie = {
    report: async (id, withProbes) => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      const gathered = quietly(() => ({
        mutations: [...seen.mutations], events: [...seen.events], calls: [...seen.calls], errors: [...seen.errors],
        globals: globals(), prototypes: prototypes(),
        document: {
          html: document.documentElement.outerHTML, cookie: document.cookie, title: document.title, address: location.href,
          history: history.length, styles: document.styleSheets.length, adopted: document.adoptedStyleSheets.length,
          scripts: document.scripts.length, frames: frames.length, selection: String(getSelection()), active: document.activeElement?.nodeName ?? '',
          scroll: scrollX + ',' + scrollY, nodes: document.querySelectorAll('*').length,
          shadows: [...document.querySelectorAll('*')].filter((one) => one.shadowRoot).length,
          attributes: [...document.querySelectorAll('*')].reduce((sum, one) => sum + one.attributes.length, 0),
          ancestors: location.ancestorOrigins?.length ?? 0, opener: String(opener), name: window.name,
        },
        storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
        performance: performance.getEntries().filter((one) => !['longtask', 'long-animation-frame', 'event', 'first-input', 'visibility-state', 'paint', 'layout-shift'].includes(one.entryType)).map((one) => one.entryType + ' ' + one.name).sort(),
      }))
      const probes = {}
      if (!withProbes) return { ...gathered, probes }
      own.quiet = true
      const paths = ['manifest.json', 'reader.js', 'sidepanel.html', 'practice.html', 'icon/16.png', 'icon/128.png', 'background.js', '_locales/en/messages.json', '']
      await Promise.all(paths.map(async (path) => { probes[path] = await probe('chrome-extension://' + id + '/' + path) }))
      elements.splice(0).forEach((element) => element.remove())
      try { probes.runtime = String(typeof window.chrome?.runtime?.sendMessage) } catch (error) { probes.runtime = error.name }
      await new Promise((resolve) => setTimeout(resolve, 350))
      own.quiet = false
      return { ...gathered, probes }
    },
  }
})()`

/** Names of the parts in which two reports differ, each with the first pieces that only one of them has. */
export function differences(one: LieReport, other: LieReport): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const part of Object.keys(one) as (keyof LieReport)[]) {
    const [a, b] = [piecesOf(one[part]), piecesOf(other[part])]
    const only = [...missingFrom(b, a), ...missingFrom(a, b)]
    if (only.length > 0) found[part] = only.slice(0, 5).map((piece) => piece.slice(0, 200))
  }
  return found
}

function piecesOf(part: LieReport[keyof LieReport]): string[] {
  return Array.isArray(part) ? part : Object.entries(part).map(([name, value]) => `${name}=${value}`)
}

/** Pieces of `wanted` that `list` has not, counted: twice is not once. */
function missingFrom(list: readonly string[], wanted: readonly string[]): string[] {
  const left = [...list]
  return wanted.filter((piece) => {
    const at = left.indexOf(piece)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
