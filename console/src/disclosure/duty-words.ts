import type { DutyStateId } from '@mingfu/contract'
import { CATALOGUES, UPDATE_CLASSES } from '@mingfu/law'

export const DUTY_STATES: Readonly<Record<DutyStateId, Readonly<{ label: string; color: string }>>> = {
  'plan-missed': { label: '计划已过期', color: 'error' },
  missing: { label: '缺项', color: 'error' },
  stale: { label: '更新超期', color: 'error' },
  ageing: { label: '即将超期', color: 'warning' },
  planned: { label: '已列计划', color: 'processing' },
  fresh: { label: '正常', color: 'success' },
  optional: { label: '可以不公开', color: 'default' },
}

export const DUTY_STATE_OPTIONS = (Object.keys(DUTY_STATES) as DutyStateId[]).map((value) => ({
  value,
  label: DUTY_STATES[value].label,
}))

export const CATALOGUE_OPTIONS = Object.entries(CATALOGUES).map(([value, label]) => ({ value, label }))

export const UPDATE_CLASS_OPTIONS = Object.entries(UPDATE_CLASSES).map(([value, { label }]) => ({
  value,
  label,
}))

export const VERSION_STATES = { draft: '待批准', 'in-force': '现行', superseded: '已被替换' } as const
