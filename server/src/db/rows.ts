// Generated from the migrated database by generate-rows.ts; do not edit.
import type { ColumnType, Generated } from 'kysely'

type Timestamp = ColumnType<Date, Date | string, Date | string>
type Json = ColumnType<unknown, string, string>
type TimestampByDefault = ColumnType<Date, Date | string | undefined, Date | string>
type JsonByDefault = ColumnType<unknown, string | undefined, string>

export type AgencyTable = {
  agency_id: string
  parent_id: string | null
  path: string
  slug: string
  name: string
  short_name: string
  org_type: string
  can_make_regulations: Generated<boolean>
  credit_code: string | null
  region_code: string | null
  document_word: string
  reconsideration_organ: string
  court: string
  site_id_code: string | null
  site_domain: string | null
  is_active: Generated<boolean>
  created_at: TimestampByDefault
}

export type AgencyMarkTable = {
  agency_id: string
  file_id: string
  alt: string
  width: number
  height: number
  changed_at: TimestampByDefault
  changed_by: string | null
}

export type AgencyNameTable = {
  agency_id: string
  name: string
  short_name: Generated<string>
  used_until: string
  recorded_at: Timestamp
  recorded_by: string
}

export type AnnualReportTable = {
  agency_id: string
  report_id: string
  year: number
  format: string
  state: string
  content: Json
  waivers: JsonByDefault
  published_at: Timestamp | null
  version: Generated<number>
  created_at: TimestampByDefault
  created_by: string | null
}

export type AnnualReportEventTable = {
  agency_id: string
  report_id: string
  seq: number
  kind: string
  facts: Json
  recorded_at: TimestampByDefault
  actor: string
  actor_id: string | null
}

export type ApplicantTable = {
  agency_id: string
  request_id: string
  name_sealed: Buffer
  identity_kind: string
  identity_number_sealed: Buffer | null
  identity_index: Buffer | null
  organisation_sealed: Buffer | null
  contact_sealed: Buffer
  agent_sealed: Buffer | null
}

export type ApplicantMessageTable = {
  agency_id: string
  request_id: string
  message_id: string
  message_key: Buffer
  kind: string
  body_sealed: Buffer
  file_ids: Generated<string[]>
  said_at: Timestamp
  said_on: string
  answer_sealed: Buffer | null
  settled_at: Timestamp | null
  settled_by: string | null
  settled_by_id: string | null
}

export type AuditEntryTable = {
  agency_id: string
  seq: number
  at: Timestamp
  actor: string
  actor_id: string | null
  action: string
  object_kind: string | null
  object_id: string | null
  detail: JsonByDefault
  ip: string | null
  previous_hash: string
  hash: string
}

export type BriefingBulletinTable = {
  agency_id: string
  bulletin_id: string
  paper: string
  editor: string
  year: number | null
  issue: number | null
  total_issue: number | null
  score_code: string
  item_ids: string[]
  report_to: Generated<string>
  send_to: Generated<string>
  issued_on: string | null
  signed_by: string | null
  contents: Json | null
  drafted_by: string
  drafted_by_id: string | null
  created_at: Timestamp
  version: Generated<number>
}

export type BriefingCallTable = {
  agency_id: string
  call_id: string
  from_office: string
  topic: string
  requirements: Generated<string>
  unit_ids: Generated<string[]>
  issued_on: string
  due_on: string
  closed_on: string | null
  issued_by: string
  version: Generated<number>
}

export type BriefingCreditTable = {
  agency_id: string
  credit_id: string
  department_id: string
  item_id: string | null
  kind: string
  level: string
  code: string
  label: string
  detail: Generated<string>
  on_day: string
  points: string
  rules_version: number
  recorded_at: Timestamp
  recorded_by: string
  cancelled_at: Timestamp | null
  cancelled_for: string | null
}

export type BriefingEventTable = {
  agency_id: string
  item_id: string
  seq: number
  kind: string
  facts: Json
  recorded_at: Timestamp
  actor: string
  actor_id: string | null
}

export type BriefingFileTable = {
  agency_id: string
  item_id: string
  file_id: string
  added_at: Timestamp
}

export type BriefingItemTable = {
  agency_id: string
  item_id: string
  number: string | null
  call_id: string | null
  kind: string
  department_id: string
  title: string
  body: string
  author: string
  signed_by: Generated<string>
  event_at: Timestamp | null
  state: string
  submitted_at: Timestamp | null
  submitted_title: string | null
  submitted_body: string | null
  likeness: string | null
  like_item_id: string | null
  facts_corrected: Generated<string>
  created_at: Timestamp
  created_by: string | null
  version: Generated<number>
}

export type BriefingRulesTable = {
  agency_id: string
  version: number
  scores: Json
  reason: string
  set_at: Timestamp
  set_by: string
}

export type CatalogueEntryTable = {
  agency_id: string
  catalogue: string
  version: number
  entry_id: string
  sort_order: number
  path: string[]
  content_required: string
  deadline_text: string
  deadline_limit: Json | null
  basis: string[]
  responsible_unit: string
  channels: Json
  audience: Generated<string>
  mode: string
  level: string
  update_class: string
  period: string | null
  legal_items: string[]
  is_mandatory: Generated<boolean>
  node_id: string | null
  note: Generated<string>
}

export type CatalogueNodeTable = {
  agency_id: string
  node_id: string
  parent_id: string | null
  code: string
  title: string
  description: Generated<string>
  keywords: Generated<string>
  column_type: string
  legal_item: string | null
  sort_order: Generated<number>
  kinds: Generated<string[]>
}

export type CataloguePlanTable = {
  agency_id: string
  entry_id: string
  planned_on: string
  note: Generated<string>
  recorded_at: Timestamp
  recorded_by: string
}

export type CatalogueVersionTable = {
  agency_id: string
  catalogue: string
  version: number
  state: string
  file_name: string
  made_at: Timestamp
  made_by: string
  approved_at: Timestamp | null
  approved_by: string | null
  source: Generated<string>
}

export type ChannelPostTable = {
  agency_id: string
  post_id: string
  document_id: string
  channel: string
  title: string
  author: string
  digest: string
  cover_file_id: string
  content_digest: string
  state: string
  draft_media_id: string | null
  submit_tried_at: Timestamp | null
  publish_id: string | null
  article_id: string | null
  article_url: string | null
  prepared_at: Timestamp
  prepared_by: string
  submitted_at: Timestamp | null
  submitted_by: string | null
  published_at: Timestamp | null
  removed_at: Timestamp | null
  attempts: Generated<number>
  next_try_at: Timestamp | null
  note: string | null
  replaces_id: string | null
}

export type ChannelReceiptTable = {
  agency_id: string
  receipt_id: string
  document_id: string
  channel: string
  place: string
  shown_on: string
  link: string | null
  note: string | null
  photo_file_id: string | null
  recorded_at: Timestamp
  recorded_by: string
  taken_down_on: string | null
  taken_down_by: string | null
}

export type ConsultationTable = {
  agency_id: string
  request_id: string
  consultation_id: string
  party_kind: string
  party_sealed: Buffer
  subject: string
  opinion: string | null
  created_at: TimestampByDefault
}

export type CounterTable = {
  agency_id: string
  year: number
  kind: string
  value: number
}

export type DecisionSignOffTable = {
  agency_id: string
  request_id: string
  draft_seq: number
  step: string
  opinion: string
  actor: string
  actor_id: string | null
  signed_at: Timestamp
}

export type DepartmentTable = {
  agency_id: string
  department_id: string
  name: string
  contact_name: string | null
  contact_phone: string | null
  sort_order: Generated<number>
  is_active: Generated<boolean>
}

export type DisclosureContactTable = {
  agency_id: string
  contact_id: string
  department_id: string | null
  name: string
  post: Generated<string>
  phone: Generated<string>
  from_on: string
  to_on: string | null
  trained_on: string | null
  handover: Generated<string>
  recorded_at: Timestamp
  recorded_by: string
  version: Generated<number>
}

export type DisclosureGuideTable = {
  agency_id: string
  content: Json
  revised_on: string
  version: Generated<number>
}

export type DisputeTable = {
  agency_id: string
  dispute_id: string
  request_id: string | null
  block: string
  role: string
  organ: string
  case_number: string | null
  filed_on: string
  concluded_on: string | null
  outcome: string | null
  note: string | null
  created_at: TimestampByDefault
  version: Generated<number>
  case_key: string | null
  procedure: Generated<string>
  copy_received_on: string | null
  result_text: string | null
  failed_step: string | null
  created_by: string | null
  accepted_on: string | null
  result: string | null
  lesson: string | null
  measure: string | null
  measure_due_on: string | null
  measure_done_on: string | null
}

export type DisputeStepTable = {
  agency_id: string
  dispute_id: string
  step_id: string
  kind: string
  occurred_on: string
  until_on: string | null
  note: Generated<string>
  recorded_at: Timestamp
  recorded_by: string | null
  actor: string
  struck_at: Timestamp | null
}

export type DocumentTable = {
  agency_id: string
  document_id: string
  kind: string
  node_id: string | null
  title: string
  document_number: string | null
  index_number: string | null
  genre: string | null
  issuer: string
  topic_category: string | null
  legal_item: string
  key_areas: Generated<string[]>
  keywords: Generated<string[]>
  summary: Generated<string>
  source: Generated<string>
  registration_number: string | null
  written_on: string
  effective_on: string | null
  expires_on: string | null
  validity: Generated<string>
  validity_changed_on: string | null
  attribute: string
  attribute_reason: string | null
  state: string
  content_digest: string
  approved_digest: string | null
  publish_due_on: string | null
  published_at: Timestamp | null
  withdrawn_at: Timestamp | null
  version: Generated<number>
  created_at: TimestampByDefault
  created_by: string | null
  withdrawal_reason: string | null
  withdrawal_note: string | null
  publish_at: Timestamp | null
  reviewed_again_on: string | null
  form: JsonByDefault
  origin: Generated<string>
  origin_organ: string | null
  co_issuers: Generated<string[]>
  legal_basis: string | null
  unpublish_on: string | null
  correction_note: string | null
  corrects_id: string | null
  corrected_at: Timestamp | null
  urgent_at: Timestamp | null
  urgent_ground: string | null
  urgent_reason: string | null
  urgent_by: string | null
  later_review_due_on: string | null
  later_reviewed_at: Timestamp | null
  interpretation_planned_on: string | null
  interpretation_exemption: string | null
  exemption: string | null
  early_effect_reason: string | null
}

export type DocumentBodyTable = {
  agency_id: string
  document_id: string
  html: string
  plain_text: string
}

export type DocumentConsultationTable = {
  agency_id: string
  consultation_id: string
  document_id: string
  kind: string
  party: string
  question: string
  sent_on: string
  sent_by: string
  answered_on: string | null
  outcome: string | null
  answer: string | null
}

export type DocumentCopyTable = {
  agency_id: string
  document_id: string
  type: string
  edition: string
  content_digest: string
  sha256: string
  sm3: string
  size_bytes: number
  made_at: Timestamp
}

export type DocumentEventTable = {
  agency_id: string
  document_id: string
  seq: number
  kind: string
  facts: Json
  recorded_at: TimestampByDefault
  actor: string
  actor_id: string | null
}

export type DocumentFileTable = {
  agency_id: string
  document_id: string
  file_id: string
  title: string
  sort_order: Generated<number>
}

export type DocumentPictureTable = {
  agency_id: string
  document_id: string
  file_id: string
}

export type DocumentPlacementTable = {
  agency_id: string
  document_id: string
  kind: string
  target: string
}

export type DocumentRelationTable = {
  agency_id: string
  from_id: string
  to_id: string
  kind: string
  effective_on: string
  settled_at: Timestamp | null
  settled_as: string | null
  settled_basis: string | null
  settled_by: string | null
}

export type DocumentSearchTable = {
  agency_id: string
  year: number
  document_id: string
  published_on: string
  words: string
  dictionary_version: number
  title_words: Generated<string[]>
  kind: string | null
  validity: string | null
  validity_changed_on: string | null
  expires_on: string | null
}

export type DocumentVersionTable = {
  agency_id: string
  document_id: string
  seq: number
  content: Json
  attachments: Json
  content_digest: string
  published_at: Timestamp
  replaced_at: Timestamp
  correction_id: string
  note: string
}

export type EvidenceBundleTable = {
  agency_id: string
  bundle_id: string
  dispute_id: string
  request_id: string
  with_identity: Generated<boolean>
  state: Generated<string>
  fault: string | null
  ordered_at: Timestamp
  ordered_by: string | null
  ordered_name: string
  made_at: Timestamp | null
  entries: number | null
  pages: number | null
  zip_file_id: string | null
  pdf_file_id: string | null
  sha256: string | null
  sm3: string | null
}

export type ExtensionRequestTable = {
  agency_id: string
  request_id: string
  extension_id: string
  working_days: number
  reason: string
  asked_by: string
  asked_by_id: string | null
  asked_at: Timestamp
  decision: string | null
  decided_by: string | null
  decided_at: Timestamp | null
  opinion: string | null
}

export type FeeRefundTable = {
  agency_id: string
  refund_id: string
  request_id: string
  refunded_on: string
  amount_in_yuan: number
  reason: string
  voucher: string
  made_at: Timestamp
  made_by: string | null
  made_name: string
}

export type FeedbackTable = {
  agency_id: string
  feedback_id: string
  number: string
  kind: string
  title: string
  text_sealed: Buffer
  contact_sealed: Buffer | null
  page_path: Generated<string>
  form_index: Buffer
  code_index: Buffer
  received_at: Timestamp
  received_on: string
  due_on: string | null
  state: string
  answer: string | null
  public_question: string | null
  drafted_by: string | null
  drafted_by_id: string | null
  returned_for: string | null
  reviewed_by: string | null
  answered_at: Timestamp | null
  version: Generated<number>
  origin: Generated<string>
  origin_number: string | null
  notify_by: string | null
  set_aside_at: Timestamp | null
  set_aside_by: string | null
  set_aside_reason: string | null
  document_id: string | null
  order_id: string | null
  activity_id: string | null
  forwarded_to: string | null
  forwarded_on: string | null
}

export type FileTable = {
  agency_id: string
  file_id: string
  name: string
  media_type: string
  size_bytes: number
  sha256: string
  sm3: string
  created_at: TimestampByDefault
  created_by: string | null
}

export type FilePreviewTable = {
  agency_id: string
  sha256: string
  reader: string
  edition: number
  pages: string[]
  notes: string[]
  fault: string | null
  made_at: Timestamp
}

export type FileTextTable = {
  agency_id: string
  file_id: string
  plain_text: string
  unread: string | null
  read_at: Timestamp
}

export type FilingDraftTable = {
  agency_id: string
  draft_key: Buffer
  content_sealed: Buffer
  saved_at: Timestamp
  expires_at: Timestamp
}

export type HolidayNoticeTable = {
  notice_id: string
  year: number
  document_number: string | null
  content: Json
  imported_at: TimestampByDefault
  imported_by: string | null
}

export type HotTopicTable = {
  agency_id: string
  code: string
  title: string
  description: Generated<string>
  is_open: Generated<boolean>
  sort_order: Generated<number>
  opened_on: string | null
  closed_on: string | null
}

export type LedgerImportTable = {
  agency_id: string
  import_id: string
  file_name: string
  content_sealed: Buffer | null
  state: Generated<string>
  total: number | null
  done: Generated<number>
  known: Generated<number>
  fault_count: Generated<number>
  faults_sealed: Buffer | null
  started_at: Timestamp
  started_by: string | null
  started_name: string
  confirmed_by: string | null
  confirmed_name: string | null
  ended_at: Timestamp | null
}

export type LetterTable = {
  agency_id: string
  letter_id: string
  request_id: string
  kind: string
  document_number: string | null
  issued_on: string
  content: Json
  pdf_file_id: string | null
  docx_file_id: string | null
  created_at: TimestampByDefault
  created_by: string | null
  title: Generated<string>
  recipient: Generated<string>
  consultation_id: string | null
  first_picked_up_at: Timestamp | null
}

export type LetterTemplateTable = {
  agency_id: string
  code: string
  file_id: string
  name: string
  uploaded_by: string
  uploaded_at: Timestamp
}

export type LinkUseTable = {
  agency_id: string
  link_id: string
  document_id: string
  words: Generated<string>
}

export type NotificationTable = {
  agency_id: string
  notification_id: string
  request_id: string | null
  channel: string
  occasion: string
  occasion_on: string
  to_sealed: Buffer
  to_masked: string
  subject: string
  body: string
  state: string
  attempts: Generated<number>
  created_at: Timestamp
  tried_at: Timestamp | null
  sent_at: Timestamp | null
  reference: string | null
  error: string | null
  staff_id: string | null
  number: string | null
  link: string | null
  subject_id: string | null
}

export type OpinionTable = {
  agency_id: string
  opinion_id: string
  call_id: string
  number: string
  way: string
  clause: Generated<string>
  text_sealed: Buffer
  name_sealed: Buffer | null
  contact_sealed: Buffer | null
  notify_by: string | null
  form_index: Buffer
  received_at: Timestamp
  received_on: string
  recorded_by: string | null
  gist: string | null
  outcome: string | null
  reason: string | null
  weighed_by: string | null
  version: Generated<number>
  public_clause: Generated<string>
}

export type OpinionCallTable = {
  agency_id: string
  call_id: string
  number: string
  document_id: string
  subject: string
  title: string
  explanation: string
  other_ways: Generated<string>
  opens_on: string
  closes_on: string
  short_reason: string | null
  created_at: Timestamp
  created_by: string
  cancelled_on: string | null
  cancelled_for: string | null
  result_text: string | null
  result_drafted_by: string | null
  result_drafted_by_id: string | null
  result_returned_for: string | null
  result_reviewed_by: string | null
  result_published_at: Timestamp | null
  final_document_id: string | null
  version: Generated<number>
}

export type OrganChangeTable = {
  agency_id: string
  change_id: string
  kind: string
  happened_on: string
  note: string
  recorded_at: Timestamp
  recorded_by: string
}

export type OutsideLinkTable = {
  agency_id: string
  link_id: string
  url: string
  host: string
  first_seen_at: Timestamp
  checked_at: Timestamp | null
  outcome: string | null
  status: number | null
  final_url: string | null
  error: string | null
  failing_since: Timestamp | null
  failures: Generated<number>
  title: string | null
  language: string | null
  known_title: string | null
  known_language: string | null
  jumped_at: Timestamp | null
}

export type OversightActivityTable = {
  agency_id: string
  activity_id: string
  kind: string
  held_on: string
  title: string
  detail: Generated<string>
  participants: number | null
  created_at: TimestampByDefault
  created_by: string | null
  remedy: Generated<string>
  resolved_on: string | null
  withdrawn_at: Timestamp | null
  version: Generated<number>
}

export type PublicationProposalTable = {
  agency_id: string
  proposal_id: string
  request_id: string
  file_id: string | null
  title: string
  reason: string
  decide_by: string
  proposed_by: string
  proposed_at: Timestamp
  decision: string | null
  opinion: string | null
  decided_by: string | null
  decided_at: Timestamp | null
  document_id: string | null
}

export type PublishingReminderTable = {
  agency_id: string
  document_id: string
  level: string
  due_on: string
  told_at: Timestamp
}

export type QueueViewTable = {
  agency_id: string
  view_id: string
  staff_id: string
  name: string
  filter: Json
  created_at: Timestamp
}

export type RecordCallTable = {
  agency_id: string
  request_id: string
  call_id: string
  unit: string
  information: string
  keywords: Json
  places: Json
  sent_on: string
  respond_by: string
  chased_on: JsonByDefault
  answered_on: string | null
  answer: string | null
  created_at: Timestamp
}

export type RecordCorrectionTable = {
  agency_id: string
  correction_id: string
  number: string
  applicant_kind: string
  applicant_sealed: Buffer
  record: string
  claim: string
  received_on: string
  target_on: string
  registered_by: string
  created_at: Timestamp
  result: Json | null
  letter: Json | null
  document_number: string | null
  decided_on: string | null
  decided_by: string | null
  version: Generated<number>
}

export type RedactionTable = {
  agency_id: string
  redaction_id: string
  request_id: string
  source_file_id: string
  pages: Json
  marks: JsonByDefault
  marked_by: string | null
  version: Generated<number>
  created_at: Timestamp
  released_at: Timestamp | null
  released_by: string | null
  released_file_id: string | null
  proof: Json | null
}

export type RedactionRevisionTable = {
  agency_id: string
  redaction_id: string
  version: number
  marks: Json
  saved_at: Timestamp
  actor: string
  actor_id: string | null
}

export type ReleaseRulesTable = {
  agency_id: string
  version: number
  rules: Json
  reason: string
  set_at: Timestamp
  set_by: string
  set_by_id: string | null
}

export type RequestTable = {
  agency_id: string
  request_id: string
  number: string
  query_code_hash: Buffer
  channel: string
  applicant_kind: string
  applicant_class: string | null
  description: string
  info_title: string | null
  info_document_number: string | null
  info_index_number: string | null
  purpose: string | null
  wanted_medium: string
  wanted_delivery: string
  accepts_other_form: Generated<boolean>
  state: string
  outcome: string | null
  received_on: string | null
  due_on: string | null
  due_is_provisional: Generated<boolean>
  concluded_on: string | null
  served_on: string | null
  handler_id: string | null
  version: Generated<number>
  created_at: TimestampByDefault
  hints: JsonByDefault
  content_index: Buffer | null
  result_on: string | null
  result_outcome: string | null
  result_served_on: string | null
  result_items: string[] | null
  notify_by: string | null
  former_handler: string | null
  set_aside_at: Timestamp | null
  set_aside_by: string | null
  set_aside_reason: string | null
  read_scope: string | null
}

export type RequestEventTable = {
  agency_id: string
  request_id: string
  seq: number
  kind: string
  occurred_on: string
  facts: Json
  note: string | null
  recorded_at: TimestampByDefault
  actor: string
  actor_id: string | null
  sha256: string | null
  sm3: string | null
}

export type RequestEvidenceTable = {
  agency_id: string
  request_id: string
  evidence_id: string
  kind: string
  facts: Json
  recorded_at: TimestampByDefault
  recorded_by: string | null
}

export type RequestFileTable = {
  agency_id: string
  request_id: string
  file_id: string
  purpose: string
  name_sealed: Buffer | null
  is_sealed: Generated<boolean>
  added_at: TimestampByDefault
}

export type RequestFilingTable = {
  agency_id: string
  filing_key: Buffer
  request_id: string
  content_digest: Buffer
  ip_index: Buffer | null
  filed_at: Timestamp
}

export type RequestLinkTable = {
  agency_id: string
  request_id: string
  other_id: string
  kind: string
  note: string
  actor: string
  linked_at: Timestamp
}

export type RequestNoteTable = {
  agency_id: string
  request_id: string
  note_id: string
  body: string
  at: Timestamp
  actor: string
  actor_id: string | null
}

export type RequestTaskTable = {
  agency_id: string
  task_id: string
  request_id: string
  what: string
  staff_id: string
  due_on: string | null
  made_at: Timestamp
  made_by: string | null
  made_name: string
  done_at: Timestamp | null
  done_by: string | null
  done_name: string | null
}

export type ScreenedFileTable = {
  agency_id: string
  sha256: string
  lists_digest: string
  findings: Json
  unread: Json
  screened_at: Timestamp
}

export type ScreeningEntryTable = {
  agency_id: string
  entry_id: string
  kind: string
  words: string
  right_words: string | null
  valid_from: string | null
  valid_to: string | null
  note: Generated<string>
  added_at: Timestamp
  added_by: string | null
  added_name: string
  removed_at: Timestamp | null
  removed_by: string | null
}

export type ScreeningIssueTable = {
  agency_id: string
  document_id: string
  finding_id: string
  rule: string
  level: string
  place: string
  message: string
  excerpt: string
  found_at: Timestamp
  assigned_to: string | null
  gone_at: Timestamp | null
  settled_at: Timestamp | null
  settled_by: string | null
  settled_name: string | null
  reason: string | null
}

export type SearchWordTable = {
  agency_id: string
  word: string
  pinyin: string
  near: string[]
  documents: number
}

export type SecrecyReviewTable = {
  agency_id: string
  review_id: string
  document_id: string
  form_number: string
  checks: Json
  opinion: string
  reason: string
  content_digest: string
  reviewer_id: string
  reviewed_at: TimestampByDefault
  exemption: string | null
}

export type SelfCheckTable = {
  agency_id: string
  year: number
  quarter: number
  number: string
  content: Json
  remarks: Generated<string>
  digest: string
  made_at: Timestamp
  made_by: string
  made_by_id: string | null
  signed_at: Timestamp | null
  signed_by: string | null
  version: Generated<number>
}

export type ServiceRatingTable = {
  agency_id: string
  request_id: string
  score: number
  comment_sealed: Buffer | null
  rated_at: Timestamp
}

export type SettingTable = {
  agency_id: string
  key: string
  value: Json
  changed_at: TimestampByDefault
  changed_by: string | null
}

export type SiteChangeTable = {
  agency_id: string
  change_id: string
  kind: string
  subject: string
  planned_on: string
  reason: string
  steps: JsonByDefault
  done_on: string | null
  created_on: string
  created_by: string
  version: Generated<number>
}

export type SiteFindingTable = {
  agency_id: string
  rule: string
  document_id: string
  message: string
  found_at: Timestamp
  gone_at: Timestamp | null
}

export type SiteIpv6Table = {
  agency_id: string
  host: string
  addresses: string[]
  failing_since: Timestamp | null
  checked_at: Timestamp
}

export type SiteProbeTable = {
  agency_id: string
  probed_at: Timestamp
  ok: boolean
  status: number | null
  milliseconds: number
  error: string | null
}

export type StaffTable = {
  agency_id: string
  staff_id: string
  login: string
  name: string
  department_id: string | null
  roles: string[]
  password_hash: string
  must_change_password: Generated<boolean>
  failed_attempts: Generated<number>
  locked_until: Timestamp | null
  last_sign_in_at: Timestamp | null
  disabled_at: Timestamp | null
  created_at: TimestampByDefault
  second_factor_at: Timestamp | null
  enabled_at: Timestamp | null
  disabled_because: string | null
  identity_index: Buffer | null
  identity_linked_at: Timestamp | null
  password_changed_at: Timestamp | null
}

export type StaffAbsenceTable = {
  agency_id: string
  absence_id: string
  staff_id: string
  deputy_id: string
  from_on: string
  to_on: string
  recorded_by: string
  recorded_at: Timestamp
  cancelled_at: Timestamp | null
}

export type StaffContactTable = {
  agency_id: string
  staff_id: string
  mail_sealed: Buffer | null
  mail_masked: string | null
  mobile_sealed: Buffer | null
  mobile_masked: string | null
  by_mail: Generated<boolean>
  by_sms: Generated<boolean>
  least_level: Generated<string>
  quiet_from: number | null
  quiet_to: number | null
  changed_at: Timestamp
  changed_by: string
}

export type StaffRecoveryCodeTable = {
  agency_id: string
  staff_id: string
  code_digest: Buffer
  used_at: Timestamp | null
}

export type StaffReminderTable = {
  agency_id: string
  reminder_id: string
  staff_id: string
  request_id: string
  code: string
  level: string
  text: string
  basis: string
  made_at: Timestamp
  read_at: Timestamp | null
}

export type StaffSecondFactorTable = {
  agency_id: string
  staff_id: string
  secret_sealed: Buffer
  last_step: Generated<number>
  made_at: Timestamp
  confirmed_at: Timestamp | null
}

export type StaffSessionTable = {
  agency_id: string
  token_hash: Buffer
  staff_id: string
  created_at: TimestampByDefault
  last_seen_at: TimestampByDefault
  expires_at: Timestamp
  ip: string | null
  user_agent: string | null
  code_needed: Generated<boolean>
  by_provider: string | null
  id_token_sealed: Buffer | null
}

export type SubscriptionTable = {
  agency_id: string
  subscription_id: string
  topic: Json
  frequency: string
  address_sealed: Buffer
  address_index: Buffer
  state: string
  created_at: Timestamp
  confirmed_at: Timestamp | null
  seen_until: Timestamp
  mailed_on: string | null
}

export type SubscriptionMailTable = {
  agency_id: string
  mail_id: string
  topic_text: string
  occasion: string
  documents: Generated<string[]>
  state: string
  sent_at: Timestamp
  reference: string | null
  error: string | null
}

export type SupervisionOrderTable = {
  agency_id: string
  order_id: string
  to_agency_id: string
  number: string
  ground: string
  subject: string
  demand: string
  request_number: string | null
  issued_on: string
  reply_by: string
  issued_by: string | null
  issued_name: string
  reply: string | null
  replied_on: string | null
  replied_name: string | null
  settled_on: string | null
  settlement: string | null
  remark: string | null
  version: Generated<number>
}

export type SupervisionRecordTable = {
  agency_id: string
  record_id: string
  about_agency_id: string
  kind: string
  held_on: string
  title: string
  findings: Generated<string>
  score: string | null
  rectify_by: string | null
  rectified_on: string | null
  recorded_at: Timestamp
  recorded_by: string | null
  recorded_name: string
}

export type TextPictureTable = {
  agency_id: string
  file_id: string
  uploaded_at: Timestamp
}

export type TransferListTable = {
  agency_id: string
  transfer_id: string
  month: string
  recipient: string
  recipient_name: string
  documents: Json
  list_digest: string
  made_on: string
  made_by: string
  receipt_number: string | null
  received_on: string | null
  received_by: string | null
  receipt_note: Generated<string>
  registered_by: string | null
  version: Generated<number>
}

export type WebsiteReportTable = {
  agency_id: string
  year: number
  given: Json
  content: Json | null
  saved_at: Timestamp
  saved_by: string
  published_at: Timestamp | null
  published_by: string | null
  version: Generated<number>
}

export type YearlyFigureTable = {
  agency_id: string
  year: number
  measure: string
  value: string
  source: Generated<string>
  recorded_at: TimestampByDefault
  recorded_by: string | null
}

export type Database = {
  agency: AgencyTable
  agency_mark: AgencyMarkTable
  agency_name: AgencyNameTable
  annual_report: AnnualReportTable
  annual_report_event: AnnualReportEventTable
  applicant: ApplicantTable
  applicant_message: ApplicantMessageTable
  audit_entry: AuditEntryTable
  briefing_bulletin: BriefingBulletinTable
  briefing_call: BriefingCallTable
  briefing_credit: BriefingCreditTable
  briefing_event: BriefingEventTable
  briefing_file: BriefingFileTable
  briefing_item: BriefingItemTable
  briefing_rules: BriefingRulesTable
  catalogue_entry: CatalogueEntryTable
  catalogue_node: CatalogueNodeTable
  catalogue_plan: CataloguePlanTable
  catalogue_version: CatalogueVersionTable
  channel_post: ChannelPostTable
  channel_receipt: ChannelReceiptTable
  consultation: ConsultationTable
  counter: CounterTable
  decision_sign_off: DecisionSignOffTable
  department: DepartmentTable
  disclosure_contact: DisclosureContactTable
  disclosure_guide: DisclosureGuideTable
  dispute: DisputeTable
  dispute_step: DisputeStepTable
  document: DocumentTable
  document_body: DocumentBodyTable
  document_consultation: DocumentConsultationTable
  document_copy: DocumentCopyTable
  document_event: DocumentEventTable
  document_file: DocumentFileTable
  document_picture: DocumentPictureTable
  document_placement: DocumentPlacementTable
  document_relation: DocumentRelationTable
  document_search: DocumentSearchTable
  document_version: DocumentVersionTable
  evidence_bundle: EvidenceBundleTable
  extension_request: ExtensionRequestTable
  fee_refund: FeeRefundTable
  feedback: FeedbackTable
  file: FileTable
  file_preview: FilePreviewTable
  file_text: FileTextTable
  filing_draft: FilingDraftTable
  holiday_notice: HolidayNoticeTable
  hot_topic: HotTopicTable
  ledger_import: LedgerImportTable
  letter: LetterTable
  letter_template: LetterTemplateTable
  link_use: LinkUseTable
  notification: NotificationTable
  opinion: OpinionTable
  opinion_call: OpinionCallTable
  organ_change: OrganChangeTable
  outside_link: OutsideLinkTable
  oversight_activity: OversightActivityTable
  publication_proposal: PublicationProposalTable
  publishing_reminder: PublishingReminderTable
  queue_view: QueueViewTable
  record_call: RecordCallTable
  record_correction: RecordCorrectionTable
  redaction: RedactionTable
  redaction_revision: RedactionRevisionTable
  release_rules: ReleaseRulesTable
  request: RequestTable
  request_event: RequestEventTable
  request_evidence: RequestEvidenceTable
  request_file: RequestFileTable
  request_filing: RequestFilingTable
  request_link: RequestLinkTable
  request_note: RequestNoteTable
  request_task: RequestTaskTable
  screened_file: ScreenedFileTable
  screening_entry: ScreeningEntryTable
  screening_issue: ScreeningIssueTable
  search_word: SearchWordTable
  secrecy_review: SecrecyReviewTable
  self_check: SelfCheckTable
  service_rating: ServiceRatingTable
  setting: SettingTable
  site_change: SiteChangeTable
  site_finding: SiteFindingTable
  site_ipv6: SiteIpv6Table
  site_probe: SiteProbeTable
  staff: StaffTable
  staff_absence: StaffAbsenceTable
  staff_contact: StaffContactTable
  staff_recovery_code: StaffRecoveryCodeTable
  staff_reminder: StaffReminderTable
  staff_second_factor: StaffSecondFactorTable
  staff_session: StaffSessionTable
  subscription: SubscriptionTable
  subscription_mail: SubscriptionMailTable
  supervision_order: SupervisionOrderTable
  supervision_record: SupervisionRecordTable
  text_picture: TextPictureTable
  transfer_list: TransferListTable
  website_report: WebsiteReportTable
  yearly_figure: YearlyFigureTable
}
