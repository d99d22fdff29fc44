import type { BriefingFileView, BriefingRowView } from '@mingfu/contract'
import { BRIEFING_KINDS, BRIEFING_LEVELS, BRIEFING_STATES, SCORE_KINDS } from '@mingfu/law'

type Option = { value: string; label: string }

export const KIND_OPTIONS: Option[] = Object.entries(BRIEFING_KINDS).map(([value, { label }]) => ({
  value,
  label,
}))
export const STATE_OPTIONS = optionsOf(BRIEFING_STATES)
export const LEVEL_OPTIONS = optionsOf(BRIEFING_LEVELS)
export const SCORE_KIND_OPTIONS = optionsOf(SCORE_KINDS)

function optionsOf(words: Readonly<Record<string, string>>): Option[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}

export const STATE_COLORS: Readonly<Record<BriefingRowView['state'], string>> = {
  draft: 'default',
  submitted: 'processing',
  editing: 'processing',
  returned: 'warning',
  adopted: 'success',
  'not-adopted': 'default',
}

export const EVENTS: Readonly<Record<BriefingFileView['events'][number]['kind'], string>> = {
  drafted: '起草',
  written: '修改',
  submitted: '报送',
  edited: '编辑',
  returned: '退回',
  declined: '不采用',
  adopted: '采用',
  instructed: '领导批示',
  deducted: '扣分',
  'credit-cancelled': '撤销得分',
}
