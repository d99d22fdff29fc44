import {
  type ApplicantClass,
  applyEvent,
  type Channel,
  foldRequest,
  type PlainDate,
  type RequestEvent,
  type RequestFold,
  yearOf,
} from '@mingfu/law'
import { nextNumber } from '../../db/counter.ts'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { recordAudit } from '../audit.ts'
import { actorId, actorName, type Context } from '../context.ts'
import type { MessageChannel } from '../notifications/messengers.ts'
import { notifyApplicant } from '../notifications/notify-applicant.ts'
import { uphold } from '../uphold.ts'
import { type Applicant, sealApplicant, suggestClass } from './applicant.ts'
import { type FilingHint, filingHints } from './filing-hints.ts'
import { issueReceipt } from './issue-receipt.ts'
import type { KeptFile } from './keep-attachment.ts'
import { hashQueryCode, makeQueryCode } from './query-code.ts'
import { insertRequestFile } from './request-file-store.ts'
import { readRequestSettings } from './request-settings.ts'
import { foldColumns, insertEvent, type OfficeFacts, type StoredEvent } from './request-store.ts'
import { askedOf, type Wish } from './wish.ts'

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

/** Opens a case in the transaction given: number, applicant, files, events, receipt. A known filing key answers its case. */
export async function openRequest(tx: Tx, ctx: Context, opening: Opening): Promise<Filed> {
  const { application, channel } = opening
  const { agencyId } = application
  const requestId = newId()
  const earlier = await claimFiling(tx, ctx, application, requestId)
  if (earlier !== null) return earlier

  const settings = await readRequestSettings(tx, agencyId)
  const number = await nextRequestNumber(tx, ctx, agencyId)
  const queryCode = makeQueryCode(ctx.seal, agencyId, application.filingKey)
  const hints = hintsOf(application)
  const applicantClass = opening.applicantClass ?? suggestClass(application.applicant, settings)
  const fold = foldOpening(ctx, opening.events, settings)

  await tx
    .insertInto('request')
    .values({
      agency_id: agencyId,
      request_id: requestId,
      number,
      query_code_hash: hashQueryCode(queryCode),
      channel,
      applicant_kind: application.applicant.kind,
      applicant_class: applicantClass,
      ...wishColumns(ctx, application),
      ...foldColumns(fold, applicantClass),
      hints: JSON.stringify(hints),
      notify_by: application.notifyBy ?? null,
      created_at: ctx.now,
    })
    .execute()
  const key = { agencyId, requestId }
  await tx
    .insertInto('applicant')
    .values({ agency_id: agencyId, request_id: requestId, ...sealApplicant(ctx.seal, application.applicant) })
    .execute()
  for (const file of application.attachments) await insertRequestFile(tx, ctx, key, file)
  let last: StoredEvent | undefined
  for (const [index, event] of opening.events.entries()) {
    const happened = {
      seq: index + 1,
      event,
      office: index === 0 ? (opening.office ?? {}) : {},
      note: null,
      recordedAt: ctx.now,
      actor: actorName(ctx.actor),
      actorId: actorId(ctx.actor),
    }
    last = await insertEvent(tx, key, happened, last?.link ?? null)
  }
  await issueReceipt(tx, ctx, {
    agencyId,
    requestId,
    number,
    applicantClass,
    asked: askedOf(application.wish),
    fold,
  })
  await recordAudit(tx, ctx, {
    agencyId,
    action: 'file-request',
    objectKind: 'request',
    objectId: requestId,
    detail: { number, channel, digest: last?.link?.sha256 },
  })
  if (application.notifyBy) await notifyApplicant(tx, ctx, { agencyId, requestId, number }, 'filed')
  return filed(requestId, number, queryCode, fold, hints)
}

/** Remembers the key, or answers what the same form opened before. A changed form under an old key is not swallowed. */
async function claimFiling(
  tx: Tx,
  ctx: Context,
  application: Application,
  requestId: string,
): Promise<Filed | null> {
  const { agencyId, filingKey } = application
  const filing_key = ctx.seal.index(`filing ${agencyId} ${filingKey}`)
  const content_digest = ctx.seal.index(`application ${JSON.stringify(application)}`)
  const claimed = await tx
    .insertInto('request_filing')
    .values({
      agency_id: agencyId,
      filing_key,
      request_id: requestId,
      content_digest,
      ip_index: ipIndex(ctx),
      filed_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'filing_key']).doNothing())
    .returning('request_id')
    .executeTakeFirst()
  if (claimed !== undefined) return null

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
async function nextRequestNumber(tx: Tx, ctx: Context, agencyId: string): Promise<string> {
  const { slug } = await getAgency(tx, agencyId)
  const year = yearOf(ctx.today)
  const serial = await nextNumber(tx, agencyId, year, 'request')
  return `${slug.toUpperCase()}-${year}-${String(serial).padStart(4, '0')}`
}

function foldOpening(
  ctx: Context,
  events: readonly RequestEvent[],
  settings: Parameters<typeof applyEvent>[3],
): RequestFold {
  let fold = foldRequest([], ctx.calendar, settings)
  for (const [index, event] of events.entries()) {
    fold = uphold(applyEvent(events.slice(0, index), event, ctx.calendar, settings, { today: ctx.today }))
  }
  return fold
}

function hintsOf({ applicant, wish, attachments }: Application): readonly FilingHint[] {
  return filingHints(
    applicant,
    wish,
    attachments.filter(({ purpose }) => purpose === 'identity-proof').length,
  )
}

function wishColumns(ctx: Context, { wish, purpose, acceptsOtherForm }: Application) {
  return {
    description: wish.description,
    info_title: wish.infoTitle || null,
    info_document_number: wish.infoDocumentNumber || null,
    info_index_number: wish.infoIndexNumber || null,
    purpose: purpose || null,
    wanted_medium: wish.wantedMedium,
    wanted_delivery: wish.wantedDelivery,
    accepts_other_form: acceptsOtherForm,
    content_index: ctx.seal.index(`content ${sameText(askedOf(wish))}`),
  }
}

/** Punctuation and spaces do not make another question. */
function sameText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{P}\p{Z}\p{C}\p{S}]/gu, '')
}

function filed(
  requestId: string,
  number: string,
  queryCode: string,
  fold: RequestFold,
  hints: readonly FilingHint[],
): Filed {
  const { receivedOn, clock } = fold
  return {
    requestId,
    number,
    queryCode,
    receivedOn,
    dueOn: clock.dueOn,
    provisional: clock.provisional,
    hints,
  }
}
