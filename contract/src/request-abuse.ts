import { z } from 'zod'
import { OutcomeId } from './request-words.ts'
import { defineRoute } from './route.ts'

const id = z.string()
const params = z.object({ requestId: id })
const On = z.string().nullable()

const AbuseFacts = z.object({
  inTwelveMonths: z.int(),
  inThisMonth: z.int(),
  othersMost: z.int(),
  othersMedian: z.int(),
  sameContent: z.int(),
  answered: z.array(
    z.object({
      requestId: id,
      number: z.string(),
      receivedOn: z.string(),
      outcome: OutcomeId,
      servedOn: On,
      documentNumber: z.string(),
    }),
  ),
  draft: z.object({ requestCount: z.int(), period: z.string(), toExplain: z.string() }).nullable(),
})
export type AbuseFactsView = z.infer<typeof AbuseFacts>

const SetAside = z.object({
  requestId: id,
  number: z.string(),
  version: z.int(),
  asked: z.string(),
  receivedOn: On,
  dueOn: On,
  at: z.string(),
  by: z.string(),
  reason: z.string(),
})

/** Repeated, excessive, and no applications at all: facts are gathered, a person decides. */
export const requestAbuse = {
  abuseFacts: defineRoute({
    method: 'GET',
    path: '/requests/:requestId/abuse-facts',
    summary: '大量、反复申请的事实：件数、内容相同的申请和已有的答复，说明理由告知书的草稿；由人判断',
    access: 'staff',
    params,
    answer: AbuseFacts,
  }),
  setAside: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/set-aside',
    summary: '移入垃圾信息：广告、乱码等不是申请的；写明理由，随时可以恢复',
    access: 'staff',
    params,
    body: z.strictObject({
      version: z.int(),
      reason: z.string().trim().min(2).max(200).meta({ title: '理由' }),
    }),
    answer: z.object({}),
  }),
  restore: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/restoration',
    summary: '恢复移入垃圾信息的申请；收到申请之日不变',
    access: 'staff',
    params,
    answer: z.object({}),
  }),
  listSetAside: defineRoute({
    method: 'GET',
    path: '/request-spam',
    summary: '垃圾信息，新移入的在前',
    access: 'staff',
    answer: z.array(SetAside),
  }),
}
