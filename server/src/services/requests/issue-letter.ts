import {
  documentNumberText,
  type Letter,
  type LetterFrame,
  type NoticeRequest,
  type PlainDate,
  type RequestFold,
  type Ruling,
  yearOf,
} from '@mingfu/law'
import { nextNumber } from '../../db/counter.ts'
import type { Tx } from '../../db/database.ts'
import { enqueue } from '../../db/enqueue.ts'
import { getAgency } from '../agencies/find-agency.ts'
import type { Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { insertLetter, type Recipient } from './letter-store.ts'
import { officeContact } from './office-contact.ts'
import type { StoredRequest } from './request-store.ts'
import { askedOf } from './wish.ts'

/**
 * 文号 and the frame of a letter. The counter's row is taken before the request's, so that two verbs that wait for
 * one another cannot come about.
 */
export async function nextLetterFrame(
  tx: Tx,
  agencyId: string,
  on: PlainDate,
): Promise<LetterFrame & { number: string }> {
  const { name, documentWord } = await getAgency(tx, agencyId)
  const year = yearOf(on)
  const serial = await nextNumber(tx, agencyId, year, `document ${documentWord}`)
  const number = documentNumberText({ word: documentWord, year, serial })
  return { agency: name, number, on, contact: await officeContact(tx, agencyId) }
}

/** The applicant's name is not written into letters; it comes in when they are drawn. */
export const NAME_COMES_LATER = '申请人'

/** The request as a notice recalls it. Only a request that was received has anything sent about it. */
export function noticeRequest(
  request: StoredRequest,
  { receivedOn }: Pick<RequestFold, 'receivedOn'>,
): NoticeRequest {
  if (receivedOn === null) throw new Error(`request ${request.requestId} has no day of receipt`)
  return {
    number: request.number,
    applicant: NAME_COMES_LATER,
    applicantClass: request.applicantClass,
    receivedOn,
    asked: askedOf(request),
  }
}

/** 出具文书: keeps a composed letter and has it drawn; answers its id. */
export async function issueLetter(
  tx: Tx,
  ctx: Context,
  { agencyId, requestId }: Pick<StoredRequest, 'agencyId' | 'requestId'>,
  composed: Ruling<Letter>,
  recipient: Recipient = { to: 'applicant' },
): Promise<string> {
  const letter = uphold(composed)
  const letterId = await insertLetter(tx, ctx, {
    agencyId,
    requestId,
    letter,
    recipient,
  })
  await enqueue(tx, 'draw-letter', { agencyId, letterId })
  return letterId
}
