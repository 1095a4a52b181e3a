/** The one place that knows where the words come from. */
export { i18n } from '#i18n'

/** Chrome takes no hyphen in the name of a text, and loads no extension that has one: `not-found` → `not_found`. */
export function textKey<Id extends string>(id: Id): Underscored<Id> {
  return id.replaceAll('-', '_') as Underscored<Id> // The type says what the line does.
}

type Underscored<Id extends string> = Id extends `${infer Start}-${infer Rest}`
  ? `${Start}_${Underscored<Rest>}`
  : Id
