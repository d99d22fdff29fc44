import { CHANNELS, maskName, OUTCOMES, plainDateText, type RequestEvent, SERVICE_METHODS } from '@mingfu/law'
import type { CourseEntry } from './get-request.ts'

/** What an entry of the course says beside its name and day. Who signed is masked, unless it is for a court. */
export function eventLines(
  { event, office, note }: CourseEntry,
  { unmasked = false }: { unmasked?: boolean } = {},
): readonly string[] {
  const receiver = typeof office.receiver === 'string' ? office.receiver : ''
  const shown = unmasked || receiver === '' ? office : { ...office, receiver: maskName(receiver) }
  return [...factLines(event), ...officeLines(shown), ...(note === null || note === '' ? [] : [note])]
}

function factLines(event: RequestEvent): readonly string[] {
  switch (event.kind) {
    case 'submitted':
    case 'arrived':
    case 'received':
      return [`渠道：${CHANNELS[event.channel].label}`]
    case 'correction-requested':
      return [
        ...event.items.map((item, index) => `${index + 1}.${item}`),
        `补正期限：${plainDateText(event.respondBy)}`,
        ...(event.deliveredOn === undefined ? [] : [`送达：${plainDateText(event.deliveredOn)}`]),
        ...(event.againReason === undefined ? [] : [`再次告知补正的理由：${event.againReason}`]),
      ]
    case 'correction-received':
      return [
        `渠道：${CHANNELS[event.channel].label}`,
        ...(event.goodReason === undefined ? [] : [`逾期的正当理由：${event.goodReason}`]),
      ]
    case 'extended':
      return [
        `延长${event.workingDays}个工作日：${event.reason}`,
        `${event.approvedBy}于${plainDateText(event.approvedOn)}同意`,
      ]
    case 'consultation-answered':
      return [
        event.answer === 'consent' ? '同意公开' : '不同意公开',
        ...(event.reasonable === undefined ? [] : [event.reasonable ? '理由成立' : '理由不成立']),
      ]
    case 'reasons-asked':
      return [`申请${event.requestCount}件，期限：${plainDateText(event.respondBy)}`]
    case 'reasons-given':
      return [event.reasonable ? '理由合理' : '理由不合理']
    case 'delayed-reply-fixed':
      return [`延迟至${plainDateText(event.dueOn)}：${event.reason}`]
    case 'fee-noticed':
      return [`${event.method === 'by-item' ? '按件计收' : '按量计收'}，${event.amountInYuan}元`]
    case 'decision-drafted':
    case 'replied-on-spot':
      return (event.items ?? [event.outcome]).map((outcome) => OUTCOMES[outcome].label)
    case 'decision-approved':
      return [OUTCOMES[event.outcome].label, event.documentNumber]
    case 'decision-returned':
      return [event.reason]
    case 'served':
      return [
        `${SERVICE_METHODS[event.method].label}，送出：${plainDateText(event.sentOn)}`,
        ...(event.receivedOn === undefined ? [] : [`签收、到达：${plainDateText(event.receivedOn)}`]),
      ]
    case 'service-failed':
      return [`${SERVICE_METHODS[event.method].label}：${event.reason}`]
    case 'delivered':
      return [DELIVERED[event.document]]
    case 'ordered-again':
      return [
        `${event.by === 'court' ? '人民法院' : '复议机关'}责令重新答复，期限：${plainDateText(event.dueOn)}`,
      ]
    case 'confirmed':
    case 'review-started':
    case 'correction-lapsed':
    case 'consultation-opened':
    case 'consultation-delivered':
    case 'consultation-lapsed':
    case 'reasons-lapsed':
    case 'fee-paid':
    case 'fee-lapsed':
    case 'closed':
    case 'withdrawn':
      return []
  }
}

const DELIVERED = {
  'correction-notice': '补正告知书',
  'fee-notice': '收费通知书',
  decision: '答复书',
} as const

/** 经办材料 in their order of interest; what has a page of its own is not told twice. */
const OFFICE = {
  number: '文号',
  handler: '经办人',
  proof: '凭证',
  receiver: '签收人',
  text: '补正内容',
  reasons: '申请人的理由',
  judgement: '判断意见',
  subject: '所涉信息',
  receiptNumber: '票据号码',
  payment: '缴纳方式',
  caseNumber: '案号',
} as const

function officeLines(office: CourseEntry['office']): readonly string[] {
  return Object.entries(OFFICE).flatMap(([key, label]) => {
    const value = office[key]
    return typeof value === 'string' && value !== '' ? [`${label}：${value}`] : []
  })
}
