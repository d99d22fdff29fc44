import { maskIdNumber, maskName, maskPhone } from '@mingfu/law'
import { tx } from '../../../db/transaction.ts'
import { allow } from '../../allow.ts'
import type { Context } from '../../context.ts'
import { type RecordCorrection, readRecordCorrections } from './record-correction-store.ts'

/** 更正申请, with who claims masked. */
export async function listRecordCorrections(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly RecordCorrection[]> {
  allow(ctx.actor, 'read-requests')
  const corrections = await tx(ctx, (t) => readRecordCorrections(t, ctx, agencyId))
  return corrections.map((one) => ({
    ...one,
    claimant: {
      name: maskName(one.claimant.name),
      identityNumber: maskIdNumber(one.claimant.identityNumber),
      phone: maskPhone(one.claimant.phone),
      address: one.claimant.address === '' ? '' : `${one.claimant.address.slice(0, 3)}***`,
    },
  }))
}
