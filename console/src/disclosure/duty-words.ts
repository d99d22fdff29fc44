import type { CatalogueDutyView, DutyStateId } from '@mingfu/contract'
import {
  CATALOGUES,
  PUBLISHING_CHANNELS,
  STARTER_ORGANS,
  type StarterOrgan,
  UPDATE_CLASSES,
  UPDATE_PERIODS,
} from '@mingfu/law'

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

export const STARTER_ORGAN_OPTIONS = Object.entries(STARTER_ORGANS).map(([value, { label }]) => ({
  value: value as StarterOrgan,
  label,
}))

export const LEVEL_OPTIONS = [
  { value: 'province', label: '省级' },
  { value: 'city-county', label: '县级' },
  { value: 'town', label: '乡、村级' },
  { value: 'both', label: '县级、乡村级' },
]

export const PERIOD_OPTIONS = Object.entries(UPDATE_PERIODS).map(([value, { label }]) => ({ value, label }))

export const CHANNEL_OPTIONS = Object.entries(PUBLISHING_CHANNELS).map(([value, label]) => ({ value, label }))

/** 备注 of lines that somebody has still to compare with the catalogue that was issued. */
export function isToCheck({ note }: Pick<CatalogueDutyView, 'note'>): boolean {
  return note.startsWith('待核对')
}

export const VERSION_STATES = { draft: '待批准', 'in-force': '现行', superseded: '已被替换' } as const
