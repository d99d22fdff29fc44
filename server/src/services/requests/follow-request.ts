import {
  type Citation,
  foldRequest,
  type PlainDate,
  REQUEST_EVENTS,
  REQUEST_STATES,
  type RequestEventKind,
  type RequestFold,
} from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { readLetters, type StoredLetter } from './letter-store.ts'
import { hashQueryCode } from './query-code.ts'
import { type RequestFile, readRequestFiles } from './request-file-store.ts'
import { readRequestSettings } from './request-settings.ts'
import { readEvents, readRequest, type StoredEvent, type StoredRequest } from './request-store.ts'

/** What shows that somebody is the applicant: the number and the code of the receipt. */
export type Claim = Readonly<{ number: string; queryCode: string }>

/** 办理进度 as the applicant sees it: coarse states and days, and nothing that says who he is or what he asked. */
export type Followed = Readonly<{
  number: string
  agencyName: string
  publicState: string
  receivedOn: PlainDate | null
  dueOn: PlainDate | null
  provisional: boolean
  steps: readonly Readonly<{ on: PlainDate; text: string; basis: Citation | null }>[]
  /** To be fetched after a further check. */
  papers: readonly Paper[]
}>

export type Paper = Readonly<{
  paperId: string
  kind: 'letter' | 'answer'
  title: string
  on: PlainDate | null
}>

/** 查询办理进度. A wrong number and a wrong code are one answer, so that nobody learns which numbers exist. */
export async function followRequest(ctx: Context, claim: Claim): Promise<Followed> {
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
      papers: await papersFor(t, ctx, request, history),
    }
  })
}

/** The request of a claim. For verbs of the same kind; they do their own further checks. */
export async function findClaimed(
  t: Tx,
  ctx: Context,
  { number, queryCode }: Claim,
): Promise<{ request: StoredRequest; history: readonly StoredEvent[]; fold: RequestFold }> {
  const row = await t
    .selectFrom('request')
    .select(['agency_id', 'request_id'])
    .where('number', '=', number.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase())
    .where('query_code_hash', '=', hashQueryCode(queryCode))
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('与该编号和查询码相符的申请，请核对回执上的申请编号和查询码')
  const request = await readRequest(t, row.agency_id, row.request_id)
  const history = await readEvents(t, row.agency_id, row.request_id)
  const settings = await readRequestSettings(t, row.agency_id)
  return {
    request,
    history,
    fold: foldRequest(
      history.map(({ event }) => event),
      ctx.calendar,
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

function letterPaper({ letterId, title, number, issuedOn }: StoredLetter): Paper {
  return { paperId: letterId, kind: 'letter', title: `${title}${number ?? ''}`, on: issuedOn }
}

function answerPaper({ fileId, name }: RequestFile): Paper {
  return { paperId: fileId, kind: 'answer', title: name, on: null }
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
