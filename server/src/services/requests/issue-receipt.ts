import { type ApplicantClass, composeReceipt, type RequestFold } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { getAgency } from '../agencies/find-agency.ts'
import type { Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { NAME_COMES_LATER } from './issue-letter.ts'
import { insertLetter } from './letter-store.ts'
import { officeContact } from './office-contact.ts'

/** Stands in the kept receipt for the query code, which only its holder has. */
export const CODE_NOT_KEPT = '提交申请时向申请人显示，本机关不留存'

type Receipt = Readonly<{
  agencyId: string
  requestId: string
  number: string
  applicantClass: ApplicantClass
  asked: string
  fold: RequestFold
}>

/** 登记回执 (D02), as soon as the day of receipt is certain; before that there is nothing to confirm. */
export async function issueReceipt(tx: Tx, ctx: Context, receipt: Receipt): Promise<void> {
  const { agencyId, requestId, number, applicantClass, asked, fold } = receipt
  const { receivedOn, clock } = fold
  if (receivedOn === null || clock.dueOn === null) return
  const { name } = await getAgency(tx, agencyId)
  const letter = uphold(
    composeReceipt(
      { agency: name, number: null, on: ctx.today, contact: await officeContact(tx, agencyId) },
      { number, applicant: NAME_COMES_LATER, applicantClass, receivedOn, asked },
      { dueOn: clock.dueOn, provisional: clock.provisional, queryCode: CODE_NOT_KEPT },
    ),
  )
  await insertLetter(tx, ctx, { agencyId, requestId, letter })
}
