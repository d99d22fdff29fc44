import { z } from 'zod'
import { Day } from './day.ts'
import { ATTACHED_KINDS, OutcomeId, RequestStateId } from './request-words.ts'
import { defineRoute } from './route.ts'

const id = z.string()
const params = z.object({ requestId: id })
const lines = (title: string) => z.array(z.string().trim().min(1).max(200)).min(1).max(30).meta({ title })
const words = (title: string, most: number) => z.string().trim().min(1).max(most).meta({ title })

/** 协办、告知第三方 and the forms kept on file: papers beside the course of the case. */
export const requestPapers = {
  callForRecords: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/calls',
    summary: '发出协办函，请有关单位检索或者提出意见',
    access: 'staff',
    params,
    body: z.strictObject({
      on: Day.meta({ title: '发出日期' }),
      unit: words('协办单位', 100),
      information: words('所涉信息（不写申请人）', 2000),
      places: lines('检索范围'),
      keywords: lines('检索用词'),
      respondBy: Day.meta({ title: '答复期限' }),
    }),
    answer: z.object({ callId: id }),
  }),
  chaseCall: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/calls/:callId/chase',
    summary: '登记催办',
    access: 'staff',
    params: z.object({ requestId: id, callId: id }),
    body: z.strictObject({ how: words('催办方式', 200) }),
    answer: z.object({}),
  }),
  answerCall: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/calls/:callId/answer',
    summary: '登记协办单位的答复，检索情况列入检索记录',
    access: 'staff',
    files: ATTACHED_KINDS,
    params: z.object({ requestId: id, callId: id }),
    body: z.strictObject({
      on: Day.meta({ title: '收到日期' }),
      answer: words('检索结果、意见', 5000),
      systems: lines('检索的系统、档案'),
      period: words('检索时段', 200),
      searchedBy: words('检索人', 60),
    }),
    answer: z.object({}),
  }),
  tellOfOverride: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/override',
    summary: '出具依申请公开告知书，告知不同意公开的第三方',
    access: 'staff',
    params,
    body: z.strictObject({
      version: z.int(),
      consultationId: id,
      on: Day.meta({ title: '告知日期' }),
      disclosed: words('决定公开的内容', 2000),
      reason: words('公共利益的理由', 2000),
      releaseOn: Day.meta({ title: '公开日期' }),
    }),
    answer: z.object({ letterId: id }),
  }),
  triage: defineRoute({
    method: 'GET',
    path: '/requests/:requestId/triage',
    summary: '受理参考：相近的已公开信息、同一申请人的件数、以往的答复、其他机关的同类申请；只列事实',
    access: 'staff',
    params,
    answer: z.object({
      published: z.array(
        z.object({
          documentId: id,
          title: z.string(),
          issuer: z.string(),
          publishedOn: z.string(),
          path: z.string(),
        }),
      ),
      sameApplicant: z.object({ thisMonth: z.int(), halfYear: z.int(), year: z.int() }),
      earlierAnswers: z.array(
        z.object({
          requestId: id,
          number: z.string(),
          outcome: OutcomeId.nullable(),
          documentNumber: z.string().nullable(),
          answeredOn: z.string().nullable(),
        }),
      ),
      worthPublishing: z.object({ applicants: z.int(), threshold: z.int() }).nullable(),
      elsewhere: z.array(
        z.object({
          agency: z.string(),
          receivedOn: z.string().nullable(),
          state: RequestStateId,
          outcome: OutcomeId.nullable(),
        }),
      ),
    }),
  }),
  sheet: defineRoute({
    method: 'GET',
    path: '/requests/:requestId/sheets/:code',
    summary: '登记表、送达回证、检索记录、审查呈批单、归档目录（PDF、Word）',
    access: 'staff',
    params: z.object({ requestId: id, code: z.enum(['D01', 'D16', 'D17', 'D18', 'D19']) }),
    query: z.object({
      type: z.enum(['pdf', 'docx']).default('pdf'),
      /** The letter served (D16), or the search recorded (D17). */
      of: id.optional(),
    }),
  }),
} as const
