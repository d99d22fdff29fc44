import { SECRECY_QUESTIONS } from '@mingfu/law'
import { z } from 'zod'
import { Day } from './day.ts'
import { ProofItems, SecrecyAnswerInput } from './document-input.ts'
import { UrgentGroundId, WithdrawalReasonId } from './document-words.ts'
import {
  ArchiveRulesInput,
  DepositRecipientId,
  ReleaseRulesInput,
  SiteChangeKindId,
  SiteChangeStepId,
  SiteChangeView,
  TransferMonthView,
  UrgentItemView,
} from './release-views.ts'
import { defineRoute } from './route.ts'

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as Key[]

const params = z.object({ documentId: z.uuid('这条政府信息的地址不正确，请从列表进入') })
const seen = z.object({ version: z.int() })
const changed = z.object({ version: z.int() })
const answers = z
  .partialRecord(z.enum(keys(SECRECY_QUESTIONS)), SecrecyAnswerInput)
  .default({})
  .meta({ title: '审查要点' })

/** 审核、应急发布、更正: the levels that a release passes, and what happens beside the ordinary way. */
export const release = {
  rules: defineRoute({
    method: 'GET',
    path: '/release-rules',
    summary: '审核级次的设定和历次改动',
    access: 'staff',
    answer: z.object({
      version: z.int(),
      rules: ReleaseRulesInput,
      versions: z.array(
        z.object({
          version: z.int(),
          rules: ReleaseRulesInput,
          reason: z.string(),
          setAt: z.string(),
          setBy: z.string(),
        }),
      ),
    }),
  }),
  saveRules: defineRoute({
    method: 'PUT',
    path: '/release-rules',
    summary: '设定审核级次：级数、名称、由谁审核；每次改动为一个新版本',
    access: 'staff',
    body: ReleaseRulesInput.extend({
      version: z.int(),
      reason: z.string().trim().min(2).max(200).meta({ title: '改动的理由' }),
    }),
    answer: changed,
  }),
  passLevel: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/levels',
    summary: '通过当前的审核环节（部门审、公开机构审等）',
    access: 'staff',
    params,
    body: seen.extend({
      opinion: z.string().trim().max(500).default('').meta({ title: '意见' }),
      proofread: ProofItems,
    }),
    answer: changed,
  }),
  releaseUrgently: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/urgent-release',
    summary: '应急发布：由签发领导本人回答保密审查要点后立即发布，其余环节限期补审',
    access: 'staff',
    params,
    body: seen.extend({
      ground: UrgentGroundId,
      reason: z.string().trim().min(1).max(500).meta({ title: '来不及完成各级审核的原因' }),
      answers,
    }),
    answer: changed.extend({
      indexNumber: z.string(),
      publishedAt: z.string(),
      laterReviewDueOn: z.string(),
    }),
  }),
  reviewLater: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/later-review',
    summary: '补审应急发布的信息：可以继续公开，或者立即撤下',
    access: 'staff',
    params,
    body: seen.extend({
      stays: z.boolean('请选择补审意见').meta({ title: '补审意见' }),
      note: z.string().trim().max(1000).default('').meta({ title: '理由' }),
      answers,
      withdrawal: WithdrawalReasonId.optional(),
    }),
    answer: changed.extend({ finished: z.boolean() }),
  }),
  urgent: defineRoute({
    method: 'GET',
    path: '/documents-urgent',
    summary: '应急发布台账：等待补审的在前',
    access: 'staff',
    answer: z.array(UrgentItemView),
  }),
  archive: defineRoute({
    method: 'GET',
    path: '/documents/:documentId/archive',
    summary: '归档包：正文、附件、审查记录、经过、回执、元数据和清单',
    access: 'staff',
    params,
  }),
  archiveRules: defineRoute({
    method: 'GET',
    path: '/archive-rules',
    summary: '归档的设定：与国家规定不同的保管期限、档案馆给定的名称和代码',
    access: 'staff',
    answer: ArchiveRulesInput,
  }),
  saveArchiveRules: defineRoute({
    method: 'PUT',
    path: '/archive-rules',
    summary: '设定归档的保管期限和名称；与国家规定不同的写明依据',
    access: 'staff',
    body: ArchiveRulesInput,
    answer: z.object({}),
  }),
  transfers: defineRoute({
    method: 'GET',
    path: '/transfers-of/:year',
    summary: '一年各月向国家档案馆、公共图书馆移送的清单和回执',
    access: 'staff',
    params: z.object({ year: z.coerce.number().int().min(2008).max(2100) }),
    answer: z.array(TransferMonthView),
  }),
  makeTransfer: defineRoute({
    method: 'POST',
    path: '/transfers',
    summary: '移送一个月的主动公开信息',
    access: 'staff',
    body: z.object({
      month: z
        .string()
        .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '请选择月份')
        .meta({ title: '月份' }),
      recipient: DepositRecipientId,
      recipientName: z.string().trim().min(1).max(60).meta({ title: '接收单位' }),
    }),
    answer: z.object({ transferId: z.string() }),
  }),
  registerReceipt: defineRoute({
    method: 'POST',
    path: '/transfers/:transferId/receipt',
    summary: '登记移送回执',
    access: 'staff',
    params: z.object({ transferId: z.uuid('这份清单的地址不正确，请从列表进入') }),
    body: seen.extend({
      receiptNumber: z.string().trim().max(60).default('').meta({ title: '回执编号' }),
      receivedOn: Day.meta({ title: '接收日期' }),
      receivedBy: z.string().trim().min(1).max(60).meta({ title: '接收人' }),
      note: z.string().trim().max(300).default('').meta({ title: '备注' }),
    }),
    answer: changed,
  }),
  transferFile: defineRoute({
    method: 'GET',
    path: '/transfers/:transferId/file/:type',
    summary: '移送清单：Word 或者 PDF',
    access: 'staff',
    params: z.object({
      transferId: z.uuid('这份清单的地址不正确，请从列表进入'),
      type: z.enum(['docx', 'pdf']),
    }),
  }),
  siteChanges: defineRoute({
    method: 'GET',
    path: '/site-changes',
    summary: '网站改域名、改名称、改标识码、关停的办理清单',
    access: 'staff',
    answer: z.array(SiteChangeView),
  }),
  planSiteChange: defineRoute({
    method: 'POST',
    path: '/site-changes',
    summary: '登记网站变更',
    access: 'staff',
    body: z.object({
      kind: SiteChangeKindId,
      subject: z.string().trim().min(1).max(200).meta({ title: '由什么变更为什么' }),
      plannedOn: Day.meta({ title: '计划变更日期' }),
      reason: z.string().trim().min(1).max(300).meta({ title: '理由' }),
    }),
    answer: z.object({ changeId: z.string() }),
  }),
  finishSiteChangeStep: defineRoute({
    method: 'POST',
    path: '/site-changes/:changeId/steps',
    summary: '办结网站变更的一步',
    access: 'staff',
    params: z.object({ changeId: z.uuid('这件网站变更的地址不正确，请从列表进入') }),
    body: seen.extend({
      step: SiteChangeStepId,
      note: z.string().trim().min(1).max(300).meta({ title: '办理情况' }),
    }),
    answer: changed,
  }),
  draftCorrection: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/corrections',
    summary: '拟制更正：以已经发布的内容为底稿，经过审核后替换原文并公开更正说明',
    access: 'staff',
    params,
    body: seen,
    answer: changed.extend({ documentId: z.string() }),
  }),
} as const
