import { tx } from '../../../db/transaction.ts'
import type { Context } from '../../context.ts'
import { oneself } from '../oneself.ts'
import { recoveryCodesLeft } from './second-factor-store.ts'
import { needsSecondFactor } from './who-needs-it.ts'

export type MySecondFactor = Readonly<{
  /** Whether the installation uses it at all. */
  offered: boolean
  needed: boolean
  onSince: Date | null
  recoveryCodesLeft: number
}>

/** 自己的动态口令: whether it is on, must be on, and how many ways back are left. */
export async function mySecondFactor(ctx: Context): Promise<MySecondFactor> {
  const actor = oneself(ctx)
  const { secondFactor } = ctx.signIn
  return tx(ctx, async (t) => {
    const staff = await t
      .selectFrom('staff')
      .select('second_factor_at')
      .where('agency_id', '=', actor.agencyId)
      .where('staff_id', '=', actor.staffId)
      .executeTakeFirstOrThrow()
    return {
      offered: secondFactor !== 'off',
      needed: needsSecondFactor(secondFactor, actor.roles),
      onSince: staff.second_factor_at,
      recoveryCodesLeft: await recoveryCodesLeft(t, actor),
    }
  })
}
