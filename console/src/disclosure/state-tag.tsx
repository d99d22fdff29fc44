import type { DocumentItemView } from '@mingfu/contract'
import { PUBLICATION_STATES, VALIDITY_STATES } from '@mingfu/law'
import { Flex, Tag } from '../ui/index.ts'
import { STATE_COLORS } from './words.ts'

/** 状态, and 有效性 where a published document no longer simply holds. */
export function StateTag({ state, validity }: Pick<DocumentItemView, 'state' | 'validity'>) {
  return (
    <Flex wrap gap={4}>
      <Tag color={STATE_COLORS[state]}>{PUBLICATION_STATES[state]}</Tag>
      {validity === 'in-force' ? null : <Tag color="warning">{VALIDITY_STATES[validity].label}</Tag>}
    </Flex>
  )
}
