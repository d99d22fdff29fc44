import {
  type ApplicantAct,
  applicantActs,
  type Citation,
  type DocumentCode,
  foldRequest,
  type LedgerStep,
  ledgerDays,
  type PlainDate,
  REQUEST_EVENTS,
  REQUEST_STATES,
  type RequestEventKind,
  type RequestFold,
} from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import type { MessageChannel } from '../notifications/messengers.ts'
import { type ApplicantMessage, readMessages } from './applicant-message-store.ts'
import { type Claim, checkLastFour, requestOfClaim } from './claim.ts'
import { readEvents, type StoredEvent } from './event-store.ts'
import { readLetters, type StoredLetter } from './letter-store.ts'
import { type RequestFile, readRequestFiles } from './request-file-store.ts'
import { readRequestSettings } from './request-settings.ts'
import { readRequest, type StoredRequest } from './request-store.ts'

/** 办理进度 as the applicant sees it: coarse states and days, and nothing that says who he is or what he asked. */
export type Followed = Readonly<{
  number: string
  agencyName: string
  publicState: string
  receivedOn: PlainDate | null
  dueOn: PlainDate | null
  provisional: boolean
  steps: readonly Readonly<{ on: PlainDate; text: string; basis: Citation | null }>[]
  /** 期限怎么来的: the turns of the clock, and every single day. */
  turns: readonly LedgerStep[]
  days: readonly LedgerStep[]
  /** What the applicant may do now. */
  acts: readonly ApplicantAct[]
  /** Until when the office waits for him, and for what. */
  waitsFor: Readonly<{ act: ApplicantAct; until: PlainDate | null }> | null
  /** 进度提醒 as chosen, and by which ways this site can send any. */
  notifyBy: MessageChannel | null
  canNotifyBy: readonly MessageChannel[]
  /** 服务评价 given, from 1 to 5; asked for only when the request is concluded. */
  rating: number | null
  mayRate: boolean
  /** What is only for the applicant's own eyes; `null` until the last four have been checked. */
  own: OwnDetails | null
  /** To be fetched after a further check. */
  papers: readonly Paper[]
}>

export type Paper = Readonly<{
  paperId: string
  kind: 'letter' | 'answer'
  /** 文书种类; `null` for what was handed over with the answer. */
  code: DocumentCode | null
  title: string
  on: PlainDate | null
}>

/** What the notices ask for, and what was said and answered. */
export type OwnDetails = Readonly<{
  correction: Readonly<{ items: readonly string[]; guidance: string }> | null
  reasons: Readonly<{ toExplain: string; period: string }> | null
  fee: Readonly<{ amountInYuan: number; payment: string }> | null
  messages: readonly ApplicantMessage[]
}>

/** 查询办理进度. A wrong number and a wrong code are one answer, so that nobody learns which numbers exist. */
export async function followRequest(
  ctx: Context,
  { lastFour, ...claim }: Claim & Readonly<{ lastFour?: string }>,
): Promise<Followed> {
  allow(ctx.actor, 'file-request')
  return tx(ctx, async (t) => {
    const { request, history, fold } = await findClaimed(t, ctx, claim)
    const { name } = await t
      .selectFrom('agency')
      .select('name')
      .where('agency_id', '=', request.agencyId)
      .executeTakeFirstOrThrow()
    return {
      number: request.number,
      agencyName: name,
      publicState: publicStateOf(fold),
      receivedOn: fold.receivedOn,
      dueOn: fold.clock.dueOn,
      provisional: fold.clock.provisional,
      steps: publicSteps(history),
      turns: fold.clock.steps,
      days: ledgerDays(fold.clock, ctx.calendarOf(request.agencyId)),
      acts: applicantActs(fold.state),
      waitsFor: waitsFor(fold),
      papers: await papersFor(t, ctx, request, history),
      ...(await wishesOf(t, ctx, request)),
      mayRate: fold.outcome !== null,
      own: lastFour === undefined ? null : await ownDetails(t, ctx, request, history, lastFour),
    }
  })
}

function waitsFor({ state, clock }: RequestFold): Followed['waitsFor'] {
  if (state === 'awaiting-correction') return { act: 'correction', until: clock.respondBy }
  if (state === 'awaiting-reasons') return { act: 'reasons', until: clock.reasonsRespondBy }
  return state === 'awaiting-payment' ? { act: 'payment', until: clock.feePayBy } : null
}

async function wishesOf(t: Tx, ctx: Context, { agencyId, requestId }: StoredRequest) {
  const chosen = await t
    .selectFrom('request')
    .leftJoin('service_rating', (join) =>
      join
        .onRef('service_rating.agency_id', '=', 'request.agency_id')
        .onRef('service_rating.request_id', '=', 'request.request_id'),
    )
    .select(['request.notify_by', 'service_rating.score'])
    .where('request.agency_id', '=', agencyId)
    .where('request.request_id', '=', requestId)
    .executeTakeFirstOrThrow()
  return {
    notifyBy: chosen.notify_by as MessageChannel | null,
    canNotifyBy: (['mail', 'sms'] as const).filter((channel) => ctx.messengers[channel] !== null),
    rating: chosen.score,
  }
}

async function ownDetails(
  t: Tx,
  ctx: Context,
  request: StoredRequest,
  history: readonly StoredEvent[],
  lastFour: string,
): Promise<OwnDetails> {
  await checkLastFour(t, ctx, request, lastFour, '查看')
  const last = (kind: RequestEventKind) => history.findLast(({ event }) => event.kind === kind)
  const asked = last('correction-requested')
  const why = last('reasons-asked')
  const fee = last('fee-noticed')
  const text = (stored: StoredEvent | undefined, key: string) => String(stored?.office[key] ?? '')
  return {
    correction:
      asked?.event.kind === 'correction-requested'
        ? { items: asked.event.items, guidance: text(asked, 'guidance') }
        : null,
    reasons: why === undefined ? null : { toExplain: text(why, 'toExplain'), period: text(why, 'period') },
    fee:
      fee?.event.kind === 'fee-noticed'
        ? { amountInYuan: fee.event.amountInYuan, payment: text(fee, 'payment') }
        : null,
    messages: await readMessages(t, ctx, request),
  }
}

/** The request of a claim. For verbs of the same kind; they do their own further checks. */
export async function findClaimed(
  t: Tx,
  ctx: Context,
  claim: Claim,
): Promise<{ request: StoredRequest; history: readonly StoredEvent[]; fold: RequestFold }> {
  const { agencyId, requestId } = await requestOfClaim(t, claim)
  const request = await readRequest(t, agencyId, requestId)
  const history = await readEvents(t, agencyId, requestId)
  const settings = await readRequestSettings(t, agencyId)
  return {
    request,
    history,
    fold: foldRequest(
      history.map(({ event }) => event),
      ctx.calendarOf(agencyId),
      settings,
    ),
  }
}

/** Letters to the applicant, an answer only once it was served; the files handed over with it, likewise. */
export async function papersFor(
  t: Tx,
  ctx: Context,
  request: StoredRequest,
  history: readonly StoredEvent[],
): Promise<readonly Paper[]> {
  const letters = await readLetters(t, request.agencyId, request.requestId)
  const mayGo = letters.filter((letter) => letter.recipient === 'applicant' && isOut(letter, history))
  const served = history.some(({ event }) => event.kind === 'served' || event.kind === 'replied-on-spot')
  const files = served ? await readRequestFiles(t, ctx, request) : []
  return [
    ...mayGo.map((letter) => letterPaper(letter)),
    ...files.filter(({ purpose }) => purpose === 'answer').map((file) => answerPaper(file)),
  ]
}

/** A reply is the agency's only when it was served; until then it lies on a desk. */
function isOut(letter: StoredLetter, history: readonly StoredEvent[]): boolean {
  if (letter.code !== 'D12') return true
  return history.some(
    ({ event, recordedAt }) =>
      (event.kind === 'served' || event.kind === 'replied-on-spot') && recordedAt >= letter.createdAt,
  )
}

function letterPaper({ letterId, code, title, number, issuedOn }: StoredLetter): Paper {
  return { paperId: letterId, kind: 'letter', code, title: `${title}${number ?? ''}`, on: issuedOn }
}

function answerPaper({ fileId, name }: RequestFile): Paper {
  return { paperId: fileId, kind: 'answer', code: null, title: name, on: null }
}

function publicStateOf({ state, clock }: RequestFold): string {
  const { publicLabel } = REQUEST_STATES[state]
  return publicLabel === '办理中' && clock.extendedByWorkingDays > 0 ? '已延期' : publicLabel
}

/** What an applicant is told of the course. Drafts, approvals and the names of consulted parties stay inside. */
const TOLD = {
  submitted: '提交申请',
  arrived: '收到信函或者传真',
  received: '收到申请',
  confirmed: '确认收到申请',
  'correction-requested': '告知补正',
  'correction-received': '收到补正，答复期限重新计算',
  'correction-lapsed': '逾期未补正，不再处理',
  'review-started': '开始办理',
  extended: '延长答复期限',
  'consultation-opened': '征求意见，所需时间不计算在答复期限内',
  'consultation-answered': '收到征求的意见',
  'consultation-lapsed': '征求意见期限届满',
  'reasons-asked': '要求说明理由',
  'reasons-given': '收到说明的理由',
  'delayed-reply-fixed': '确定延迟答复的期限',
  'fee-noticed': '发出收费通知',
  'fee-paid': '已缴费，处理期限自次日起计算',
  'fee-lapsed': '逾期未缴费，不再处理',
  'replied-on-spot': '当场答复',
  served: '答复已送出',
  delivered: '文书已签收',
  withdrawn: '撤回申请',
  'ordered-again': '重新处理',
} as const satisfies Partial<Record<RequestEventKind, string>>

function publicSteps(history: readonly StoredEvent[]): Followed['steps'] {
  const told: Readonly<Partial<Record<RequestEventKind, string>>> = TOLD
  return history.flatMap(({ event }) => {
    const text = told[event.kind]
    return text === undefined ? [] : [{ on: event.on, text, basis: REQUEST_EVENTS[event.kind].basis }]
  })
}
