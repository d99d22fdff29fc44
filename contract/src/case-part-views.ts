import { z } from 'zod'
import { EvidenceId, FilePurposeId, OutcomeId, RequestEventId, RequestStateId } from './request-words.ts'

const Text = z.string()
const On = z.string().nullable()

/** One entry of the course of a case. */
export const TimelineEntryView = z.object({
  id: Text,
  kind: RequestEventId.nullable(),
  label: Text,
  /** The legal date; a remark has none. */
  on: On,
  recordedAt: Text,
  actor: Text,
  basis: Text.nullable(),
  lines: z.array(Text),
})
export type TimelineEntryView = z.infer<typeof TimelineEntryView>

export const LetterView = z.object({
  letterId: Text,
  code: Text,
  title: Text,
  number: Text.nullable(),
  issuedOn: Text,
  recipient: z.enum(['applicant', 'consulted-party', 'unit']),
  pickedUpAt: Text.nullable(),
})
export type LetterView = z.infer<typeof LetterView>

export const RequestFileView = z.object({
  fileId: Text,
  name: Text,
  sizeBytes: z.int(),
  purpose: FilePurposeId,
  addedAt: Text,
})
export type RequestFileView = z.infer<typeof RequestFileView>

export const EvidenceView = z.object({
  evidenceId: Text,
  kind: EvidenceId,
  label: Text,
  recordedAt: Text,
  lines: z.array(Text),
  fileIds: z.array(Text),
})
export type EvidenceView = z.infer<typeof EvidenceView>

export const ConsultationView = z.object({
  consultationId: Text,
  with: z.enum(['third-party', 'co-maker', 'secrecy-authority']),
  partyName: Text,
  partyContact: Text,
  subject: Text,
  opinion: Text.nullable(),
  sentOn: Text,
  deliveredOn: On,
  respondBy: On,
  closedOn: On,
  answer: z.enum(['consent', 'refusal', 'silence']).nullable(),
})
export type ConsultationView = z.infer<typeof ConsultationView>

export const RecordCallView = z.object({
  callId: Text,
  unit: Text,
  information: Text,
  keywords: z.array(Text),
  places: z.array(Text),
  sentOn: Text,
  respondBy: Text,
  chasedOn: z.array(Text),
  answeredOn: On,
  answer: Text.nullable(),
})
export type RecordCallView = z.infer<typeof RecordCallView>

/** 待办事项: what a colleague is to do on a case. */
export const RequestTaskView = z.object({
  taskId: Text,
  requestId: Text,
  number: Text,
  what: Text,
  staffId: Text,
  staff: Text,
  dueOn: On,
  madeBy: Text,
  doneAt: Text.nullable(),
  doneBy: Text.nullable(),
})
export type RequestTaskView = z.infer<typeof RequestTaskView>

export const RelatedRequestView = z.object({
  requestId: Text,
  number: Text,
  receivedOn: On,
  state: RequestStateId,
  outcome: OutcomeId.nullable(),
  sameApplicant: z.boolean(),
  sameContent: z.boolean(),
})
export type RelatedRequestView = z.infer<typeof RelatedRequestView>
