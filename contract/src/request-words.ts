import {
  APPLICANT_CLASSES,
  CHANNELS,
  EVIDENCE,
  IDENTITY_KINDS,
  OUTCOME_CODES,
  REQUEST_EVENTS,
  REQUEST_STATES,
  SERVICE_METHODS,
  WANTED_DELIVERIES,
  WANTED_MEDIA,
} from '@mingfu/law'
import { z } from 'zod'

/** The closed sets of the request procedure, as the API takes and gives them. Their Chinese words are `law`'s. */
export const RequestStateId = oneOf(REQUEST_STATES, '办理状态')
export const ChannelId = oneOf(CHANNELS, '申请渠道')
export const ApplicantClassId = oneOf(APPLICANT_CLASSES, '申请人类别')
export const IdentityKindId = oneOf(IDENTITY_KINDS, '证件名称')
export const WantedMediumId = oneOf(WANTED_MEDIA, '提供方式')
export const WantedDeliveryId = oneOf(WANTED_DELIVERIES, '获取方式')
export const EvidenceId = oneOf(EVIDENCE, '材料种类')
export const RequestEventId = oneOf(REQUEST_EVENTS, '办理事项')
export const ServiceMethodId = oneOf(SERVICE_METHODS, '送达方式')
export const OutcomeId = z.enum(OUTCOME_CODES, '请选择处理决定').meta({ title: '处理决定' })

/** 审查意见 of the review before release. */
export const RELEASE_OPINIONS = {
  disclose: '可以公开',
  'disclose-after-separation': '作区分处理后公开',
  withhold: '不予公开',
  refer: '提请有关主管部门或者保密行政管理部门确定',
} as const
export const ReleaseOpinionId = oneOf(RELEASE_OPINIONS, '审查意见')

/** 案卷文件的种类. */
export const FILE_PURPOSES = {
  attachment: '申请附件',
  'identity-proof': '身份证明',
  evidence: '在卷材料',
  answer: '提供的信息',
} as const
export const FilePurposeId = oneOf(FILE_PURPOSES, '文件种类')

/** Kinds of file that an application and its file may bring: nothing with hidden sheets or macros. */
export const ATTACHED_KINDS = ['pdf', 'ofd', 'doc', 'docx', 'jpg', 'png'] as const

function oneOf<const Table extends Readonly<Record<string, unknown>>>(table: Table, title: string) {
  return z.enum(Object.keys(table) as (keyof Table & string)[], `请选择${title}`).meta({ title })
}

/** 知悉范围 of a case within the organ. */
export const READ_SCOPES = {
  office: '本机关可以查阅申请的人员',
  department: '经办人所在机构',
  handler: '本件经办人员',
} as const
export const ReadScopeId = z.enum(['office', 'department', 'handler'], '请选择知悉范围')
export type ReadScopeId = z.infer<typeof ReadScopeId>
