/** Small letters, digits and underscores: it is typed into templates, as `snippet.name`. */
export const SNIPPET_NAME = /^[a-z][a-z0-9_]{0,39}$/
