import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import { contentChanged } from '../content-version.ts'
import type { Context } from '../context.ts'
import { type AgencyInput, agencyColumns } from './agency-input.ts'
import { requireWithin } from './within.ts'

export type UpdateAgency = AgencyInput & Readonly<{ agencyId: string }>

/** 修改机关登记信息: letters already issued keep what they said. */
export async function updateAgency(ctx: Context, input: UpdateAgency): Promise<void> {
  const { agencyId } = input
  allow(ctx.actor, 'manage-agency')
  const columns = agencyColumns(input)
  await tx(ctx, async (t) => {
    await requireWithin(t, ctx, agencyId)
    const changed = await t
      .updateTable('agency')
      .set(columns)
      .where('agency_id', '=', agencyId)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new NotFound('这个机关')
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'update-agency',
      objectKind: 'agency',
      objectId: agencyId,
      detail: columns,
    })
  })
}
