import type { OrganChangeKind, PlainDate } from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import { actorName, type Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'

export type RecordOrganChange = Readonly<{
  agencyId: string
  kind: OrganChangeKind
  happenedOn: PlainDate
  note: string
}>

/** 登记机构、领导变动: guide, profile and leader page are owed from that day on. */
export async function recordOrganChange(ctx: Context, input: RecordOrganChange): Promise<void> {
  allowWithin(ctx, 'draft-document', input.agencyId)
  if (input.happenedOn > ctx.today) {
    throw new Invalid('变动的日期不能晚于今天', { happenedOn: '变动的日期不能晚于今天' })
  }
  await tx(ctx, async (t) => {
    await enterOrganChange(t, ctx, input)
    const { agencyId, kind, happenedOn, note } = input
    await recordAudit(t, ctx, {
      agencyId,
      action: 'record-organ-change',
      objectKind: 'agency',
      objectId: agencyId,
      detail: { kind, happenedOn, note },
    })
  })
}

/** Enters a change that another verb has made. */
export async function enterOrganChange(
  t: Tx,
  ctx: Context,
  { agencyId, kind, happenedOn, note }: RecordOrganChange,
): Promise<void> {
  await t
    .insertInto('organ_change')
    .values({
      agency_id: agencyId,
      change_id: newId(),
      kind,
      happened_on: happenedOn,
      note: note.trim(),
      recorded_at: ctx.now,
      recorded_by: actorName(ctx.actor),
    })
    .execute()
}
