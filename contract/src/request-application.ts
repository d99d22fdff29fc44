import { z } from 'zod'
import { IdentityKindId, WantedDeliveryId, WantedMediumId } from './request-words.ts'

const short = z.string().trim().max(200).default('')

const Contact = z.strictObject({
  phone: short.meta({ title: '联系电话' }),
  email: short.meta({ title: '电子邮箱' }),
  address: short.meta({ title: '联系地址' }),
  postcode: z
    .string()
    .trim()
    .regex(/^(\d{6})?$/, '邮政编码应当是6位数字')
    .default('')
    .meta({ title: '邮政编码' }),
  fax: short.meta({ title: '传真号码' }),
})

const Agent = z.strictObject({
  name: z.string().trim().min(1).max(60).meta({ title: '代理人姓名' }),
  identityKind: IdentityKindId.default('resident-id').meta({ title: '代理人证件名称' }),
  identityNumber: short.meta({ title: '代理人证件号码' }),
  phone: short.meta({ title: '代理人电话' }),
  authority: short.meta({ title: '代理权限' }),
})

const Applicant = z.strictObject({
  kind: z.enum(['person', 'organisation'], '请选择公民或者法人、其他组织').meta({ title: '申请人' }),
  name: z.string().trim().min(1).max(100).meta({ title: '姓名或者名称' }),
  identityKind: IdentityKindId,
  identityNumber: short.meta({ title: '证件号码或者统一社会信用代码' }),
  employer: short.meta({ title: '工作单位' }),
  legalRepresentative: short.meta({ title: '法定代表人' }),
  contactName: short.meta({ title: '联系人' }),
  contact: Contact,
  agent: Agent.nullable().default(null),
})

const Wish = z.strictObject({
  description: z.string().trim().max(5000).default('').meta({ title: '所需信息的内容描述' }),
  infoTitle: z.string().trim().max(300).default('').meta({ title: '信息名称' }),
  infoDocumentNumber: short.meta({ title: '文号' }),
  infoIndexNumber: short.meta({ title: '索引号' }),
  wantedMedium: WantedMediumId.or(z.literal('')).default('').meta({ title: '提供方式' }),
  wantedDelivery: WantedDeliveryId.or(z.literal('')).default('').meta({ title: '获取方式' }),
})

/** 申请表 of a paper or an oral application. What the paper lacks is left empty: it becomes a hint, not a refusal. */
export const Application = z.strictObject({
  /** Made with the form and unguessable: a second click files nothing anew. */
  filingKey: z.string().min(20).max(100),
  applicant: Applicant,
  wish: Wish,
  purpose: z.string().trim().max(500).default('').meta({ title: '所需信息的用途（选填）' }),
  acceptsOtherForm: z.boolean().default(true).meta({ title: '接受其他提供方式' }),
})
