import {
  DISPUTE_STEPS,
  type DisputeStepKind as DisputeStepId,
  FAILED_STEPS,
  type FailedStep as FailedStepId,
  LITIGATION_RESULTS,
  type LitigationResult,
  REVIEW_RESULTS,
  type ReviewResult,
} from '@mingfu/law'
import { z } from 'zod'

export const DisputeBlock = z
  .enum(['review', 'litigation_direct', 'litigation_after_review'], '请选择案件类别')
  .meta({ title: '案件类别' })
export const DisputeOutcome = z.enum(['upheld', 'corrected', 'other'])

/** Results in the words of the two laws; which of them fit, the kind of case decides. */
export const DisputeResult = z
  .enum(
    [...new Set([...Object.keys(REVIEW_RESULTS), ...Object.keys(LITIGATION_RESULTS)])] as (
      | ReviewResult
      | LitigationResult
    )[],
    '请选择审结结果',
  )
  .meta({ title: '审结结果' })

export const FailedStep = z
  .enum(Object.keys(FAILED_STEPS) as FailedStepId[], '请选择出问题的环节')
  .meta({ title: '出问题的环节' })
export const DisputeStepKind = z
  .enum(Object.keys(DISPUTE_STEPS) as DisputeStepId[], '请选择进展')
  .meta({ title: '进展' })

export const DisputeRole = z.enum(['original', 'co-defendant-reviewer'])
export const DisputeProcedure = z.enum(['ordinary', 'simplified'])

export const DisputeView = z.object({
  disputeId: z.string(),
  requestId: z.string().nullable(),
  requestNumber: z.string().nullable(),
  block: DisputeBlock,
  role: DisputeRole,
  organ: z.string(),
  caseNumber: z.string(),
  filedOn: z.string(),
  copyReceivedOn: z.string().nullable(),
  acceptedOn: z.string().nullable(),
  procedure: DisputeProcedure,
  concludedOn: z.string().nullable(),
  outcome: DisputeOutcome.nullable(),
  /** In the words of the law. */
  resultLabel: z.string().nullable(),
  resultText: z.string(),
  failedStep: FailedStep.nullable(),
  note: z.string(),
  lesson: z.string(),
  measure: z.string(),
  measureDueOn: z.string().nullable(),
  measureDoneOn: z.string().nullable(),
  version: z.int(),
  /** What is due in the case, and until when. */
  dues: z.array(
    z.object({
      label: z.string(),
      dueOn: z.string(),
      provisional: z.boolean(),
      basis: z.string(),
      whose: z.enum(['ours', 'organ', 'next']),
    }),
  ),
  /** What does not fit and should be looked at. */
  doubts: z.array(z.object({ text: z.string(), basis: z.string() })),
})
export type DisputeView = z.infer<typeof DisputeView>

/** One period of a case, with where it began and how it stands. */
export const DisputeClockView = z.object({
  label: z.string(),
  whose: z.enum(['ours', 'organ', 'next']),
  fromText: z.string(),
  from: z.string(),
  dueOn: z.string(),
  provisional: z.boolean(),
  metOn: z.string().nullable(),
  state: z.enum(['running', 'stopped', 'met', 'late', 'void']),
  basis: z.string(),
})
export type DisputeClockView = z.infer<typeof DisputeClockView>

const DisputeLine = DisputeView.pick({
  disputeId: true,
  block: true,
  organ: true,
  caseNumber: true,
  filedOn: true,
  concludedOn: true,
  outcome: true,
  resultLabel: true,
  failedStep: true,
  lesson: true,
  measure: true,
  measureDueOn: true,
  measureDoneOn: true,
  requestId: true,
  requestNumber: true,
})

/** 案件 as its page shows it. */
export const DisputeCaseView = z.object({
  dispute: DisputeView,
  clocks: z.array(DisputeClockView),
  steps: z.array(
    z.object({
      stepId: z.string(),
      kind: DisputeStepKind,
      on: z.string(),
      until: z.string().nullable(),
      note: z.string(),
      actor: z.string(),
      recordedAt: z.string(),
      basis: z.string(),
    }),
  ),
  others: z.array(DisputeLine),
  request: z
    .object({
      requestId: z.string(),
      number: z.string(),
      version: z.int(),
      state: z.string(),
      outcomeLabel: z.string().nullable(),
      documentNumber: z.string().nullable(),
      decidedOn: z.string().nullable(),
      servedOn: z.string().nullable(),
      dueOn: z.string().nullable(),
      timesOrderedAgain: z.int(),
      mayBeOrderedAgain: z.boolean(),
    })
    .nullable(),
  hints: z.array(z.object({ step: FailedStep, text: z.string(), basis: z.string() })),
})
export type DisputeCaseView = z.infer<typeof DisputeCaseView>

/** 败诉、被纠正案件分析. */
export const LessonsView = z.object({
  years: z.array(z.int()),
  steps: z.array(z.object({ step: FailedStep, counts: z.array(z.int()), total: z.int() })),
  cases: z.array(DisputeLine),
  unexplained: z.int(),
})
export type LessonsView = z.infer<typeof LessonsView>

/** 举证材料 made of the case file. */
export const EvidenceBundleView = z.object({
  bundleId: z.string(),
  state: z.enum(['waiting', 'ready', 'failed']),
  /** Why it could not be made. */
  fault: z.string().nullable(),
  withIdentity: z.boolean(),
  orderedAt: z.string(),
  orderedBy: z.string(),
  entries: z.int().nullable(),
  pages: z.int().nullable(),
  /** The digest of its list, to be noted elsewhere. */
  sha256: z.string().nullable(),
})
export type EvidenceBundleView = z.infer<typeof EvidenceBundleView>
