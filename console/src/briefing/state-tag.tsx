import type { BriefingRowView } from '@mingfu/contract'
import { BRIEFING_STATES } from '@mingfu/law'
import { Tag } from '../ui/index.ts'
import { STATE_COLORS } from './words.ts'

export function StateTag({ state }: Pick<BriefingRowView, 'state'>) {
  return <Tag color={STATE_COLORS[state]}>{BRIEFING_STATES[state]}</Tag>
}
