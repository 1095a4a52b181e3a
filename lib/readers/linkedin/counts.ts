/** Thousands in groups of three, or digits in a row. */
const NUMBER = String.raw`\p{Nd}{1,3}(?:[ .,'’٬]\p{Nd}{3})+(?!\p{Nd})|\p{Nd}[\p{Nd}.,]*`
/** What shortens a number: «3M», «12 mil», «1,2 Mio.», «3.4万». */
const SCALE = '(?: ?(?:[KMBk]|mil|Mio\\.?|tys\\.|тыс\\.?|млн|万|萬|천|만)(?!\\p{L}))'
const COUNT = new RegExp(`^\\P{Nd}*?(${NUMBER})(${SCALE})?(\\+?)\\P{Nd}*$`, 'u')

/** The one number of a short text as it is written there, with what shortens it; null where there is none or more than one. */
export function countIn(text: string): string | null {
  // Korean calls connections «1촌», first degree
  const [, number, scale = '', more = ''] = COUNT.exec(text.slice(0, 60).replace(/[123]촌/u, '')) ?? []
  return number === undefined ? null : number.replace(/[.,]$/, '') + scale + more
}
