import { type ApplicantClass, type Channel, type PlainDate, type RequestEvent, yearOf } from '@mingfu/law'
import { takeNumbers } from '../../db/counter.ts'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { type Agency, getAgency } from '../agencies/find-agency.ts'
import type { Context } from '../context.ts'
import type { MessageChannel } from '../notifications/messengers.ts'
import { notifyApplicant } from '../notifications/notify-applicant.ts'
import type { Applicant } from './applicant.ts'
import type { OfficeFacts } from './event-store.ts'
import type { FilingHint } from './filing-hints.ts'
import type { KeptFile } from './keep-attachment.ts'
import { officeContact } from './office-contact.ts'
import { caseOf, insertCases, type Named } from './opened-case.ts'
import { makeQueryCode } from './query-code.ts'
import { readRequestSettings } from './request-settings.ts'
import type { Wish } from './wish.ts'

/** What every application has, whichever way it comes. */
export type Application = Readonly<{
  agencyId: string
  /** Made with the form and unguessable; the same key files once. */
  filingKey: string
  applicant: Applicant
  wish: Wish
  /** 用途: optional, never asked for. */
  purpose: string
  acceptsOtherForm: boolean
  /** 进度提醒: by mail or SMS, if wanted. */
  notifyBy?: MessageChannel | null
  attachments: readonly (KeptFile & { purpose: 'attachment' | 'identity-proof' })[]
}>

export type Opening = Readonly<{
  application: Application
  channel: Channel
  events: readonly RequestEvent[]
  applicantClass?: ApplicantClass
  office?: OfficeFacts
}>

/** 已收到的申请, as its applicant is told; the only time that the query code is shown. */
export type Filed = Readonly<{
  requestId: string
  number: string
  queryCode: string
  receivedOn: PlainDate | null
  dueOn: PlainDate | null
  provisional: boolean
  hints: readonly FilingHint[]
}>

/** An opening with the context of who brings it. */
export type OpeningBy = Readonly<{ ctx: Context; opening: Opening }>

/** Opens a case in the transaction given: number, applicant, files, events, receipt. A known filing key answers its case. */
export async function openRequest(tx: Tx, ctx: Context, opening: Opening): Promise<Filed> {
  const [filed] = await openRequests(tx, opening.application.agencyId, [{ ctx, opening }])
  if (filed === undefined) throw new Error('an opening was not answered')
  return filed
}

/**
 * Opens several cases of one agency together, in the order given: what is written for each is what `openRequest`
 * writes, a statement a table instead of one a row.
 */
export async function openRequests(
  tx: Tx,
  agencyId: string,
  openings: readonly OpeningBy[],
): Promise<readonly Filed[]> {
  const named = openings.map((by) => ({ ...by, requestId: newId() }))
  const claimed = await claimFilings(tx, named)
  const fresh = named.filter(({ requestId }) => claimed.has(requestId))
  const opened = new Map<string, Filed>()
  if (fresh.length > 0) {
    const office = {
      settings: await readRequestSettings(tx, agencyId),
      agency: await getAgency(tx, agencyId),
      contact: await officeContact(tx, agencyId),
    }
    const numbers = await nextRequestNumbers(tx, office.agency, fresh)
    const cases = fresh.map((by, index) => caseOf(by, numbers[index] ?? '', office))
    await insertCases(tx, agencyId, cases)
    for (const { filed, by } of cases) {
      const { requestId, number } = filed
      const wanted = by.opening.application.notifyBy
      if (wanted) await notifyApplicant(tx, by.ctx, { agencyId, requestId, number }, 'filed')
      opened.set(requestId, filed)
    }
  }
  const answers: Filed[] = []
  for (const { ctx, opening, requestId } of named) {
    answers.push(opened.get(requestId) ?? (await knownFiling(tx, ctx, opening.application)))
  }
  return answers
}

/** Remembers the keys of the forms; answers which of them are new. */
async function claimFilings(tx: Tx, openings: readonly Named[]): Promise<ReadonlySet<string>> {
  const rows = openings.map(({ ctx, opening: { application }, requestId }) => ({
    agency_id: application.agencyId,
    ...filingDigests(ctx, application),
    request_id: requestId,
    ip_index: ipIndex(ctx),
    filed_at: ctx.now,
  }))
  const claimed = await tx
    .insertInto('request_filing')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['agency_id', 'filing_key']).doNothing())
    .returning('request_id')
    .execute()
  return new Set(claimed.map(({ request_id }) => request_id))
}

function filingDigests(ctx: Context, application: Application) {
  return {
    filing_key: ctx.seal.index(`filing ${application.agencyId} ${application.filingKey}`),
    content_digest: ctx.seal.index(`application ${JSON.stringify(application)}`),
  }
}

/** What the same form opened before. A changed form under an old key is not swallowed. */
async function knownFiling(tx: Tx, ctx: Context, application: Application): Promise<Filed> {
  const { agencyId, filingKey } = application
  const { filing_key, content_digest } = filingDigests(ctx, application)
  const known = await tx
    .selectFrom('request_filing')
    .innerJoin('request', (join) =>
      join
        .onRef('request.agency_id', '=', 'request_filing.agency_id')
        .onRef('request.request_id', '=', 'request_filing.request_id'),
    )
    .select([
      'request.request_id',
      'request.number',
      'request.received_on',
      'request.due_on',
      'request.due_is_provisional',
      'request.hints',
      'request_filing.content_digest',
    ])
    .where('request_filing.agency_id', '=', agencyId)
    .where('request_filing.filing_key', '=', filing_key)
    .executeTakeFirst()
  if (known === undefined) throw new NotFound('这份申请')
  if (!known.content_digest.equals(content_digest)) {
    throw new Invalid(`这份申请已经提交，编号为${known.number}。需要另外提出申请的，请重新打开申请页面填写`)
  }
  return {
    requestId: known.request_id,
    number: known.number,
    queryCode: makeQueryCode(ctx.seal, agencyId, filingKey),
    receivedOn: known.received_on as PlainDate | null,
    dueOn: known.due_on as PlainDate | null,
    provisional: known.due_is_provisional,
    hints: known.hints as readonly FilingHint[],
  }
}

/** 来源网段: neighbours share it, so that a limit does not single out one reader of a library. */
export function ipIndex(ctx: Context): Buffer | null {
  if (ctx.actor.kind !== 'public' || ctx.actor.ip === null) return null
  const { ip } = ctx.actor
  const network = ip.includes(':') ? ip.split(':').slice(0, 4).join(':') : ip.split('.').slice(0, 3).join('.')
  return ctx.seal.index(`network ${network}`)
}

/** 申请编号: the agency's short mark, the year, a running number. */
async function nextRequestNumbers(
  tx: Tx,
  { agencyId, slug }: Agency,
  openings: readonly OpeningBy[],
): Promise<readonly string[]> {
  const years = openings.map(({ ctx }) => yearOf(ctx.today))
  const last = new Map<number, number>()
  for (const year of new Set(years)) {
    const count = years.filter((one) => one === year).length
    last.set(year, await takeNumbers(tx, agencyId, year, 'request', count))
  }
  return years.map((year) => {
    const serial = (last.get(year) ?? 0) + 1
    last.set(year, serial)
    return `${slug.toUpperCase()}-${year}-${String(serial).padStart(4, '0')}`
  })
}
