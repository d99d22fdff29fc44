import type { ReviewLevel } from '@mingfu/law'
import type { RecordedEvent } from './document-event-store.ts'

/** 补审: which levels an urgent release passed over, who made them up so far, and which comes next. */
export type LaterReview = Readonly<{
  levels: readonly (ReviewLevel &
    Readonly<{ passedBy: string | null; passedAt: Date | null; note: string }>)[]
  next: ReviewLevel | null
  /** Everybody who has judged it already, the one who released it among them. */
  judges: readonly string[]
}>

/** Read off the history; `null` for what was not released urgently. */
export function laterReviewIn(events: readonly RecordedEvent[]): LaterReview | null {
  const at = events.findLastIndex(({ kind }) => kind === 'published-urgently')
  const release = events[at]
  if (release === undefined) return null
  const done = events.slice(at + 1).filter(({ kind }) => kind === 'later-reviewed')
  const levels = (release.facts.levels as readonly ReviewLevel[]).map((level) => {
    const passed = done.find(({ facts }) => facts.step === level.step)
    return {
      ...level,
      passedBy: passed?.actor ?? null,
      passedAt: passed?.at ?? null,
      note: String(passed?.facts.note ?? ''),
    }
  })
  return {
    levels,
    next: levels.find(({ passedBy }) => passedBy === null) ?? null,
    judges: [release, ...done].flatMap(({ actorId: id }) => (id === null ? [] : [id])),
  }
}
