import type { DecisionItemView } from '@mingfu/contract'
import type { ReplyItem } from '@mingfu/law'
import type { DecisionItems } from '../services/requests/draft-decision.ts'

/** Items as the form sends them; one for a single thing asked need not repeat it. */
export function decisionItems(
  items: readonly [DecisionItemView, ...(readonly DecisionItemView[])],
): DecisionItems {
  const [first, ...rest] = items
  return [itemOf(first), ...rest.map(itemOf)]
}

function itemOf({ asked, outcome, facts }: DecisionItemView): ReplyItem {
  return asked === undefined || asked === '' ? { outcome, facts } : { asked, outcome, facts }
}
