import { type Citation, cite, citeItem } from '../citation.ts'
import type { RequestEventKind } from './event.ts'
import type { RequestState } from './state.ts'

/** 由谁作出: who brings an event about. */
export type Actor = 'applicant' | 'office' | 'leader' | 'asked-party' | 'review-organ'

type EventRow = Readonly<{
  label: string
  actor: Actor
  basis: Citation
}>

/** What each event is called, who brings it about, and the article it stands on or offends when out of place. */
// biome-ignore format: a table
export const REQUEST_EVENTS = {
  submitted:                { label: '提交申请',             actor: 'applicant',    basis: cite('regulation', 29) },
  arrived:                  { label: '收到信函或者传真',     actor: 'office',       basis: citeItem('regulation', 31, 2) },
  received:                 { label: '收到申请',             actor: 'office',       basis: cite('regulation', 31) },
  confirmed:                { label: '与申请人确认',         actor: 'office',       basis: cite('regulation', 31) },
  'correction-requested':   { label: '告知补正',             actor: 'office',       basis: cite('regulation', 30) },
  'correction-received':    { label: '收到补正',             actor: 'applicant',    basis: cite('regulation', 30) },
  'correction-lapsed':      { label: '逾期未补正',           actor: 'office',       basis: cite('regulation', 30) },
  'review-started':         { label: '开始办理',             actor: 'office',       basis: cite('regulation', 33) },
  extended:                 { label: '延长答复期限',         actor: 'leader',       basis: cite('regulation', 33, 2) },
  'consultation-opened':    { label: '征求意见',             actor: 'office',       basis: cite('regulation', 33, 3) },
  'consultation-delivered': { label: '征求意见书送达',       actor: 'office',       basis: cite('regulation', 32) },
  'consultation-answered':  { label: '收到意见',             actor: 'asked-party',  basis: cite('regulation', 32) },
  'consultation-lapsed':    { label: '逾期未提出意见',       actor: 'office',       basis: cite('regulation', 32) },
  'reasons-asked':          { label: '要求说明理由',         actor: 'office',       basis: cite('regulation', 35) },
  'reasons-given':          { label: '申请人说明理由',       actor: 'applicant',    basis: cite('regulation', 35) },
  'reasons-lapsed':         { label: '逾期未说明理由',       actor: 'office',       basis: cite('regulation', 35) },
  'delayed-reply-fixed':    { label: '确定延迟答复的期限',   actor: 'office',       basis: cite('regulation', 35) },
  'fee-noticed':            { label: '发出收费通知',         actor: 'office',       basis: cite('fee-measures', 6) },
  'fee-paid':               { label: '申请人缴费',           actor: 'applicant',    basis: cite('fee-measures', 6) },
  'fee-lapsed':             { label: '逾期未缴费',           actor: 'office',       basis: cite('fee-measures', 6) },
  'decision-drafted':       { label: '拟出处理决定',         actor: 'office',       basis: cite('regulation', 36) },
  'decision-returned':      { label: '退回修改',             actor: 'leader',       basis: cite('regulation', 36) },
  'decision-approved':      { label: '签发处理决定',         actor: 'leader',       basis: cite('regulation', 17) },
  'replied-on-spot':        { label: '当场答复',             actor: 'office',       basis: cite('regulation', 33, 1) },
  served:                   { label: '送达',                 actor: 'office',       basis: cite('letter-235') },
  'service-failed':         { label: '送达未成',             actor: 'office',       basis: cite('letter-235') },
  delivered:                { label: '文书签收',             actor: 'office',       basis: cite('letter-235') },
  closed:                   { label: '办结归档',             actor: 'office',       basis: cite('regulation', 45) },
  withdrawn:                { label: '撤回申请',             actor: 'applicant',    basis: cite('regulation', 29) },
  'ordered-again':          { label: '责令重新答复',         actor: 'review-organ', basis: cite('regulation', 51) },
} as const satisfies Record<RequestEventKind, EventRow>

/** Where an event leads from a state: another state, the same one, or nowhere (`null`: not allowed). */
type Row = Readonly<Record<RequestEventKind, RequestState | null>>

const NOWHERE = {
  submitted: null,
  arrived: null,
  received: null,
  confirmed: null,
  'correction-requested': null,
  'correction-received': null,
  'correction-lapsed': null,
  'review-started': null,
  extended: null,
  'consultation-opened': null,
  'consultation-delivered': null,
  'consultation-answered': null,
  'consultation-lapsed': null,
  'reasons-asked': null,
  'reasons-given': null,
  'reasons-lapsed': null,
  'delayed-reply-fixed': null,
  'fee-noticed': null,
  'fee-paid': null,
  'fee-lapsed': null,
  'decision-drafted': null,
  'decision-returned': null,
  'decision-approved': null,
  'replied-on-spot': null,
  served: null,
  'service-failed': null,
  delivered: null,
  closed: null,
  withdrawn: null,
  'ordered-again': null,
} as const satisfies Row

/** Open with the office: the applicant may withdraw, and a court may order an answer that does not come. */
const OPEN = { ...NOWHERE, withdrawn: 'withdrawn', 'ordered-again': 'reopened' } as const satisfies Row

/**
 * 办理流程: for every state, where every event leads. A letter signed for after the request has moved on is recorded
 * without moving it (`delivered`); the last answer of several consultations leads back to review (see `nextState`).
 */
export const LIFE_CYCLE = {
  draft: {
    ...NOWHERE,
    submitted: 'submitted',
    arrived: 'received-unconfirmed',
    received: 'registered',
    withdrawn: 'withdrawn',
  },
  submitted: { ...NOWHERE, confirmed: 'registered', withdrawn: 'withdrawn' },
  'received-unconfirmed': { ...NOWHERE, confirmed: 'registered', withdrawn: 'withdrawn' },
  registered: {
    ...OPEN,
    'review-started': 'under-review',
    'replied-on-spot': 'served',
    'correction-requested': 'awaiting-correction',
  },
  'awaiting-correction': {
    ...NOWHERE,
    'correction-received': 'under-review',
    'correction-lapsed': 'abandoned-correction',
    delivered: 'awaiting-correction',
    withdrawn: 'withdrawn',
  },
  'under-review': {
    ...OPEN,
    'replied-on-spot': 'served',
    'correction-requested': 'awaiting-correction',
    extended: 'under-review',
    'consultation-opened': 'consulting',
    'reasons-asked': 'awaiting-reasons',
    'delayed-reply-fixed': 'under-review',
    'fee-noticed': 'awaiting-payment',
    'decision-drafted': 'decision-drafted',
    delivered: 'under-review',
  },
  'awaiting-reasons': {
    ...OPEN,
    'reasons-given': 'under-review',
    'reasons-lapsed': 'under-review',
    extended: 'awaiting-reasons',
    delivered: 'awaiting-reasons',
  },
  consulting: {
    ...OPEN,
    extended: 'consulting',
    'consultation-opened': 'consulting',
    'consultation-delivered': 'consulting',
    'consultation-answered': 'consulting',
    'consultation-lapsed': 'consulting',
    delivered: 'consulting',
  },
  'awaiting-payment': {
    ...NOWHERE,
    'fee-paid': 'under-review',
    'fee-lapsed': 'abandoned-fee',
    delivered: 'awaiting-payment',
    withdrawn: 'withdrawn',
  },
  'decision-drafted': {
    ...OPEN,
    'decision-returned': 'under-review',
    'decision-approved': 'decision-approved',
    delivered: 'decision-drafted',
  },
  'decision-approved': {
    ...OPEN,
    served: 'served',
    'service-failed': 'decision-approved',
    delivered: 'decision-approved',
  },
  served: {
    ...NOWHERE,
    delivered: 'served',
    'service-failed': 'decision-approved',
    closed: 'closed',
    'ordered-again': 'reopened',
  },
  closed: { ...NOWHERE, 'ordered-again': 'reopened' },
  'abandoned-correction': { ...NOWHERE, 'ordered-again': 'reopened' },
  'abandoned-fee': { ...NOWHERE, 'ordered-again': 'reopened' },
  withdrawn: NOWHERE,
  reopened: { ...OPEN, 'review-started': 'under-review' },
} as const satisfies Record<RequestState, Row>

/**
 * The state after an event; `null` when the event has no place in the state. `openConsultations` is the number still
 * open once the event has happened.
 */
export function nextState(
  state: RequestState,
  kind: RequestEventKind,
  openConsultations: number,
): RequestState | null {
  const next: RequestState | null = LIFE_CYCLE[state][kind]
  const closesConsultation = kind === 'consultation-answered' || kind === 'consultation-lapsed'
  return next === 'consulting' && closesConsultation && openConsultations === 0 ? 'under-review' : next
}

/** 可以进行的操作: the events that have a place in a state. */
export function availableEvents(state: RequestState): RequestEventKind[] {
  const row: Row = LIFE_CYCLE[state]
  return (Object.keys(REQUEST_EVENTS) as RequestEventKind[]).filter((kind) => row[kind] !== null)
}
