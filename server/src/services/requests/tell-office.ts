import { type ApplicantAct, applicantMay } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { Invalid } from '../../errors.ts'
import type { Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { insertMessage, isMessageKnown } from './applicant-message-store.ts'
import type { Claim } from './claim.ts'
import type { KeptFile } from './keep-attachment.ts'
import type { Locked } from './record-event.ts'
import { insertRequestFile } from './request-file-store.ts'

/** What an applicant says on the page of his application. */
export type Said = Claim &
  Readonly<{
    /** Made with the form: a second click says nothing twice. */
    messageKey: string
    text: string
    attachments: readonly KeptFile[]
  }>

const LONGEST = 5000

/**
 * Keeps what an applicant said, with its files, and answers whether it is new. Refused with the article when the
 * request does not stand where the act belongs.
 */
export async function tellOffice(
  t: Tx,
  ctx: Context,
  { request, fold }: Locked,
  act: ApplicantAct,
  said: Said,
  settled: boolean,
): Promise<boolean> {
  if (await isMessageKnown(t, request, said.messageKey)) return false
  uphold(applicantMay(act, fold.state))
  const text = said.text.trim()
  if (text === '' && said.attachments.length === 0) throw fault('请写明内容，或者上传附件')
  if (text.length > LONGEST) throw fault(`内容不超过${LONGEST}个字，更多的请作为附件上传`)
  const fileIds: string[] = []
  for (const file of said.attachments) {
    fileIds.push(await insertRequestFile(t, ctx, request, { ...file, purpose: 'attachment' }))
  }
  await insertMessage(t, ctx, request, { kind: act, key: said.messageKey, text, fileIds, settled })
  return true
}

function fault(message: string): Invalid {
  return new Invalid(message, { text: message })
}
