import type { HealthState } from '@mingfu/contract'
import { Tag } from '../ui/index.ts'

export const HEALTH_STATES = {
  veto: { label: '单项否决', color: 'error' },
  fault: { label: '不合格', color: 'error' },
  warning: { label: '提醒', color: 'warning' },
  unmeasured: { label: '未检查', color: 'default' },
  good: { label: '正常', color: 'success' },
} as const satisfies Record<HealthState, { label: string; color: string }>

export function HealthTag({ state }: { state: HealthState }) {
  const { label, color } = HEALTH_STATES[state]
  return <Tag color={color}>{label}</Tag>
}
