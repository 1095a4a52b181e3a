/** Why somebody was disqualified, comes back later, cannot be reached, or a touch was left out. Ids are stored; words stand under `reasons.`. */

/** In the order of the screen, keys 1 to 9 (GitLab; only values somebody can act on: Forrester). */
export const DISQUALIFICATION_REASONS = [
  'wrong_buyer', 'no_authority', 'no_longer_there', 'competitor', 'consultant', 'own_employee', 'personal_use', 'student',
  'export_control',
] as const // prettier-ignore
export type DisqualificationReason = (typeof DISQUALIFICATION_REASONS)[number]

/** In the order of the screen, keys 1 to 8. */
export const RECYCLE_REASONS = [
  'in_contract', 'no_budget', 'evaluating', 'not_ready', 'no_value', 'no_interest', 'no_response', 'product_limitation',
] as const // prettier-ignore
export type RecycleReason = (typeof RECYCLE_REASONS)[number]

export const BAD_DATA_REASONS = ['bad_phone', 'bounced_email', 'invalid_email', 'no_data', 'spam'] as const
export type BadDataReason = (typeof BAD_DATA_REASONS)[number]

export const SKIP_REASONS = [
  'not_needed', 'no_email', 'unverified_email', 'no_linkedin', 'not_connected', 'bad_number', 'limit_reached',
  'outside_hours', 'missing_value',
] as const // prettier-ignore
export type SkipReason = (typeof SKIP_REASONS)[number]

/** Why a touch was left out without a word of the rep on this one: by its policy, or with others in a clean-up. */
export const LEFT_OUT_REASONS = ['overdue', 'cleaned_up'] as const

/** Days after which a nurtured person can be asked again; the second choice of the field is the default here. */
export const NURTURE_DAYS = [30, 60, 90, 180] as const
/** What is proposed, and what a cadence without any reply sets by itself. */
export const NURTURE_DEFAULT_DAYS = 90
