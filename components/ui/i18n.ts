/** The one place that knows where the words come from. */
export { i18n } from '#i18n'
