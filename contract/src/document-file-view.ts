import { z } from 'zod'
import { DocumentInput } from './document-input.ts'
import { ScreeningFindingView } from './document-views.ts'
import {
  ConsultationKindId,
  ConsultationOutcomeId,
  PublicationActId,
  PublicationStateId,
  RelationKindId,
  ReviewRoleId,
  ReviewStepId,
  SecrecyOpinionId,
  SecrecyQuestionId,
  UrgentGateId,
  UrgentGroundId,
  ValidityId,
  WithdrawalReasonId,
} from './document-words.ts'

const moment = z.string().nullable()

export const AttachmentView = z.object({
  fileId: z.string(),
  title: z.string(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  sm3: z.string(),
})
export type AttachmentView = z.infer<typeof AttachmentView>

export const DocumentEventView = z.object({
  seq: z.int(),
  kind: z.enum([
    'drafted',
    'edited',
    'file-attached',
    'file-removed',
    'submitted',
    'level-passed',
    'reviewed',
    'referral-answered',
    'approved',
    'scheduled',
    'consulted',
    'consultation-answered',
    're-reviewed',
    'returned',
    'published',
    'published-urgently',
    'later-reviewed',
    'correction-drafted',
    'corrected',
    'applied',
    'withdrawn',
    'reopened',
    'validity-changed',
    'related',
    'unrelated',
    'validity-kept',
    'interpretation-planned',
  ]),
  facts: z.record(z.string(), z.unknown()),
  at: z.string(),
  actor: z.string(),
  actorId: z.string().nullable(),
})
export type DocumentEventView = z.infer<typeof DocumentEventView>

export const SecrecyReviewView = z.object({
  formNumber: z.string(),
  answers: z.partialRecord(
    SecrecyQuestionId,
    z.object({ answer: z.enum(['yes', 'no', 'unsure']), settled: z.string().optional() }),
  ),
  findings: z.array(ScreeningFindingView.extend({ override: z.string() })),
  opinion: SecrecyOpinionId,
  reason: z.string(),
  exemption: z.string().nullable(),
  reviewerName: z.string(),
  reviewedAt: z.string(),
  /** Whether it holds for the content as it stands now. */
  current: z.boolean(),
})
export type SecrecyReviewView = z.infer<typeof SecrecyReviewView>

export const DocumentConsultationView = z.object({
  consultationId: z.string(),
  kind: ConsultationKindId,
  party: z.string(),
  question: z.string(),
  sentOn: z.string(),
  sentBy: z.string(),
  answeredOn: z.string().nullable(),
  outcome: ConsultationOutcomeId.nullable(),
  answer: z.string().nullable(),
})
export type DocumentConsultationView = z.infer<typeof DocumentConsultationView>

/** 审核记录 of one level. */
export const LevelView = z.object({
  step: ReviewStepId,
  label: z.string(),
  role: ReviewRoleId,
  passedBy: z.string().nullable(),
  passedAt: moment,
  opinion: z.string(),
  proofread: z.array(z.string()),
  current: z.boolean(),
})
export type LevelView = z.infer<typeof LevelView>

export const DocumentFileView = z.object({
  documentId: z.string(),
  content: z.object({
    ...DocumentInput.shape,
    legalItem: z.string(),
    keyAreas: z.array(z.string()),
    writtenOn: z.string(),
    effectiveOn: z.string().nullable(),
    expiresOn: z.string().nullable(),
    unpublishOn: z.string().nullable(),
  }),
  indexNumber: z.string().nullable(),
  validity: ValidityId,
  validityChangedOn: z.string().nullable(),
  state: PublicationStateId,
  publishDueOn: z.string().nullable(),
  publishedAt: moment,
  publishAt: moment,
  withdrawnAt: moment,
  withdrawalReason: WithdrawalReasonId.nullable(),
  withdrawalNote: z.string().nullable(),
  version: z.int(),
  attachments: z.array(AttachmentView),
  events: z.array(DocumentEventView),
  reviews: z.array(SecrecyReviewView),
  relations: z.array(
    z.object({
      kind: RelationKindId,
      direction: z.enum(['from', 'to']),
      documentId: z.string(),
      title: z.string(),
      effectiveOn: z.string(),
    }),
  ),
  /** Its mark rests on a document that was taken off the site. */
  validityQuestions: z.array(
    z.object({
      kind: RelationKindId,
      fromId: z.string(),
      newerTitle: z.string(),
      withdrawnAt: z.string(),
    }),
  ),
  interpretation: z.object({ plannedOn: z.string().nullable(), exemption: z.string().nullable() }),
  /** What to look at; none of it stops anything. */
  hints: z.array(z.string()),
  /** Whose words set the day by which it has to be public. */
  dueRule: z.string(),
  /** Documents that the form names by their id. */
  references: z.array(
    z.object({
      documentId: z.string(),
      title: z.string(),
      documentNumber: z.string().nullable(),
      published: z.boolean(),
    }),
  ),
  consultations: z.array(DocumentConsultationView),
  /** What the automatic check before publication says now. */
  findings: z.array(ScreeningFindingView),
  /** What a review still waits for, by field. */
  faults: z.record(z.string(), z.string()),
  /** What release itself still waits for: interpretation, responsible organ, column. */
  waits: z.array(z.object({ gate: UrgentGateId, reason: z.string() })),
  /** What the state allows; the person's permission comes on top. */
  acts: z.array(PublicationActId),
  correctsId: z.string().nullable(),
  openCorrectionId: z.string().nullable(),
  correctedAt: moment,
  levels: z.array(LevelView),
  proofreading: z.boolean(),
  urgent: z
    .object({
      at: z.string(),
      ground: UrgentGroundId,
      reason: z.string(),
      by: z.string(),
      laterReviewDueOn: z.string(),
      laterReviewedAt: moment,
    })
    .nullable(),
  laterReview: z
    .object({
      levels: z.array(
        z.object({
          step: ReviewStepId,
          label: z.string(),
          role: ReviewRoleId,
          passedBy: z.string().nullable(),
          passedAt: moment,
          note: z.string(),
        }),
      ),
      next: z.object({ step: ReviewStepId, label: z.string(), role: ReviewRoleId }).nullable(),
      judges: z.array(z.string()),
    })
    .nullable(),
  versions: z.array(
    z.object({
      seq: z.int(),
      title: z.string(),
      html: z.string(),
      attachments: z.array(z.object({ title: z.string(), name: z.string() })),
      contentDigest: z.string(),
      replacedAt: z.string(),
      note: z.string(),
    }),
  ),
})
export type DocumentFileView = z.infer<typeof DocumentFileView>
