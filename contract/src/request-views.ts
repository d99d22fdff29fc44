import { type DenialCode, NOT_GOVERNMENT_INFORMATION, OUTCOME_CODES } from '@mingfu/law'
import { z } from 'zod'
import {
  ConsultationView,
  EvidenceView,
  LetterView,
  RecordCallView,
  RelatedRequestView,
  RequestFileView,
  RequestTaskView,
  TimelineEntryView,
} from './case-part-views.ts'
import { SignOffStepId } from './office-rules.ts'
import { RedactionMarkView } from './redactions.ts'
import {
  ApplicantClassId,
  ChannelId,
  EvidenceId,
  IdentityKindId,
  OutcomeId,
  ReadScopeId,
  RequestEventId,
  RequestStateId,
} from './request-words.ts'

const Text = z.string()
const On = z.string().nullable()

/** One line of the queue. */
export const RequestLineView = z.object({
  requestId: Text,
  number: Text,
  channel: ChannelId,
  applicantClass: ApplicantClassId,
  /** Masked. */
  applicant: Text,
  asked: Text,
  state: RequestStateId,
  outcome: OutcomeId.nullable(),
  receivedOn: On,
  dueOn: On,
  provisional: z.boolean(),
  /** Negative past the deadline; `null` while nothing runs. */
  workingDaysLeft: z.int().nullable(),
  handler: Text.nullable(),
  openTasks: z.int(),
  taskDueOn: On,
  version: z.int(),
})
export type RequestLineView = z.infer<typeof RequestLineView>

export const QueueCountsView = z.object({
  open: z.int(),
  overdue: z.int(),
  dueSoon: z.int(),
  unconfirmed: z.int(),
  toApprove: z.int(),
  toServe: z.int(),
  mine: z.int(),
  tasks: z.int(),
})
export type QueueCountsView = z.infer<typeof QueueCountsView>

/** A line of the ledger of days: what happened or fell due, by which article, and how many working days that makes. */
export const LedgerStepView = z.object({
  on: Text,
  kind: Text,
  text: Text,
  basis: Text.nullable(),
  workingDay: z.boolean(),
  count: z.int().nullable(),
})
export type LedgerStepView = z.infer<typeof LedgerStepView>

export const ClockView = z.object({
  stage: z.enum(['not-received', 'waiting', 'running', 'paused', 'due-today', 'overdue', 'stopped']),
  receivedOn: On,
  restartedOn: On,
  dueOn: On,
  baseDueOn: On,
  /** The earliest last day under any reading that the law leaves open. */
  riskDueOn: On,
  provisional: z.boolean(),
  extendedByWorkingDays: z.int(),
  workingDaysUsed: z.int(),
  workingDaysLeft: z.int().nullable(),
  workingDaysLate: z.int(),
  correctionDueOn: On,
  respondBy: On,
  reasonsRespondBy: On,
  feePayBy: On,
  steps: z.array(LedgerStepView),
})
export type ClockView = z.infer<typeof ClockView>

const AgentView = z.object({
  name: Text,
  identityKind: IdentityKindId,
  identityNumber: Text,
  phone: Text,
  authority: Text,
})

export const ApplicantView = z.object({
  kind: z.enum(['person', 'organisation']),
  name: Text,
  identityKind: IdentityKindId,
  identityNumber: Text,
  employer: Text,
  legalRepresentative: Text,
  contactName: Text,
  contact: z.object({ phone: Text, email: Text, address: Text, postcode: Text, fax: Text }),
  agent: AgentView.nullable(),
})
export type ApplicantView = z.infer<typeof ApplicantView>

/** The grounds of a part that is withheld: a refusal's, or that it is no government information at all. */
const WithheldGroundId = z.enum(
  [
    ...OUTCOME_CODES.filter((code): code is DenialCode => code.startsWith('deny-')),
    NOT_GOVERNMENT_INFORMATION,
  ],
  '请选择不予公开的依据',
)
const WithheldPartView = z.object({ part: Text, ground: WithheldGroundId, reason: Text, masking: Text })

/** The facts of one outcome, by the keys of its content fields. */
export const ContentFactsSchema = z.record(
  z.string().max(40),
  z.union([
    z.string().max(5000),
    z.number(),
    z.boolean(),
    z.array(z.string().max(2000)).max(50),
    z.array(WithheldPartView).max(50),
  ]),
)

export const DecisionItemView = z.object({
  asked: Text.optional(),
  outcome: OutcomeId,
  facts: ContentFactsSchema,
})
export type DecisionItemView = z.infer<typeof DecisionItemView>

/** What is decided, one item for each thing asked; usually one. */
export const DecisionItemsBody = z
  .tuple(
    [z.strictObject({ ...DecisionItemView.shape, facts: ContentFactsSchema.default({}) })],
    z.strictObject({ ...DecisionItemView.shape, facts: ContentFactsSchema.default({}) }),
  )
  .meta({ title: '处理决定' })

/** 案卷: a request with all that belongs to it, the applicant masked. */
export const RequestView = z.object({
  requestId: Text,
  number: Text,
  version: z.int(),
  channel: ChannelId,
  applicantClass: ApplicantClassId,
  applicant: ApplicantView,
  asked: Text,
  description: Text,
  infoTitle: Text,
  infoDocumentNumber: Text,
  infoIndexNumber: Text,
  purpose: Text,
  wantedMedium: Text,
  wantedDelivery: Text,
  acceptsOtherForm: z.boolean(),
  state: RequestStateId,
  outcome: OutcomeId.nullable(),
  handlerId: Text.nullable(),
  hints: z.array(z.object({ text: Text, basis: Text })),
  clock: ClockView,
  days: z.array(LedgerStepView),
  violations: z.array(
    z.object({ on: Text, text: Text, basis: Text, severity: z.enum(['error', 'warning']) }),
  ),
  timeline: z.array(TimelineEntryView),
  letters: z.array(LetterView),
  files: z.array(RequestFileView),
  tasks: z.array(RequestTaskView),
  readScope: ReadScopeId.nullable(),
  /** 信息处理费; `null` where none was asked for. */
  fee: z.object({ noticedYuan: z.int(), paidOn: On, paidYuan: z.int(), refundedYuan: z.int() }).nullable(),
  evidence: z.array(EvidenceView),
  redactions: z.array(
    z.object({
      redactionId: Text,
      sourceFileId: Text,
      pages: z.int(),
      marks: z.array(RedactionMarkView.pick({ page: true, ground: true, part: true })),
      releasedFileId: Text.nullable(),
    }),
  ),
  /** What is on file for a decision, by record or by the course of the case. */
  onFile: z.array(EvidenceId),
  consultations: z.array(ConsultationView),
  calls: z.array(RecordCallView),
  related: z.array(RelatedRequestView),
  /** How many more there are that the reader may not know of. */
  relatedOutOfScope: z.int(),
  links: z.array(
    z.object({
      otherId: Text,
      number: Text,
      kind: z.enum(['related', 'merged-into', 'split-from']),
      outward: z.boolean(),
      note: Text,
    }),
  ),
  proposals: z.array(
    z.object({
      proposalId: Text,
      title: Text,
      reason: Text,
      decideBy: Text,
      proposedBy: Text,
      decision: z.enum(['publish', 'not-publish']).nullable(),
      opinion: Text.nullable(),
      decidedBy: Text.nullable(),
      documentId: Text.nullable(),
    }),
  ),
  /** Running number among the applicant's requests of the month; the fee by item goes by it. */
  itemNumber: z.int(),
  colleagues: z.array(z.object({ staffId: Text, name: Text, officeHead: z.boolean() })),
  extensions: z.array(
    z.object({
      extensionId: Text,
      workingDays: z.int(),
      reason: Text,
      askedBy: Text,
      askedAt: Text,
      decision: z.enum(['approved', 'refused']).nullable(),
      decidedBy: Text.nullable(),
      opinion: Text.nullable(),
    }),
  ),
  /** The steps before the signature that this draft has passed, and whose turn it is. */
  signOff: z.object({
    next: SignOffStepId.nullable(),
    signed: z.array(z.object({ step: SignOffStepId, opinion: Text, actor: Text, signedAt: Text })),
  }),
  feePayment: Text,
  /** What may follow where the case stands; permissions come on top. */
  next: z.array(RequestEventId),
  /** The decision in draft or issued, to read beside the application. */
  draft: z.array(DecisionItemView),
  documentNumber: Text.nullable(),
  remedy: z
    .object({
      reconsiderationBy: Text,
      suitBy: On,
      reconsiderationFirst: z.boolean(),
      provisional: z.boolean(),
    })
    .nullable(),
})
export type RequestView = z.infer<typeof RequestView>

/** A letter as it would be, to read before it is issued. */
export const LetterPreview = z.object({
  title: Text,
  addressee: Text,
  paragraphs: z.array(Text),
  remedy: Text.nullable(),
  enclosures: z.array(Text),
  basis: z.array(Text),
  contact: Text.nullable(),
  agency: Text,
  on: Text,
})
export type LetterPreview = z.infer<typeof LetterPreview>
