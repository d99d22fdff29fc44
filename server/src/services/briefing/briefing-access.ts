import {
  BRIEFING_ACTS,
  BRIEFING_STATES,
  type BriefingAct,
  type BriefingState,
  briefingMove,
} from '@mingfu/law'
import { Forbidden, Invalid } from '../../errors.ts'
import { allow, type Permission } from '../allow.ts'
import type { Actor, Context } from '../context.ts'

/** Permission, and only for the agency one works for. First line of every verb about briefing items. */
export function allowBriefing(ctx: Context, permission: Permission, agencyId: string): void {
  allow(ctx.actor, permission)
  if (ctx.actor.kind === 'staff' && ctx.actor.agencyId !== agencyId) {
    throw new Forbidden('只能办理本机关的政务信息')
  }
}

const SEE_ALL: readonly string[] = ['reviewer', 'leader', 'office-head', 'supervisor']

/** Whose items somebody sees: a clerk of a unit its own, everybody else those of the whole organ (`null`). */
export function ownUnitOnly(actor: Actor): string | null {
  if (actor.kind !== 'staff' || actor.roles.some((role) => SEE_ALL.includes(role))) return null
  return actor.departmentId
}

/** A unit's clerk acts for that unit and no other. */
export function allowUnit(actor: Actor, unitId: string): void {
  const own = ownUnitOnly(actor)
  if (own !== null && own !== unitId) throw new Forbidden('只能办理本单位的政务信息')
}

/** The state after an act; what may not happen is said in words. */
export function moveBriefing(state: BriefingState, act: BriefingAct): BriefingState {
  const to = briefingMove(state, act)
  if (to === null) throw new Invalid(`“${BRIEFING_STATES[state]}”的信息不能“${BRIEFING_ACTS[act].label}”`)
  return to
}
