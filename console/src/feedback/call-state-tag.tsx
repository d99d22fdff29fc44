import type { OpinionCallView } from '@mingfu/contract'
import { Tag } from '../ui/index.ts'

const STATES = {
  coming: ['尚未开始', 'default'],
  open: ['正在征集', 'processing'],
  'awaiting-result': ['等待公布采纳情况', 'warning'],
  'result-overdue': ['没有按期公布采纳情况', 'error'],
  concluded: ['已经公布采纳情况', 'success'],
  cancelled: ['已经终止', 'default'],
} as const satisfies Record<OpinionCallView['state'], readonly [string, string]>

export function CallStateTag({ state }: Pick<OpinionCallView, 'state'>) {
  const [label, color] = STATES[state]
  return <Tag color={color}>{label}</Tag>
}
