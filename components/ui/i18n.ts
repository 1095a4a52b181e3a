import { i18n as typedBySearch, type GeneratedI18nStructure } from '#i18n'

/**
 * The one place that knows where the words come from. The module's own type looks through every text for every call,
 * which is nearly all the time that the type check took; this one asks only the text that is named.
 */
export const i18n: { t: <K extends keyof Texts>(key: K, ...values: ValuesOf<Texts[K]>) => string } =
  typedBySearch

/** Chrome takes no hyphen in the name of a text, and loads no extension that has one: `not-found` → `not_found`. */
export function textKey<Id extends string>(id: Id): Underscored<Id> {
  return id.replaceAll('-', '_') as Underscored<Id> // The type says what the line does.
}

type Underscored<Id extends string> = Id extends `${infer Start}-${infer Rest}`
  ? `${Start}_${Underscored<Rest>}`
  : Id

type Texts = GeneratedI18nStructure
type Text = Texts[keyof Texts]
type Value = string | number

/** What a text is called with; of several texts (a key with a hole in it) it must be the same for each. */
type ValuesOf<Of extends Text> = [Of] extends [{ plural: true }]
  ? [n: number, ...([Of] extends [Named] ? [values: ByName<Of>] : [values?: ByPlace[Of['substitutions']]])]
  : [Of] extends [Named]
    ? [values: ByName<Of>]
    : [Of] extends [{ plural: false; substitutions: 0 }]
      ? []
      : [Of] extends [{ plural: false }]
        ? [values: ByPlace[Of['substitutions']]]
        : never

interface Named {
  namedSubstitutions: readonly string[]
}
type ByName<Of> = Of extends Named ? Record<Of['namedSubstitutions'][number], Value> : never
interface ByPlace {
  0: []
  1: [Value]
  2: [Value, Value]
  3: [Value, Value, Value]
}
