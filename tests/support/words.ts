import { builtText } from './extension.ts'

const messages = JSON.parse(builtText('_locales/en/messages.json')) as Record<string, { message: string }>

/** Interface text by its key in the locale, with its values put in; throws for a key that is not there. */
export function word(key: string, values: Record<string, string | number> = {}): string {
  return messageOf(key).replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** The same as a pattern: values not given may be anything, and each plural form fits. */
export function words(key: string, values: Record<string, string | number> = {}): RegExp {
  const forms = messageOf(key).split(' | ')
  const pattern = forms.map((form) =>
    form
      .split(/(\{\w+\}|\$\d)/)
      .map((part) => {
        const name = /^\{(\w+)\}$/.exec(part)?.[1]
        if (name === undefined) return /^\$\d$/.test(part) ? '.+' : RegExp.escape(part)
        const value = values[name]
        return value === undefined ? '.+' : RegExp.escape(String(value))
      })
      .join(''),
  )
  return new RegExp(`^(?:${pattern.join('|')})$`, 's')
}

function messageOf(key: string): string {
  const found = messages[key.replaceAll('.', '_')]?.message
  if (found === undefined) throw new Error(`no interface text ${key}`)
  return found
}
