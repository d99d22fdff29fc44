import { type PlainDate, yearOf } from '@mingfu/law'
import { nextNumber } from '../../../db/counter.ts'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { getAgency } from '../../agencies/find-agency.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import { actorName, type Context } from '../../context.ts'
import type { Claimant } from './record-correction-store.ts'

export type RegisterRecordCorrection = Readonly<{
  agencyId: string
  kind: 'person' | 'organisation'
  claimant: Claimant
  record: string
  claim: string
  receivedOn: PlainDate
}>

const TARGET_WORKING_DAYS = 20

/** 登记更正申请 (条例 第四十一条): a claim that a record about oneself is wrong; apart from requests and their report. */
export async function registerRecordCorrection(
  ctx: Context,
  input: RegisterRecordCorrection,
): Promise<string> {
  allow(ctx.actor, 'handle-request')
  const { agencyId, kind, claimant, record, claim, receivedOn } = input
  if (receivedOn > ctx.today)
    throw new Invalid('收到日期不能晚于今天', { receivedOn: '收到日期不能晚于今天' })
  return tx(ctx, async (t) => {
    const { slug } = await getAgency(t, agencyId)
    const year = yearOf(ctx.today)
    const serial = await nextNumber(t, agencyId, year, 'record-correction')
    const number = `${slug.toUpperCase()}-GZ-${year}-${String(serial).padStart(4, '0')}`
    const correctionId = newId()
    await t
      .insertInto('record_correction')
      .values({
        agency_id: agencyId,
        correction_id: correctionId,
        number,
        applicant_kind: kind,
        applicant_sealed: ctx.seal.seal(JSON.stringify(claimant)),
        record,
        claim,
        received_on: receivedOn,
        target_on: ctx.calendar.addWorkingDays(receivedOn, TARGET_WORKING_DAYS),
        registered_by: actorName(ctx.actor),
        created_at: ctx.now,
      })
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'register-record-correction',
      objectKind: 'record-correction',
      objectId: correctionId,
      detail: { number },
    })
    return correctionId
  })
}
