import { type Citation, cite } from '../citation.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'

/** 整改状态 of a finding of an inspection. */
export const RECTIFICATION_STATES = {
  found: '已发现',
  ordered: '责令整改',
  replied: '已反馈',
  verified: '已核实',
  refuted: '不成立',
} as const satisfies Record<string, string>

export type RectificationState = keyof typeof RECTIFICATION_STATES

const SUPERVISION = cite('regulation', 47)

/** Why a step that needs another state has to wait, by the state that holds. */
const STANDING: Readonly<Record<RectificationState, string>> = {
  found: '还没有责令整改',
  ordered: '下级机关还没有回复办理情况',
  replied: '已经回复，等待核实',
  verified: '已经办结',
  refuted: '已经核查不成立',
}

/**
 * 督查整改, step by step: a reply may be added to until it is verified, one that does not satisfy goes back to an order.
 * `says` is what the step has to put in words; closing a matter needs none.
 */
// biome-ignore format: a table
export const RECTIFICATION_ACTS = {
  order:  { label: '责令整改', from: ['found'],               to: 'ordered', says: '要求' },
  reply:  { label: '反馈整改情况', from: ['ordered', 'replied'], to: 'replied', says: '办理情况' },
  verify: { label: '核实销号', from: ['replied'],             to: 'verified', says: null },
  reject: { label: '退回继续整改', from: ['replied'],         to: 'ordered', says: '退回的理由' },
  refute: { label: '核查不成立', from: ['found', 'replied'],  to: 'refuted', says: '不成立的理由' },
} as const satisfies Record<
  string,
  { label: string; from: readonly RectificationState[]; to: RectificationState; says: string | null }
>

export type RectificationAct = keyof typeof RECTIFICATION_ACTS

/** The state after a step of 发现、责令整改、反馈、核实; refused where a step would be skipped or has no words. */
export function moveRectification(
  state: RectificationState,
  act: RectificationAct,
  words: string,
): Ruling<RectificationState> {
  const { from, to, label, says } = RECTIFICATION_ACTS[act]
  if (!(from as readonly RectificationState[]).includes(state)) {
    const reason = `${STANDING[state]}，不能“${label}”；应当依次责令整改、反馈、核实`
    return refuse('step-skipped', reason, SUPERVISION)
  }
  if (says !== null && words.trim() === '') return refuse('words-missing', `请写明${says}`, SUPERVISION)
  return grant(to)
}

/** 监督手段 of the disclosure authority, mild to hard (条例 第四十七条、第五十三条). */
export const SUPERVISION_MEASURES = {
  guidance: { label: '督促指导', basis: cite('regulation', 47, 1) },
  order: { label: '责令限期改正', basis: cite('regulation', 47, 1) },
  criticism: { label: '通报批评', basis: cite('regulation', 47, 1) },
  discipline: { label: '建议追究责任', basis: cite('regulation', 47, 1) },
} as const satisfies Record<string, { label: string; basis: Citation }>

/** 四项监督制度 (条例 第四十六条、第四十八条), which section one of a government's report speaks of. */
export const SUPERVISION_SYSTEMS = {
  assessment: { label: '工作考核', basis: cite('regulation', 46) },
  evaluation: { label: '社会评议', basis: cite('regulation', 46) },
  accountability: { label: '责任追究', basis: cite('regulation', 46) },
  training: { label: '培训', basis: cite('regulation', 48) },
} as const satisfies Record<string, { label: string; basis: Citation }>
