import { createLucideIcon, Mail, Phone, SquareCheck, type LucideIcon } from 'lucide-react'
import type { Channel } from '#lib/domain/cadence/step.ts'

/** Every icon of Baton: 16 px (14 in small places), a line of 1.4 px, hidden from a screen reader: the word stands beside it. */
export function Icon({ of: Shape, small = false, className = '' }: IconProps) {
  return (
    <Shape
      aria-hidden="true"
      absoluteStrokeWidth
      strokeWidth={1.4}
      size={small ? 14 : 16}
      className={`i ${small ? 'i-sm' : ''} ${className}`}
    />
  )
}

interface IconProps {
  of: LucideIcon
  small?: boolean
  className?: string
}

/** Lucide carries no brands; drawn to the same grid. */
export const LinkedinIcon = createLucideIcon('linkedin', [
  ['rect', { x: '3', y: '3', width: '18', height: '18', rx: '3', key: 'box' }],
  ['path', { d: 'M7.8 10.8v5.85M7.8 7.35v.15M12 16.65V10.8M12 13.5a2.4 2.4 0 0 1 4.8 0v3.15', key: 'in' }],
])

export const CHANNEL_ICONS: Record<Channel, LucideIcon> = {
  email: Mail,
  linkedin: LinkedinIcon,
  call: Phone,
  task: SquareCheck,
}
