import { tx } from '../../../db/transaction.ts'
import type { Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'
import {
  type ReleaseRules,
  type ReleaseRulesVersion,
  readReleaseRules,
  readVersions,
} from './release-rules.ts'

/** 审核级次的设定: what holds now, and every version before it with its reason. */
export async function getReleaseRules(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<Readonly<{ version: number; rules: ReleaseRules; versions: readonly ReleaseRulesVersion[] }>> {
  allowWithin(ctx, 'read-documents', agencyId)
  return tx(ctx, async (t) => ({
    ...(await readReleaseRules(t, agencyId)),
    versions: await readVersions(t, agencyId, 50),
  }))
}
