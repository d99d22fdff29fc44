import { type ContentKind, LATER_REVIEW, type ReviewLevel, USUAL_LEVELS } from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'

/** 审核级次的设定 of an agency: which levels a document passes, who signs each, and what an urgent release asks. */
export type ReleaseRules = Readonly<{
  levels: readonly ReviewLevel[]
  /** Where a kind of content goes another way. */
  byKind: Readonly<Partial<Record<ContentKind, readonly ReviewLevel[]>>>
  /** 三审三校: every level is proofread before it is signed. */
  proofread: boolean
  /** 先发后审: working days for the levels that were passed over. */
  laterReviewWithin: number
}>

export const USUAL_RULES: ReleaseRules = {
  levels: USUAL_LEVELS,
  byKind: {},
  proofread: false,
  laterReviewWithin: LATER_REVIEW.usual,
}

export type ReleaseRulesVersion = Readonly<{
  version: number
  rules: ReleaseRules
  reason: string
  setAt: Date
  setBy: string
}>

/** The setting in force; version 0 is what holds where nothing was settled. */
export async function readReleaseRules(
  t: Tx,
  agencyId: string,
): Promise<Readonly<{ version: number; rules: ReleaseRules }>> {
  const [newest] = await readVersions(t, agencyId, 1)
  return newest ?? { version: 0, rules: USUAL_RULES }
}

export async function readVersions(
  t: Tx,
  agencyId: string,
  limit: number,
): Promise<readonly ReleaseRulesVersion[]> {
  const rows = await t
    .selectFrom('release_rules')
    .select(['version', 'rules', 'reason', 'set_at', 'set_by'])
    .where('agency_id', '=', agencyId)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    version: row.version,
    rules: { ...USUAL_RULES, ...(row.rules as Partial<ReleaseRules>) },
    reason: row.reason,
    setAt: row.set_at,
    setBy: row.set_by,
  }))
}

/** The levels of a kind of content, in order. */
export function levelsFor({ levels, byKind }: ReleaseRules, kind: ContentKind): readonly ReviewLevel[] {
  return byKind[kind] ?? levels
}
