import type { TemplateProblem } from '#lib/domain/templates/variables.ts'
import { VARIABLES } from '#lib/domain/templates/variables.ts'
import { i18n } from '#components/ui/i18n.ts'

/** What a variable of a template is called; a name that is none is shown as it is. */
export function valueWord(name: string): string {
  const known = NAMES.find((one) => one === name)
  return known ? i18n.t(`writing.value.${known}`) : name.replaceAll('_', ' ')
}

/** What is wrong with a template, and where. */
export function problemWords({ line, column, snippet, reason }: TemplateProblem): string {
  const place = { line: String(line), column: String(column), reason }
  return snippet === null
    ? i18n.t('writing.faultAt', place)
    : i18n.t('writing.faultIn', { ...place, name: snippet })
}

type ValueName = {
  [Group in keyof typeof VARIABLES]: `${Group}.${(typeof VARIABLES)[Group][number]}`
}[keyof typeof VARIABLES]

const NAMES = Object.entries(VARIABLES).flatMap(([group, names]) =>
  names.map((name) => `${group}.${name}`),
) as ValueName[] // every group with every one of its names
