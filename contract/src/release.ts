import { LATER_REVIEW, SECRECY_QUESTIONS } from '@mingfu/law'
import { z } from 'zod'
import {
  ContentKindId,
  ProofItems,
  PublicationStateId,
  ReviewRoleId,
  ReviewStepId,
  SecrecyAnswerInput,
  UrgentGroundId,
  WithdrawalReasonId,
} from './document-views.ts'
import { defineRoute } from './route.ts'

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as Key[]

export const ReviewLevelInput = z.object({
  step: ReviewStepId,
  label: z.string().trim().min(1, '请填写这一级的名称').max(20).meta({ title: '名称' }),
  role: ReviewRoleId,
})
export type ReviewLevelInput = z.infer<typeof ReviewLevelInput>

const Levels = z.array(ReviewLevelInput).min(2, '审核环节应当为二至五级').max(5, '审核环节应当为二至五级')

export const ReleaseRulesInput = z.object({
  levels: Levels.meta({ title: '审核级次' }),
  byKind: z.partialRecord(ContentKindId, Levels).default({}).meta({ title: '另行设定的内容种类' }),
  proofread: z.boolean().default(false).meta({ title: '每一级审核同时校对（三审三校）' }),
  laterReviewWithin: z.coerce
    .number()
    .int()
    .min(1)
    .max(LATER_REVIEW.atMost)
    .meta({ title: '应急发布后几个工作日内补审' }),
})
export type ReleaseRulesInput = z.infer<typeof ReleaseRulesInput>

export const UrgentItemView = z.object({
  documentId: z.string(),
  title: z.string(),
  state: PublicationStateId,
  ground: UrgentGroundId,
  reason: z.string(),
  by: z.string(),
  releasedAt: z.string(),
  laterReviewDueOn: z.string(),
  laterReviewedAt: z.string().nullable(),
  overdue: z.boolean(),
})
export type UrgentItemView = z.infer<typeof UrgentItemView>

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
