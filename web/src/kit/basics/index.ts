export { Avatar, initials, tintOf } from './avatar'
export { Button, Card, Facts, Kbd, type Segment, Segments, Tag, type Tone } from './basics'
export { TierBadge } from './tier'
