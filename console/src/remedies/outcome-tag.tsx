import type { DisputeView } from '@mingfu/contract'
import { dayText, Tag } from '../ui/index.ts'
import { OUTCOMES } from './words.ts'

/** The column of table four that counts the case, with the result in the law's words. */
export function OutcomeTag({ of }: { of: Pick<DisputeView, 'outcome' | 'resultLabel' | 'concludedOn'> }) {
  if (of.outcome === null) return <Tag>尚未审结</Tag>
  return (
    <span>
      <Tag color={of.outcome === 'corrected' ? 'warning' : 'default'}>{OUTCOMES[of.outcome]}</Tag>
      {of.resultLabel}，{dayText(of.concludedOn)}
    </span>
  )
}
