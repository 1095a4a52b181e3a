import { useEffect, useState, type CSSProperties, type ReactNode } from 'react'

/** A bar in the place and line height of the text that comes. `width` in CSS units. */
export function Skeleton({ width, small = false }: { width: string; small?: boolean }) {
  // `as`: React's style type does not know custom properties.
  return <span className={`skel ${small ? 'sm' : ''}`} style={{ '--w': width } as CSSProperties} />
}

/** A box of an exact size in px. */
export function SkeletonBox({ width, height }: { width: number; height: number }) {
  return <span className="skel-box" style={{ width, height }} />
}

/** Shows its children only after 150 ms: what comes quicker needs no skeleton. */
export function Late({ children }: { children: ReactNode }) {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SKELETON_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return isLate ? children : null
}

/** Rows of a list that is being read; `words` are for a screen reader. */
export function SkeletonRows({ rows, words }: { rows: number; words: string }) {
  return (
    <Late>
      <p className="vh" role="status">
        {words}
      </p>
      <div aria-hidden="true">
        {Array.from({ length: rows }, (_, index) => (
          <div className="row row-2" key={index}>
            <SkeletonBox width={16} height={16} />
            <div>
              <Skeleton width={`${70 - (index % 3) * 12}%`} />
              <Skeleton width={`${56 - (index % 2) * 14}%`} small />
            </div>
          </div>
        ))}
      </div>
    </Late>
  )
}

const SKELETON_AFTER_MS = 150
