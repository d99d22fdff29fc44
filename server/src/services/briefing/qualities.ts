import { BRIEFING_KINDS, briefLength, type DepthMarks, depthMarks } from '@mingfu/law'
import { proseSimilarity } from '@mingfu/report'
import type { BriefingItem } from './briefing-item.ts'
import type { BriefingEvent } from './briefing-store.ts'

/** 快新准深精 of one item as facts, each from what was recorded; no mark is given. */
export type Qualities = Readonly<{
  /** From the event to the hand-in; null where nobody said when it happened. */
  quick: Readonly<{ hours: number | null }>
  fresh: Readonly<{ likeness: number | null; likeItemId: string | null }>
  accurate: Readonly<{ returns: number; factsCorrected: string }>
  deep: Readonly<{ isDeepKind: boolean; marks: DepthMarks }>
  /** Length as handed in and as edited, and the share of words that the editing changed. */
  concise: Readonly<{ submittedLength: number; editedLength: number; editedShare: number }>
}>

/** Null before the item was handed in: there is nothing to measure. */
export function qualitiesOf(item: BriefingItem, events: readonly BriefingEvent[]): Qualities | null {
  const { submittedAt, submittedBody, eventAt, body, kind } = item
  if (submittedAt === null || submittedBody === null) return null
  const hours = eventAt === null ? null : (submittedAt.getTime() - eventAt.getTime()) / 3_600_000
  return {
    quick: { hours: hours === null ? null : Math.round(hours * 10) / 10 },
    fresh: { likeness: item.likeness, likeItemId: item.likeItemId },
    accurate: {
      returns: events.filter(({ kind: what }) => what === 'returned').length,
      factsCorrected: item.factsCorrected,
    },
    deep: { isDeepKind: BRIEFING_KINDS[kind].deep, marks: depthMarks(submittedBody) },
    concise: {
      submittedLength: briefLength(submittedBody),
      editedLength: briefLength(body),
      editedShare: Math.round((1 - proseSimilarity(submittedBody, body)) * 100) / 100,
    },
  }
}
