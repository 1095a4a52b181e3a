/**
 * Whether rendering could leave something missing or at fault, told from the template alone and without the template
 * library: a list of a thousand touches need not be rendered to say which are held. «No» is sure, «yes» is not.
 */
export function mayMiss(template: string): boolean {
  const rest = template.replace(SAFE_OUTPUT, '')
  // A single brace may make another tag of its neighbours.
  return /[{}]/.test(rest)
}

/** Of the values only these are always there; the rep's name is looked at by the caller. Others need a default. */
const SAFE_OUTPUT =
  /\{\{-?\s{0,9}(?:(?:contact|cadence|rep)\.name|(?:contact|account|evidence|rep)\.[a-z_]{1,20}\s{0,9}\|\s{0,9}default\s{0,9}:\s{0,9}(?:'[^'{}%]{0,200}'|"[^"{}%]{0,200}"))\s{0,9}-?\}\}/g
