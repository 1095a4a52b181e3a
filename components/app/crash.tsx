import { Component, type ReactNode } from 'react'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'

/** A mistake in the page itself: says that what is saved is kept, and offers to load again. A class, as React asks. */
export class Crash extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children
  }
}

/** The page cannot go on: its own mistake, or a database that does not open. */
export function Broken() {
  return (
    <Banner
      tone="late"
      title={i18n.t('app.problem')}
      action={
        <Button small onClick={() => window.location.reload()}>
          {i18n.t('app.reload')}
        </Button>
      }
    >
      {i18n.t('app.problemHelp')}
    </Banner>
  )
}
