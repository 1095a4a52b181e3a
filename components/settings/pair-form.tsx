import { useState } from 'react'
import { useBaton } from '#lib/queries/context.tsx'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { useAnnounce } from '#components/ui/live.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { serverAddress } from './server-address.ts'

type Problem = { at: 'url' | 'code' | 'form'; words: string }

/** Address of the server and the one-time code it printed. `again`: a server that asks this browser to pair anew. */
export function PairForm({ again }: { again?: string }) {
  const baton = useBaton()
  const announce = useAnnounce()
  const [url, setUrl] = useState(again ?? '')
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const fail = (found: Problem) => {
    setProblem(found)
    announce(found.words)
  }
  const pair = async () => {
    const address = serverAddress(url)
    if (address === null) return fail({ at: 'url', words: i18n.t('pairing.wrongAddress') })
    if (code.trim().length < 4) return fail({ at: 'code', words: i18n.t('pairing.noCode') })
    setProblem(null)
    setBusy(true)
    try {
      await baton.pair({ url: address, code: code.trim() })
      announce(i18n.t('pairing.paired'))
    } catch (error) {
      fail(problemOf(error, address))
    }
    setBusy(false)
  }
  const errorAt = (at: Problem['at']) => (problem?.at === at ? { error: problem.words } : {})
  return (
    <form
      className="set-pair"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void pair()
      }}
    >
      <TextField
        label={i18n.t('pairing.address')}
        help={i18n.t('pairing.addressHelp')}
        inputMode="url"
        spellCheck={false}
        dir="ltr"
        value={url}
        onChange={(event) => setUrl(event.target.value)}
        {...errorAt('url')}
      />
      <TextField
        label={i18n.t('pairing.code')}
        help={i18n.t('pairing.codeHelp')}
        autoComplete="one-time-code"
        spellCheck={false}
        dir="ltr"
        value={code}
        onChange={(event) => setCode(event.target.value)}
        {...errorAt('code')}
      />
      {problem?.at === 'form' && <p className="error m-0!">{problem.words}</p>}
      <Button type="submit" busy={busy}>
        {i18n.t(busy ? 'pairing.pairing' : again === undefined ? 'pairing.pair' : 'pairing.pairAgain')}
      </Button>
    </form>
  )
}

function problemOf(error: unknown, address: string): Problem {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  const host = new URL(address).host
  switch (code) {
    case 'AUTH_EXPIRED':
    case 'BAD_REQUEST':
      return { at: 'code', words: i18n.t('pairing.wrongCode') }
    case 'RATE_LIMITED':
      return { at: 'form', words: i18n.t('pairing.tooOften') }
    case 'CLIENT_TOO_OLD':
      return { at: 'form', words: i18n.t('pairing.tooOld') }
    case 'MALFORMED':
      return { at: 'url', words: i18n.t('pairing.otherServer', { host }) }
    case 'BUSY':
    case 'INTERNAL':
      return { at: 'form', words: i18n.t('pairing.busy') }
    default:
      return { at: 'url', words: i18n.t('pairing.noAnswer', { host }) }
  }
}
