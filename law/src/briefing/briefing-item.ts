/** 政务信息的种类. What analyses a problem or a field is 深; the others report. */
export const BRIEFING_KINDS = {
  news: { label: '工作动态', deep: false },
  experience: { label: '经验做法', deep: false },
  opinion: { label: '社情民意', deep: false },
  problem: { label: '问题建议', deep: true },
  research: { label: '调研分析', deep: true },
  urgent: { label: '紧急信息', deep: false },
} as const satisfies Record<string, { label: string; deep: boolean }>

export type BriefingKind = keyof typeof BRIEFING_KINDS

/**
 * 政务信息报送状态. 政务信息 are internal items for leaders and no 政府信息: none of these states is public, and none
 * leads to the portal.
 */
export const BRIEFING_STATES = {
  draft: '起草',
  submitted: '已报送',
  editing: '编辑中',
  returned: '已退回',
  adopted: '已采用',
  'not-adopted': '未采用',
} as const satisfies Record<string, string>

export type BriefingState = keyof typeof BRIEFING_STATES

/** What moves an item, from which states and to which. An item may be adopted more than once, by higher offices too. */
// biome-ignore format: a table
export const BRIEFING_ACTS = {
  write:   { label: '修改',   from: ['draft', 'returned'], to: null },
  submit:  { label: '报送',   from: ['draft', 'returned'], to: 'submitted' },
  edit:    { label: '编辑',   from: ['submitted', 'editing', 'adopted'], to: null },
  return:  { label: '退回',   from: ['submitted', 'editing'], to: 'returned' },
  adopt:   { label: '采用',   from: ['submitted', 'editing', 'adopted', 'not-adopted'], to: 'adopted' },
  decline: { label: '不采用', from: ['submitted', 'editing'], to: 'not-adopted' },
} as const satisfies Record<string, { label: string; from: readonly BriefingState[]; to: BriefingState | null }>

export type BriefingAct = keyof typeof BRIEFING_ACTS

/** Where an act leads; null where it may not happen. Writing leaves the state, and editing begins it. */
export function briefingMove(state: BriefingState, act: BriefingAct): BriefingState | null {
  const { from, to } = BRIEFING_ACTS[act]
  if (!(from as readonly BriefingState[]).includes(state)) return null
  if (act === 'edit') return state === 'adopted' ? 'adopted' : 'editing'
  return to ?? state
}
