import { z } from 'zod'
import { ReadScopeId } from './request-words.ts'
import { defineRoute } from './route.ts'

/** 会签环节 that an office may put before the signature. */
export const SIGN_OFF_STEP_WORDS = {
  review: '审查人审核',
  'office-head': '公开工作机构负责人审核',
} as const
export const SignOffStepId = z.enum(['review', 'office-head'], '请选择审核环节')
export type SignOffStepId = z.infer<typeof SignOffStepId>

const hour = (title: string) => z.int().min(0).max(23).meta({ title })

const OfficeRules = z.strictObject({
  signOff: z.array(SignOffStepId).max(2).meta({ title: '签发前的审核环节' }),
  remindAt: z.array(z.int().min(0).max(20)).max(10).meta({ title: '期限前几个工作日催办' }),
  quietFrom: hour('免打扰开始（时）'),
  quietTo: hour('免打扰结束（时）'),
  feePayment: z.string().trim().max(500).meta({ title: '收费通知书写明的缴纳方式' }),
  readScope: ReadScopeId.meta({ title: '申请案卷的知悉范围' }),
  publishAfterApplicants: z.int().min(2).max(50).meta({ title: '几名申请人申请同一信息时提示转主动公开' }),
})

/** 内部办理规则: what an office settles for itself, beside the readings of the law. */
export const officeRules = {
  get: defineRoute({
    method: 'GET',
    path: '/office-rules',
    summary: '读取内部办理规则：审核环节、催办、免打扰、缴纳方式',
    access: 'staff',
    answer: OfficeRules,
  }),
  save: defineRoute({
    method: 'PUT',
    path: '/office-rules',
    summary: '设定内部办理规则；改动记入审计日志',
    access: 'staff',
    body: OfficeRules.extend({ reason: z.string().trim().min(2).max(200).meta({ title: '改动的理由' }) }),
    answer: z.object({}),
  }),
} as const
