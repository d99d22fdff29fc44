import { type ApplicantClass, composeReceipt, type Letter, type RequestFold } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { getAgency } from '../agencies/find-agency.ts'
import type { Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { NAME_COMES_LATER } from './issue-letter.ts'
import { insertLetter } from './letter-store.ts'
import { officeContact } from './office-contact.ts'

/** Stands in the kept receipt for the query code, which only its holder has. */
export const CODE_NOT_KEPT = '提交申请时向申请人显示，本机关不留存'

export type Receipt = Readonly<{
  agencyId: string
  requestId: string
  number: string
  applicantClass: ApplicantClass
  asked: string
  fold: RequestFold
}>

/** 登记回执 (D02), as soon as the day of receipt is certain; before that there is nothing to confirm. */
export async function issueReceipt(tx: Tx, ctx: Context, receipt: Receipt): Promise<void> {
  const { agencyId, requestId } = receipt
  const { name } = await getAgency(tx, agencyId)
  const letter = receiptLetter(ctx, { agency: name, contact: await officeContact(tx, agencyId) }, receipt)
  if (letter !== null) await insertLetter(tx, ctx, { agencyId, requestId, letter })
}

/** The receipt as a letter; `null` while the day of receipt is open. */
export function receiptLetter(
  ctx: Context,
  office: Readonly<{ agency: string; contact: string }>,
  { number, applicantClass, asked, fold: { receivedOn, clock } }: Receipt,
): Letter | null {
  if (receivedOn === null || clock.dueOn === null) return null
  return uphold(
    composeReceipt(
      { ...office, number: null, on: ctx.today },
      { number, applicant: NAME_COMES_LATER, applicantClass, receivedOn, asked },
      { dueOn: clock.dueOn, provisional: clock.provisional, queryCode: CODE_NOT_KEPT },
    ),
  )
}
