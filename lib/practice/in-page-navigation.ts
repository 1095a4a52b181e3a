/**
 * Script for served pages: a press on a profile link changes the address at once and the page later, as
 * LinkedIn does. Chrome reports the new address as complete while the page still shows the person before.
 */
export function inPageNavigation(delayMs: number): string {
  return `(() => {
  const show = (href) => setTimeout(async () => {
    const next = new DOMParser().parseFromString(await (await fetch(href)).text(), 'text/html')
    if (location.href !== href) return
    document.documentElement.lang = next.documentElement.lang
    document.documentElement.dir = next.documentElement.dir
    document.title = next.title
    document.querySelector('#root').replaceWith(next.querySelector('#root'))
  }, ${Math.max(0, Math.trunc(delayMs))})
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href]')
    if (!link || !/^\\/in\\/[^/]+\\/?$/.test(link.pathname) || link.host !== location.host) return
    event.preventDefault()
    history.pushState(null, '', link.href)
    show(link.href)
  })
  addEventListener('popstate', () => show(location.href))
})()`
}
