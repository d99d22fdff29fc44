import { type ScoreEntry, type ScoreKind, type ScoreTable, scoreTableFault, USUAL_SCORES } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid, Stale } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import { actorName, type Context } from '../context.ts'
import { allowBriefing } from './briefing-access.ts'

export type ScoreRules = Readonly<{ version: number; scores: ScoreTable }>
export type ScoreRulesVersion = ScoreRules & Readonly<{ reason: string; setAt: Date; setBy: string }>

/** 分值表 in force; version 0 is the usual one. */
export async function readScores(t: Tx, agencyId: string): Promise<ScoreRules> {
  const [newest] = await readVersions(t, agencyId, 1)
  return newest ?? { version: 0, scores: USUAL_SCORES }
}

async function readVersions(t: Tx, agencyId: string, limit: number): Promise<readonly ScoreRulesVersion[]> {
  const rows = await t
    .selectFrom('briefing_rules')
    .select(['version', 'scores', 'reason', 'set_at', 'set_by'])
    .where('agency_id', '=', agencyId)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    version: row.version,
    scores: row.scores as ScoreTable,
    reason: row.reason,
    setAt: row.set_at,
    setBy: row.set_by,
  }))
}

export async function getScoreRules(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<ScoreRules & Readonly<{ versions: readonly ScoreRulesVersion[] }>> {
  allowBriefing(ctx, 'read-briefings', agencyId)
  return tx(ctx, async (t) => ({
    ...(await readScores(t, agencyId)),
    versions: await readVersions(t, agencyId, 50),
  }))
}

export type SaveScoreRules = Readonly<{
  agencyId: string
  version: number
  scores: ScoreTable
  reason: string
}>

/** 设定分值表: a new version; points given before stay as they were given. */
export async function saveScoreRules(ctx: Context, input: SaveScoreRules): Promise<{ version: number }> {
  allowBriefing(ctx, 'edit-briefings', input.agencyId)
  const { agencyId, scores } = input
  const reason = input.reason.trim()
  if (reason === '') throw new Invalid('请写明改动的理由', { reason: '请写明改动的理由' })
  const fault = scoreTableFault(scores)
  if (fault !== null) throw new Invalid(fault)
  return tx(ctx, async (t) => {
    const before = await readScores(t, agencyId)
    if (before.version !== input.version) throw new Stale('分值表')
    const version = before.version + 1
    await t
      .insertInto('briefing_rules')
      .values({
        agency_id: agencyId,
        version,
        scores: JSON.stringify(scores),
        reason,
        set_at: ctx.now,
        set_by: actorName(ctx.actor),
      })
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'save-briefing-scores',
      objectKind: 'agency',
      objectId: agencyId,
      detail: { version, reason },
    })
    return { version }
  })
}

/** The entry of a code and kind in the table in force, with its version. */
export async function entryOf(
  t: Tx,
  agencyId: string,
  code: string,
  kind: ScoreKind,
): Promise<Readonly<{ entry: ScoreEntry; rulesVersion: number }>> {
  const { version, scores } = await readScores(t, agencyId)
  const entry = scores.entries.find((one) => one.code === code && one.kind === kind)
  if (entry === undefined) throw new Invalid('分值表中没有这一项，请重新选择', { code: '请从分值表中选择' })
  return { entry, rulesVersion: version }
}
