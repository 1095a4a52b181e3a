/** Given and family name; null where there is none. */
export interface NameParts {
  first: string | null
  last: string | null
  /** True where nobody would doubt the border and the order; false where it is the best reading of several. */
  isSure: boolean
}
