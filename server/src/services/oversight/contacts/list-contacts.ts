import type { PlainDate } from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'
import { tx } from '../../../db/transaction.ts'
import type { Context } from '../../context.ts'
import { allowWithin } from '../../disclosure/own-agency.ts'
import { readUnits, type UnitContacts } from './contact-store.ts'

/** 公开联系人 of every unit, with what is missing. 《条例》第四十八条 */
export async function listContacts(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly UnitContacts[]> {
  allowWithin(ctx, 'read-documents', agencyId)
  return tx(ctx, (t) => readUnits(t, agencyId, ctx.today))
}

/** What is missing in the units of an organ, in words; within the reading of somebody who may know. */
export async function contactFaultsOf(
  t: Tx,
  agencyId: string,
  today: PlainDate,
): Promise<Readonly<{ units: number; faults: readonly string[] }>> {
  const units = await readUnits(t, agencyId, today)
  return { units: units.length, faults: units.flatMap((unit) => unit.faults) }
}
