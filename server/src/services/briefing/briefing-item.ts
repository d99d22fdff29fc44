import type { BriefingKind, BriefingState } from '@mingfu/law'
import type { Selectable } from 'kysely'
import type { BriefingItemTable } from '../../db/rows.ts'

/** 政务信息: an internal item for leaders, as it stands. */
export type BriefingItem = Readonly<{
  agencyId: string
  itemId: string
  number: string | null
  callId: string | null
  kind: BriefingKind
  unitId: string
  title: string
  body: string
  author: string
  signedBy: string
  eventAt: Date | null
  state: BriefingState
  submittedAt: Date | null
  submittedTitle: string | null
  submittedBody: string | null
  /** Likeness to the earlier item that it is most like, when it was handed in. */
  likeness: number | null
  likeItemId: string | null
  /** 编辑时改正的事实差错. */
  factsCorrected: string
  createdBy: string | null
  version: number
}>

export function itemOf(row: Selectable<BriefingItemTable>): BriefingItem {
  return {
    agencyId: row.agency_id,
    itemId: row.item_id,
    number: row.number,
    callId: row.call_id,
    kind: row.kind as BriefingKind,
    unitId: row.department_id,
    title: row.title,
    body: row.body,
    author: row.author,
    signedBy: row.signed_by,
    eventAt: row.event_at,
    state: row.state as BriefingState,
    submittedAt: row.submitted_at,
    submittedTitle: row.submitted_title,
    submittedBody: row.submitted_body,
    likeness: row.likeness === null ? null : Number(row.likeness),
    likeItemId: row.like_item_id,
    factsCorrected: row.facts_corrected,
    createdBy: row.created_by,
    version: row.version,
  }
}
