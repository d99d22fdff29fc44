import type { CatalogueDutyView, DutyStateId } from '@mingfu/contract'
import {
  CATALOGUES,
  DUTY_STATES as DUTY_LABELS,
  PUBLISHING_CHANNELS,
  STARTER_ORGANS,
  type StarterOrgan,
  UPDATE_CLASSES,
  UPDATE_PERIODS,
} from '@mingfu/law'

export const DUTY_STATES: Readonly<Record<DutyStateId, Readonly<{ label: string; color: string }>>> = {
  'plan-missed': { label: DUTY_LABELS['plan-missed'], color: 'error' },
  missing: { label: DUTY_LABELS.missing, color: 'error' },
  stale: { label: DUTY_LABELS.stale, color: 'error' },
  ageing: { label: DUTY_LABELS.ageing, color: 'warning' },
  planned: { label: DUTY_LABELS.planned, color: 'processing' },
  fresh: { label: DUTY_LABELS.fresh, color: 'success' },
  optional: { label: DUTY_LABELS.optional, color: 'default' },
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
