/**
 * E.164 of a number that is written with its country (`+47 22 55 01 42`, `tel:+47-22-55-01-42`), without any table
 * of countries; null for everything else. `phone.ts` also reads numbers without a country and knows which are valid.
 */
export function plainE164(text: string): string | null {
  const digits = text
    .trim()
    .replace(/^tel:/i, '')
    .replace(/[\s\u00a0().\-/‐‑–·]/gu, '')
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : null
}
