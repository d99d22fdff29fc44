import { FILE_PURPOSES, RELEASE_OPINIONS } from '@mingfu/contract'
import {
  APPLICANT_CLASSES,
  CHANNELS,
  EVIDENCE,
  type EvidenceKind,
  IDENTITY_KINDS,
  OUTCOME_CODES,
  OUTCOMES,
  type OutcomeCode,
  REQUEST_STATES,
  SERVICE_METHODS,
  WANTED_DELIVERIES,
  WANTED_MEDIA,
} from '@mingfu/law'

type Option = Readonly<{ value: string; label: string }>

/** Options of a table of the law, in the order of the law. */
function labelled(table: Readonly<Record<string, { label: string }>>): Option[] {
  return Object.entries(table).map(([value, { label }]) => ({ value, label }))
}

export function named(table: Readonly<Record<string, string>>): Option[] {
  return Object.entries(table).map(([value, label]) => ({ value, label }))
}

export const STATE_OPTIONS = labelled(REQUEST_STATES).filter(({ value }) => value !== 'draft')
export const CHANNEL_OPTIONS = labelled(CHANNELS)
export const CLASS_OPTIONS = labelled(APPLICANT_CLASSES)
export const IDENTITY_OPTIONS = labelled(IDENTITY_KINDS).filter(({ value }) => value !== 'credit-code')
export const MEDIUM_OPTIONS = labelled(WANTED_MEDIA)
export const DELIVERY_OPTIONS = labelled(WANTED_DELIVERIES)
export const METHOD_OPTIONS = labelled(SERVICE_METHODS)
/** What goes to the applicant comes out of 遮盖与净化 only. */
export const PURPOSE_OPTIONS = named(FILE_PURPOSES).filter(({ value }) => value !== 'answer')
export const OPINION_OPTIONS = named(RELEASE_OPINIONS)

/** Evidence that is recorded in words; searches and reviews have forms of their own, and some the events prove. */
const PROVEN: readonly EvidenceKind[] = [
  'search-record',
  'secrecy-review',
  'third-party-letter',
  'third-party-receipt',
  'third-party-answer',
  'correction-notice',
  'correction-answer',
  'reasons-notice',
  'reasons-answer',
  'fee-notice',
]
export const EVIDENCE_OPTIONS = named(EVIDENCE).filter(({ value }) => !PROVEN.some((kind) => kind === value))

const GROUPS = {
  granted: '予以公开',
  partial: '部分公开',
  denied: '不予公开',
  unable: '无法提供',
  'not-processed': '不予处理',
  other: '其他处理',
} as const

/** 处理决定 by the headings of the annual report; what a lapse decides is not chosen. */
export const OUTCOME_OPTIONS = Object.entries(GROUPS).map(([group, label]) => ({
  label,
  options: OUTCOME_CODES.filter((code) => OUTCOMES[code].group === group && !byLapse(code)).map((value) => ({
    value,
    label: OUTCOMES[value].label,
  })),
}))

function byLapse(code: OutcomeCode): boolean {
  return code === 'other-no-correction' || code === 'other-fee-unpaid'
}
