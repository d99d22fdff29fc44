import { RE_REVIEW_CAUSES } from '@mingfu/law'
import { z } from 'zod'
import { ContentKindId, DisclosureAttributeId, PublicationStateId, ValidityId } from './document-words.ts'

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as Key[]
const moment = z.string().nullable()

export const DocumentItemView = z.object({
  documentId: z.string(),
  kind: ContentKindId,
  nodeId: z.string().nullable(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  indexNumber: z.string().nullable(),
  writtenOn: z.string(),
  attribute: DisclosureAttributeId,
  state: PublicationStateId,
  validity: ValidityId,
  publishDueOn: z.string().nullable(),
  publishedAt: moment,
  /** Not yet public although the day to publish has passed. */
  overdue: z.boolean(),
  isCorrection: z.boolean(),
  version: z.int(),
})
export type DocumentItemView = z.infer<typeof DocumentItemView>

export const ScreeningFindingView = z.object({
  id: z.string(),
  rule: z.string(),
  /** `veto`: nobody lets it pass. `block`: the reviewer does, with a reason. `warn`: to look at. */
  level: z.enum(['veto', 'block', 'warn']),
  certainty: z.enum(['certain', 'likely']),
  message: z.string(),
  excerpt: z.string(),
  where: z.string(),
})
export type ScreeningFindingView = z.infer<typeof ScreeningFindingView>

export const WithheldDocumentView = z.object({
  documentId: z.string(),
  title: z.string(),
  kind: ContentKindId,
  attribute: DisclosureAttributeId,
  exemption: z.string().nullable(),
  reason: z.string(),
  state: PublicationStateId,
  reviewedOn: z.string(),
  nextReviewOn: z.string(),
  due: z.boolean(),
  causes: z.array(z.enum(keys(RE_REVIEW_CAUSES))),
  /** What happened since the last look. */
  prompts: z.array(
    z.object({
      kind: z.enum(['application', 'basis', 'elsewhere']),
      id: z.string().nullable(),
      text: z.string(),
      on: z.string().nullable(),
    }),
  ),
  version: z.int(),
})
export type WithheldDocumentView = z.infer<typeof WithheldDocumentView>

export const LedgerRowView = z.object({
  documentId: z.string(),
  indexNumber: z.string(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  writtenOn: z.string(),
  publishDueOn: z.string().nullable(),
  publishedAt: z.string(),
  drafter: z.string(),
  reviewer: z.string(),
  reviewForm: z.string(),
  approver: z.string(),
  publisher: z.string(),
  withdrawnAt: moment,
})
export type LedgerRowView = z.infer<typeof LedgerRowView>
