import {
  CONTENT_KINDS,
  DISCLOSURE_ATTRIBUTES,
  DOCUMENT_RELATIONS,
  HEARD_KINDS,
  PUBLICATION_ACTS,
  PUBLICATION_STATES,
  PUBLISHING_EXEMPTIONS,
  REVIEW_ROLES,
  REVIEW_STEPS,
  SECRECY_OPINIONS,
  SECRECY_QUESTIONS,
  URGENT_GATES,
  URGENT_GROUNDS,
  VALIDITY_STATES,
  WITHDRAWAL_REASONS,
} from '@mingfu/law'
import { z } from 'zod'

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as Key[]

export const ContentKindId = z.enum(keys(CONTENT_KINDS)).meta({ title: '内容种类' })
export const DisclosureAttributeId = z.enum(keys(DISCLOSURE_ATTRIBUTES)).meta({ title: '公开方式' })
export const PublicationStateId = z.enum(keys(PUBLICATION_STATES)).meta({ title: '状态' })
export const PublicationActId = z.enum(keys(PUBLICATION_ACTS))
export const ValidityId = z.enum(keys(VALIDITY_STATES)).meta({ title: '有效性' })
/** 核定有效性: what held before holds again, or it stays as it is marked. */
export const ValidityOutcomeId = z
  .enum(['restore', 'keep'], '请选择恢复还是维持不变')
  .meta({ title: '另一件文件的有效性' })
export const RelationKindId = z.enum(keys(DOCUMENT_RELATIONS)).meta({ title: '关系' })
export const WithdrawalReasonId = z.enum(keys(WITHDRAWAL_REASONS)).meta({ title: '撤下原因' })
export const SecrecyOpinionId = z.enum(keys(SECRECY_OPINIONS)).meta({ title: '审查意见' })
export const SecrecyQuestionId = z.enum(keys(SECRECY_QUESTIONS))

export const ConsultationKindId = z.enum(keys(HEARD_KINDS), '请选择征求意见的种类').meta({ title: '种类' })

export const ConsultationOutcomeId = z
  .enum(['agreed', 'opposed', 'no-view'], '请选择意见')
  .meta({ title: '意见' })

export const ExemptionId = z
  .enum(PUBLISHING_EXEMPTIONS, '请选择法定理由的种类')
  .nullable()
  .default(null)
  .meta({ title: '法定理由' })

export const ReviewStepId = z.enum(keys(REVIEW_STEPS)).meta({ title: '审核环节' })
export const ReviewRoleId = z.enum(keys(REVIEW_ROLES), '请选择由谁审核').meta({ title: '由谁审核' })
export const UrgentGateId = z.enum(keys(URGENT_GATES))
export const UrgentGroundId = z.enum(keys(URGENT_GROUNDS), '请选择应急发布的事由').meta({ title: '事由' })
