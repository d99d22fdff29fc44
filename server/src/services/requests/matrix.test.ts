import { LIFE_CYCLE, nextState, REQUEST_EVENTS, type RequestEventKind, type RequestState } from '@mingfu/law'
import { beforeAll, describe, expect, it } from 'vitest'
import { tx } from '../../db/transaction.ts'
import { ROLES, type Role } from '../allow.ts'
import type { Context } from '../context.ts'
import { answerConsultation } from './answer-consultation.ts'
import { approveDecision } from './approve-decision.ts'
import { askReasons } from './ask-reasons.ts'
import { closeRequest } from './close-request.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import { deliverConsultation } from './deliver-consultation.ts'
import { draftDecision } from './draft-decision.ts'
import { extendDeadline } from './extend-deadline.ts'
import { fixDelayedReply } from './fix-delayed-reply.ts'
import { lapseConsultation } from './lapse-consultation.ts'
import { lapseCorrection } from './lapse-correction.ts'
import { lapseFee } from './lapse-fee.ts'
import { lapseReasons } from './lapse-reasons.ts'
import { noticeFee } from './notice-fee.ts'
import { openConsultation } from './open-consultation.ts'
import { orderAgain } from './order-again.ts'
import { receiveCorrection } from './receive-correction.ts'
import { receiveReasons } from './receive-reasons.ts'
import { recordDelivery } from './record-delivery.ts'
import { lockForDecision, type OnRequest, recordEvent } from './record-event.ts'
import { recordPayment } from './record-payment.ts'
import { recordServiceFailure } from './record-service-failure.ts'
import { replyOnSpot } from './reply-on-spot.ts'
import { requestCorrection } from './request-correction.ts'
import { returnDecision } from './return-decision.ts'
import { serveDecision } from './serve-decision.ts'
import { startReview } from './start-review.ts'
import { aCase, aPattern } from './testing/cases.ts'
import { ASKED, HISTORIES, NOT_YET_CORRECTED, SECOND } from './testing/histories.ts'
import { anOffice, day, type Office } from './testing/office.ts'
import { withdrawRequest } from './withdraw-request.ts'

type State = keyof typeof HISTORIES
type Kind = RequestEventKind
const STATES = Object.keys(HISTORIES) as State[]
const KINDS = Object.keys(REQUEST_EVENTS) as Kind[]

let office: Office
let pattern: string
beforeAll(async () => {
  office = await anOffice()
  pattern = await aPattern(office)
})

const CLERKS: readonly Role[] = ['clerk', 'office-head']

/** Who may bring an event about, as the house grants it; everybody else is turned away in every state. */
const WHO: Readonly<Record<Kind, readonly Role[]>> = {
  ...(Object.fromEntries(KINDS.map((kind) => [kind, CLERKS])) as Record<Kind, readonly Role[]>),
  'decision-returned': ['reviewer', 'leader', 'office-head'],
  'decision-approved': ['leader'],
}

/** On which day each event is tried: a lapse once its period is over, an answer on the spot on the day of receipt. */
const ON: Readonly<Partial<Record<Kind, string>>> = {
  'replied-on-spot': '2024-06-03',
  'correction-lapsed': '2024-06-21',
  'reasons-lapsed': '2024-06-21',
  'consultation-lapsed': '2024-06-26',
  'fee-lapsed': '2024-07-03',
}
const LATE: readonly State[] = ['abandoned-correction', 'abandoned-fee']
const dayOf = (state: State, kind: Kind) => (LATE.includes(state) ? '2024-07-08' : (ON[kind] ?? '2024-06-05'))

type Try = (ctx: Context, on: OnRequest, state: State) => Promise<{ state: RequestState }>
const party = { name: '第三方', contactName: '', phone: '', address: '' }
/** Intake opens a case and has no verb on one that is there; the law itself is asked instead. */
const beside =
  (kind: 'submitted' | 'arrived' | 'received'): Try =>
  (ctx, on) =>
    tx(ctx, async (t) => {
      const channel = { submitted: 'online', arrived: 'fax', received: 'in-person' }[kind]
      const event = { kind, on: ctx.today, channel } as Parameters<typeof recordEvent>[3]
      const { fold } = await recordEvent(t, ctx, await lockForDecision(t, ctx, on), event)
      return { state: fold.state }
    })

// biome-ignore format: a table
const TRY: Readonly<Record<Kind, Try>> = {
  submitted: beside('submitted'),
  arrived: beside('arrived'),
  received: beside('received'),
  confirmed: (c, on) => confirmReceipt(c, { ...on, on: c.today, how: '电话确认' }),
  'correction-requested': (c, on) => requestCorrection(c, { ...on, on: c.today, items: ['请写明年份'], guidance: '可以写明年份', respondBy: day('2024-08-20'), deliveredOn: null }),
  'correction-received': (c, on) => receiveCorrection(c, { ...on, on: c.today, channel: 'online', text: '2023年', goodReason: '', attachments: [] }),
  'correction-lapsed': (c, on) => lapseCorrection(c, { ...on, on: c.today }),
  'review-started': (c, on) => startReview(c, { ...on, on: c.today, handlerId: office.clerkId, applicantClass: 'natural-person' }),
  extended: (c, on) => extendDeadline(c, { ...on, on: c.today, workingDays: 10, reason: '需要核对', approvedBy: office.headId, approvedOn: c.today }),
  'consultation-opened': (c, on) => openConsultation(c, { ...on, on: c.today, with: 'third-party', party, subject: '中标通知书', why: '可能涉及商业秘密' }),
  'consultation-delivered': (c, on) => deliverConsultation(c, { ...on, on: c.today, consultationId: SECOND, proof: '签收单' }),
  'consultation-answered': (c, on) => answerConsultation(c, { ...on, on: c.today, consultationId: ASKED, answer: 'consent', reasonable: null, opinion: '同意' }),
  'consultation-lapsed': (c, on) => lapseConsultation(c, { ...on, on: c.today, consultationId: ASKED }),
  'reasons-asked': (c, on) => askReasons(c, { ...on, on: c.today, requestCount: 12, period: '2024年上半年', toExplain: '多次申请的理由', respondBy: day('2024-08-20') }),
  'reasons-given': (c, on) => receiveReasons(c, { ...on, on: c.today, reasonable: true, reasons: '研究需要', judgement: '合理' }),
  'reasons-lapsed': (c, on) => lapseReasons(c, { ...on, on: c.today }),
  'delayed-reply-fixed': (c, on) => fixDelayedReply(c, { ...on, on: c.today, dueOn: day('2024-09-02'), reason: '数量较大' }),
  'fee-noticed': (c, on) => noticeFee(c, { ...on, on: c.today, method: 'by-volume', pages: 40, payment: '到服务窗口缴纳', deliveredOn: null }),
  'fee-paid': (c, on) => recordPayment(c, { ...on, on: c.today, receiptNumber: '1' }),
  'fee-lapsed': (c, on) => lapseFee(c, { ...on, on: c.today }),
  'decision-drafted': (c, on) => draftDecision(c, { ...on, items: [{ outcome: 'unable-not-exist', facts: { searched: '综合档案系统', keywords: ['环卫'] } }] }),
  'decision-returned': (c, on) => returnDecision(c, { ...on, reason: '请补充' }),
  'decision-approved': (c, on) => approveDecision(c, on),
  'replied-on-spot': (c, on) => replyOnSpot(c, { ...on, items: [{ outcome: 'grant-already-public', facts: { places: ['门户网站公告栏'] } }] }),
  served: (c, on) => serveDecision(c, { ...on, method: 'electronic', sentOn: c.today, receivedOn: c.today, carrier: null, proof: '', receiver: '' }),
  'service-failed': (c, on) => recordServiceFailure(c, { ...on, on: c.today, method: 'post', reason: '查无此人', sentOn: null }),
  delivered: (c, on, state) => recordDelivery(c, { ...on, on: c.today, document: state === 'served' ? 'decision' : state === 'awaiting-payment' ? 'fee-notice' : 'correction-notice', proof: '签收单' }),
  closed: (c, on) => closeRequest(c, { ...on, on: c.today }),
  withdrawn: (c, on) => withdrawRequest(c, { ...on, on: c.today, statement: '不再需要' }),
  'ordered-again': (c, on) => orderAgain(c, { ...on, on: c.today, by: 'court', dueOn: day('2024-08-30'), note: '判决' }),
}

const attempt = (role: Role, state: State, kind: Kind, on: OnRequest) => {
  const ctx = office.as(role, dayOf(state, kind))
  // A verb that is no async function throws before it promises.
  return (async () => TRY[kind](ctx, on, state))()
}
const freshCase = (state: State, kind: Kind) => {
  const once = state === 'under-review' && kind === 'correction-requested'
  return aCase(office, pattern, once ? NOT_YET_CORRECTED : HISTORIES[state])
}

/** Everything that the database keeps of the office, one digest a table: every table that has an agency. */
async function everything(): Promise<Readonly<Record<string, string>>> {
  const { rows } = await office.runtime.owner.query<{ table: string }>(
    `select c.table_name as table from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'agency_id' and t.table_type = 'BASE TABLE' order by 1`,
  )
  const digests = rows.map(async ({ table }) => {
    const { rows: found } = await office.runtime.owner.query<{ digest: string }>(
      `select coalesce(md5(string_agg(r::text, '|' order by r::text)), '') as digest from ${table} r where agency_id = $1`,
      [office.agencyId],
    )
    return [table, found[0]?.digest ?? ''] as const
  })
  return Object.fromEntries(await Promise.all(digests))
}

describe('every state, event and role', () => {
  it.each(STATES)(
    '%s: what the table refuses is refused for everybody, and nothing is written',
    async (state) => {
      const on = await aCase(office, pattern, HISTORIES[state])
      const before = await everything()
      const granted: string[] = []
      for (const kind of KINDS) {
        const allowed = LIFE_CYCLE[state][kind] !== null
        for (const role of Object.keys(ROLES) as Role[]) {
          const permitted = WHO[kind].includes(role)
          if (allowed && permitted) continue
          // The law is asked directly for intake, so only those who handle requests are tried there.
          if (!permitted && ['submitted', 'arrived', 'received'].includes(kind)) continue
          const outcome = await attempt(role, state, kind, on).then(
            () => 'granted',
            (error: Error) => error.name,
          )
          if (outcome !== (permitted ? 'Refused' : 'Forbidden')) granted.push(`${role} ${kind}: ${outcome}`)
        }
      }
      expect(granted).toEqual([])
      expect(await everything()).toEqual(before)
    },
  )

  const CELLS = STATES.flatMap((state) =>
    KINDS.filter((kind) => LIFE_CYCLE[state][kind] !== null).map((kind) => [state, kind] as const),
  )
  it('what the table grants is granted to whom the house trusts with it, and leads where the table says', async () => {
    const wrong: string[] = []
    for (const [state, kind] of CELLS) {
      // One of two consultations stays open after an answer.
      const leadsTo = nextState(state, kind, 1)
      for (const role of WHO[kind]) {
        const on = await freshCase(state, kind)
        const reached = await attempt(role, state, kind, on).then(
          (done) => done.state,
          (error: Error) => error.message,
        )
        if (reached !== leadsTo) wrong.push(`${state} ${kind} ${role}: ${reached}`)
      }
    }
    expect(wrong).toEqual([])
    expect(CELLS.length).toBe(62)
  })

  it('two at once on the same page: one is recorded, the other is told to look again', async () => {
    const wrong: string[] = []
    for (const [state, kind] of CELLS) {
      const [role = 'clerk'] = WHO[kind]
      const on = await freshCase(state, kind)
      const both = await Promise.allSettled([attempt(role, state, kind, on), attempt(role, state, kind, on)])
      const won = both.filter(({ status }) => status === 'fulfilled').length
      const told = both.some(
        (one) => one.status === 'rejected' && String(one.reason.message).includes('请刷新页面'),
      )
      const { rows } = await office.runtime.owner.query<{ n: number; version: number }>(
        `select (select count(*)::int from request_event e where e.request_id = r.request_id) as n, version
         from request r where request_id = $1`,
        [on.requestId],
      )
      const history =
        state === 'under-review' && kind === 'correction-requested' ? NOT_YET_CORRECTED : HISTORIES[state]
      const written = rows[0]?.n === history.length + 1 && rows[0].version === 2
      if (won !== 1 || !told || !written)
        wrong.push(`${state} ${kind}: ${won} won, told ${told}, written ${written}`)
    }
    expect(wrong).toEqual([])
  })
})
