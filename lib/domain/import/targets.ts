/** Where a column of a file can go. Several columns may go to the note; every other target takes one. */
export const IMPORT_TARGETS = [
  'name',
  'firstName',
  'lastName',
  'title',
  'company',
  'companyDomain',
  'headline',
  'email',
  'phone',
  'linkedin',
  'location',
  'city',
  'region',
  'country',
  'arrivedAt',
  'note',
] as const
export type ImportTarget = (typeof IMPORT_TARGETS)[number]

/** `skip`: the column is left out. */
export type ColumnTarget = ImportTarget | 'skip'
