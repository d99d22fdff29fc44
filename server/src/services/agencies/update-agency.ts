import { addDays } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import { contentChanged } from '../content-version.ts'
import type { Context } from '../context.ts'
import { enterFormerName } from '../disclosure/organ/organ-names.ts'
import { enterOrganChange } from '../disclosure/organ/record-organ-change.ts'
import { type AgencyInput, agencyColumns } from './agency-input.ts'
import { type Agency, getAgency } from './find-agency.ts'
import { requireWithin } from './within.ts'

export type UpdateAgency = AgencyInput & Readonly<{ agencyId: string }>

/** 修改机关登记信息: letters already issued keep what they said. */
export async function updateAgency(ctx: Context, input: UpdateAgency): Promise<void> {
  const { agencyId } = input
  allow(ctx.actor, 'manage-agency')
  const columns = agencyColumns(input)
  await tx(ctx, async (t) => {
    await requireWithin(t, ctx, agencyId)
    const before = await getAgency(t, agencyId)
    const changed = await t
      .updateTable('agency')
      .set(columns)
      .where('agency_id', '=', agencyId)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new NotFound('这个机关')
    if (before.name !== columns.name) await keepFormerName(t, ctx, before, columns.name)
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

/** 更名: the name until yesterday stays on record, and guide and profile are owed under the new one. */
async function keepFormerName(t: Tx, ctx: Context, before: Agency, name: string): Promise<void> {
  const { agencyId, shortName } = before
  await enterFormerName(t, ctx, {
    agencyId,
    name: before.name,
    shortName,
    usedUntil: addDays(ctx.today, -1),
  })
  const note = `更名为“${name}”`
  await enterOrganChange(t, ctx, { agencyId, kind: 'organ', happenedOn: ctx.today, note })
}
