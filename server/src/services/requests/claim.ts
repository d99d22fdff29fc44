import { foldRequest } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { Invalid, NotFound } from '../../errors.ts'
import type { Context } from '../context.ts'
import { lastFours, normalisedNumber } from './applicant.ts'
import { readEvents } from './event-store.ts'
import { hashQueryCode } from './query-code.ts'
import type { Locked } from './record-event.ts'
import { readRequestSettings } from './request-settings.ts'
import { lockRequest, readApplicant, type StoredRequest } from './request-store.ts'

/** What shows that somebody is the applicant: the number and the code of the receipt. */
export type Claim = Readonly<{ number: string; queryCode: string }>

/** The request that a claim names. A wrong number and a wrong code are one answer, so that nobody learns which exist. */
export async function requestOfClaim(
  t: Tx,
  { number, queryCode }: Claim,
): Promise<Readonly<{ agencyId: string; requestId: string }>> {
  const row = await t
    .selectFrom('request')
    .select(['agency_id', 'request_id'])
    .where('number', '=', number.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase())
    .where('query_code_hash', '=', hashQueryCode(queryCode))
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('与该编号和查询码相符的申请，请核对回执上的申请编号和查询码')
  return { agencyId: row.agency_id, requestId: row.request_id }
}

/** The claimed request locked for an act of its applicant, as it stands at this moment. */
export async function lockClaimed(t: Tx, ctx: Context, claim: Claim): Promise<Locked> {
  const { agencyId, requestId } = await requestOfClaim(t, claim)
  const request = await lockRequest(t, agencyId, requestId)
  const history = await readEvents(t, agencyId, requestId)
  const settings = await readRequestSettings(t, agencyId)
  const events = history.map(({ event }) => event)
  return { request, history, settings, fold: foldRequest(events, ctx.calendar, settings) }
}

/** 后四位: of the identity or telephone number on file; asked before a paper is handed out or an application withdrawn. */
export async function checkLastFour(
  t: Tx,
  ctx: Context,
  request: StoredRequest,
  lastFour: string,
  then: string,
): Promise<void> {
  const applicant = await readApplicant(t, ctx, request)
  if (lastFours(applicant).includes(normalisedNumber(lastFour))) return
  const message = `后四位与登记的证件号码、联系电话都不相符，请核对后再${then}`
  throw new Invalid(message, { lastFour: message })
}
