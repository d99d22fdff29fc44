import { cite } from '../../citation.ts'
import { type ActOf, type Objection, object } from './guard.ts'

/** 送达: electronically only where the applicant chose it, and by post only through the postal company. */
export function guardServed({ event, facts }: ActOf<'served'>): Objection {
  if (event.method === 'electronic' && facts.electronicChosen === false) {
    const reason = '申请人没有选择以电子方式获取，不能电子送达'
    return { code: 'electronic-not-chosen', reason, basis: cite('regulation', 40) }
  }
  if (event.method === 'post' && facts.carrier === 'courier') {
    const reason = '国家机关公文应当交邮政企业寄递，快递企业不得寄递'
    return { code: 'not-by-courier', reason, basis: cite('postal-law', 55) }
  }
  return null
}

/** 文书签收: of a document that was sent. */
export function guardDelivered({ event, history, now }: ActOf<'delivered'>): Objection {
  const sent = history.findLast(({ kind }) => kind === SENT_BY[event.document])
  if (sent === undefined || (event.document === 'decision' && now.service === null)) {
    return object(event.kind, 'not-sent', '该文书尚未发出，不能登记签收')
  }
  if (event.on < sent.on) {
    return object(event.kind, 'out-of-order', '签收日期不能早于发出日期，请核对日期')
  }
  return null
}

const SENT_BY = {
  'correction-notice': 'correction-requested',
  'fee-notice': 'fee-noticed',
  decision: 'served',
} as const

/** 办结归档: with the proof that the answer arrived. */
export function guardClosed({ event, now }: ActOf<'closed'>): Objection {
  if (now.service !== null && now.service.remedyFrom !== null) return null
  return object(event.kind, 'service-unproven', '答复的送达凭证尚不完整，请先登记签收日期')
}
