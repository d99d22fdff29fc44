import type { Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'
import { type FromStarter, planStarter, type StarterPlan } from './plan-starter.ts'

/** 预览起步目录: what would be added to the catalogue that there is, and what it has already; nothing is kept. */
export async function previewStarter(ctx: Context, what: FromStarter): Promise<StarterPlan> {
  allowWithin(ctx, 'edit-guide', what.agencyId)
  return planStarter(ctx.db, what)
}
