import {
  ARCHIVE_TERMS,
  DEPOSIT_RECIPIENTS,
  DEPOSIT_STATES,
  LATER_REVIEW,
  SITE_CHANGE_STEPS,
  SITE_CHANGES,
} from '@mingfu/law'
import { z } from 'zod'
import {
  ContentKindId,
  PublicationStateId,
  ReviewRoleId,
  ReviewStepId,
  UrgentGroundId,
} from './document-words.ts'

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

export const DepositRecipientId = z
  .enum(keys(DEPOSIT_RECIPIENTS), '请选择接收单位的种类')
  .meta({ title: '移送给' })

export const TransferMonthView = z.object({
  month: z.string(),
  published: z.int(),
  dueOn: z.string(),
  recipients: z.array(
    z.object({
      recipient: DepositRecipientId,
      state: z.enum(keys(DEPOSIT_STATES)),
      list: z
        .object({
          transferId: z.string(),
          recipientName: z.string(),
          documents: z.array(z.object({ documentId: z.string(), title: z.string() })),
          madeOn: z.string(),
          madeBy: z.string(),
          receiptNumber: z.string().nullable(),
          receivedOn: z.string().nullable(),
          receivedBy: z.string().nullable(),
          version: z.int(),
        })
        .nullable(),
    }),
  ),
})
export type TransferMonthView = z.infer<typeof TransferMonthView>

export const SiteChangeKindId = z.enum(keys(SITE_CHANGES), '请选择变更的种类').meta({ title: '变更种类' })
export const SiteChangeStepId = z.enum(keys(SITE_CHANGE_STEPS))

export const SiteChangeView = z.object({
  changeId: z.string(),
  kind: SiteChangeKindId,
  subject: z.string(),
  plannedOn: z.string(),
  reason: z.string(),
  createdOn: z.string(),
  createdBy: z.string(),
  doneOn: z.string().nullable(),
  version: z.int(),
  steps: z.array(
    z.object({
      step: SiteChangeStepId,
      label: z.string(),
      done: z.object({ on: z.string(), by: z.string(), note: z.string() }).nullable(),
    }),
  ),
  overdue: z.boolean(),
})
export type SiteChangeView = z.infer<typeof SiteChangeView>

export const ArchiveRulesInput = z.object({
  terms: z.partialRecord(ContentKindId, z.enum(ARCHIVE_TERMS)).default({}).meta({ title: '保管期限' }),
  basis: z.string().trim().max(200).default('').meta({ title: '本机关的归档范围和保管期限表' }),
  archiveName: z.string().trim().max(60).default('').meta({ title: '档案馆名称' }),
  archiveCode: z.string().trim().max(20).default('').meta({ title: '档案馆代码' }),
  fondsName: z.string().trim().max(60).default('').meta({ title: '全宗名称' }),
  fondsNumber: z.string().trim().max(20).default('').meta({ title: '全宗号' }),
  unsureNames: z.boolean().default(false).meta({ title: '使用未经核对的名称（密级、格式信息）' }),
})
export type ArchiveRulesInput = z.infer<typeof ArchiveRulesInput>
