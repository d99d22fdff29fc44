import { addDays, DEFAULT_SETTINGS, foldRequest, type PlainDate } from '@mingfu/law'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { tx } from '../../db/transaction.ts'
import { Refused } from '../../errors.ts'
import type { Context } from '../context.ts'
import { answerConsultation } from './answer-consultation.ts'
import { askReasons } from './ask-reasons.ts'
import { deliverConsultation } from './deliver-consultation.ts'
import { readEvents } from './event-store.ts'
import { extendDeadline } from './extend-deadline.ts'
import { lapseCorrection } from './lapse-correction.ts'
import { lapseFee } from './lapse-fee.ts'
import { noticeFee } from './notice-fee.ts'
import { openConsultation } from './open-consultation.ts'
import { orderAgain } from './order-again.ts'
import { receiveCorrection } from './receive-correction.ts'
import { receiveReasons } from './receive-reasons.ts'
import type { OnRequest } from './record-event.ts'
import { recordPayment } from './record-payment.ts'
import { requestCorrection } from './request-correction.ts'
import { foldColumns, readRequest } from './request-store.ts'
import { anOffice, day, type Office, underReview } from './testing/office.ts'
import { withdrawRequest } from './withdraw-request.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})

type Step = (ctx: Context, on: OnRequest, today: PlainDate, open: string | undefined) => Promise<unknown>

const STEPS: Readonly<Record<string, Step>> = {
  extend: (ctx, on, today) =>
    extendDeadline(ctx, {
      ...on,
      on: today,
      workingDays: 7,
      reason: '需要核对',
      approvedBy: office.headId,
      approvedOn: today,
    }),
  correct: (ctx, on, today) =>
    requestCorrection(ctx, {
      ...on,
      on: today,
      items: ['写明文号'],
      guidance: '可以来电咨询',
      respondBy: addDays(today, 10),
      deliveredOn: today,
    }),
  corrected: (ctx, on, today) =>
    receiveCorrection(ctx, {
      ...on,
      on: today,
      channel: 'in-person',
      text: '文号已写明',
      goodReason: '',
      attachments: [],
    }),
  'correction lapsed': (ctx, on, today) => lapseCorrection(ctx, { ...on, on: today }),
  consult: (ctx, on, today) =>
    openConsultation(ctx, {
      ...on,
      on: today,
      with: 'third-party',
      party: { name: '某公司', contactName: '', phone: '', address: '' },
      subject: '合同',
      why: '涉及商业秘密',
    }),
  delivered: (ctx, on, today, open = '') =>
    deliverConsultation(ctx, { ...on, on: today, consultationId: open, proof: '回执' }),
  answered: (ctx, on, today, open = '') =>
    answerConsultation(ctx, {
      ...on,
      on: today,
      consultationId: open,
      answer: 'consent',
      reasonable: null,
      opinion: '同意',
    }),
  'ask reasons': (ctx, on, today) =>
    askReasons(ctx, {
      ...on,
      on: today,
      requestCount: 40,
      period: '本月',
      toExplain: '请说明理由',
      respondBy: addDays(today, 10),
    }),
  'reasons given': (ctx, on, today) =>
    receiveReasons(ctx, { ...on, on: today, reasonable: true, reasons: '研究需要', judgement: '合理' }),
  fee: (ctx, on, today) =>
    noticeFee(ctx, {
      ...on,
      on: today,
      method: 'by-volume',
      pages: 68,
      payment: '到窗口缴纳',
      deliveredOn: today,
    }),
  paid: (ctx, on, today) => recordPayment(ctx, { ...on, on: today, receiptNumber: '1' }),
  'fee lapsed': (ctx, on, today) => lapseFee(ctx, { ...on, on: today }),
  withdraw: (ctx, on, today) => withdrawRequest(ctx, { ...on, on: today, statement: '撤回' }),
  again: (ctx, on, today) =>
    orderAgain(ctx, { ...on, on: today, by: 'court', dueOn: addDays(today, 28), note: '' }),
}

const walks = fc.array(fc.tuple(fc.constantFrom(...Object.keys(STEPS)), fc.integer({ min: 0, max: 12 })), {
  minLength: 3,
  maxLength: 9,
})

describe('行与经过', () => {
  it('whatever is tried on a request, its row is what law reads off its events, and versions count them', async () => {
    await fc.assert(
      fc.asyncProperty(walks, async (walk) => {
        const { on } = await underReview(office, '2024-06-03')
        let today = day('2024-06-03')
        for (const [name, days] of walk) {
          today = addDays(today, days)
          await tryStep(name, { agencyId: on.agencyId, requestId: on.requestId }, today)
        }
        await expectRowIsEvents(on, today)
      }),
      { numRuns: 15, seed: 20240603 },
    )
  })
})

/** Does a step if the law lets it; a refusal is an answer too, and leaves no trace. */
async function tryStep(name: string, key: Omit<OnRequest, 'version'>, today: PlainDate): Promise<void> {
  const ctx = office.as('clerk', today)
  const { version, open } = await tx(ctx, async (t) => {
    const events = (await readEvents(t, key.agencyId, key.requestId)).map(({ event }) => event)
    const opened = events.findLast((event) => event.kind === 'consultation-opened')
    const request = await readRequest(t, key.agencyId, key.requestId)
    return { version: request.version, open: opened?.consultation }
  })
  try {
    await STEPS[name]?.(ctx, { ...key, version }, today, open)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}

async function expectRowIsEvents({ agencyId, requestId }: OnRequest, today: PlainDate): Promise<void> {
  const ctx = office.as('clerk', today)
  const { row, events, applicantClass } = await tx(ctx, async (t) => ({
    row: await t
      .selectFrom('request')
      .select([
        'state',
        'outcome',
        'received_on',
        'due_on',
        'due_is_provisional',
        'concluded_on',
        'served_on',
        'result_on',
        'result_served_on',
        'result_items',
        'result_outcome',
        'version',
      ])
      .where('request_id', '=', requestId)
      .executeTakeFirstOrThrow(),
    events: (await readEvents(t, agencyId, requestId)).map(({ event }) => event),
    applicantClass: (await readRequest(t, agencyId, requestId)).applicantClass,
  }))
  const { version, ...columns } = row
  expect(columns).toEqual(foldColumns(foldRequest(events, ctx.calendar, DEFAULT_SETTINGS), applicantClass))
  // Filing writes two events at once, as version 1.
  expect(version).toBe(events.length - 1)
}
