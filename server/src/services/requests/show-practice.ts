import { regionsOf, type Settings } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { readRequestSettings } from './request-settings.ts'

export type Practice = Readonly<{
  settings: Settings
  /** Regions whose holiday notices have been imported, to choose from. */
  knownRegions: readonly string[]
}>

/** 办理口径: how the agency reads what the texts leave open. */
export async function showPractice(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<Practice> {
  allow(ctx.actor, 'manage-agency')
  const settings = await tx(ctx, (t) => readRequestSettings(t, agencyId))
  return { settings, knownRegions: regionsOf(ctx.importedNotices) }
}
