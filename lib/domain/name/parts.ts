/** Given and family name; null where there is none. */
export interface NameHalves {
  first: string | null
  last: string | null
  /** True where nobody would doubt the border and the order; false where it is the best reading of several. */
  isSure: boolean
}

export interface NameParts extends NameHalves {
  /** Every word of the name in the order they stand in, also those that are in neither half; no title, degree or slogan. */
  words: readonly string[]
}
