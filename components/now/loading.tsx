import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Late, Skeleton, SkeletonBox } from '#components/ui/skeleton.tsx'

/** While a page is read: labels that never change at once, bars in the exact place of what comes, after 150 ms. */
export function NowLoading() {
  return (
    <>
      <main aria-busy="true">
        <h1 className="vh">{i18n.t('frame.now')}</h1>
        <Late>
          <p className="vh" role="status">
            {i18n.t('now.reading')}
          </p>
          <div aria-hidden="true">
            <div className="person">
              <SkeletonBox width={40} height={40} />
              <div>
                <Skeleton width="152px" />
                <Skeleton width="224px" />
                <div className="mt-1">
                  <Skeleton width="192px" small />
                </div>
              </div>
            </div>
            <dl className="fields">
              {BARS.map(([field, width]) => (
                <div className="field hover:bg-transparent!" key={field}>
                  <dt>{i18n.t(`now.field.${field}`)}</dt>
                  <dd className="py-1!">
                    <Skeleton width={width} />
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        </Late>
      </main>
      <footer className="actionbar">
        <div className="actions">
          <Button look="filled" className="grow" disabled>
            {i18n.t('now.addToCadence')}
          </Button>
          <Button look="quiet" disabled>
            {i18n.t('now.save')}
          </Button>
        </div>
      </footer>
    </>
  )
}

const BARS = [
  ['company', '78%'],
  ['title', '48%'],
  ['location', '44%'],
  ['school', '56%'],
  ['email', '40%'],
  ['slug', '52%'],
] as const
