import type { RequestEventKind } from '@mingfu/law'

/** 提醒的事由: what a message is sent for. The message itself never says it; only the record inside does. */
export const OCCASIONS = {
  filed: '申请已经收到',
  'correction-requested': '告知补正',
  'correction-due': '补正期限将满',
  'correction-lapsed': '逾期未补正，不再处理',
  extended: '延长答复期限',
  'consultation-opened': '征求意见',
  'reasons-asked': '要求说明理由',
  'reasons-due': '说明理由的期限将满',
  'delayed-reply-fixed': '确定延迟答复的期限',
  'fee-noticed': '收费通知',
  'fee-due': '缴费期限将满',
  'fee-lapsed': '逾期未缴费，不再处理',
  'replied-on-spot': '当场答复',
  served: '答复已经送出',
  'ordered-again': '重新处理',
  'message-answered': '来信已经回复',
  'feedback-answered': '留言已经答复',
  'opinions-weighed': '征集结果已经公布',
  test: '试发',
} as const

/** 提醒工作人员的事由. */
export const STAFF_OCCASIONS = {
  'handler-reminder': '催办',
  'handed-over': '工作交接',
  'order-issued': '收到督办',
  'order-due': '督办临近回复期限',
  'order-overdue': '督办逾期未回复',
  'order-returned': '督办回复被退回',
  'order-replied': '督办已经回复',
  rectification: '收到整改要求',
  'publication-due': '公开时限',
  'later-review': '应急发布待补审',
  're-review': '未公开的信息待重新评估',
  transfer: '待向档案馆、图书馆移送',
  'site-health': '网站需要处理',
} as const

export type StaffOccasion = keyof typeof STAFF_OCCASIONS
export type Occasion = keyof typeof OCCASIONS

/** The occasion of a record in words. */
export function occasionText(occasion: Occasion | StaffOccasion): string {
  return { ...OCCASIONS, ...STAFF_OCCASIONS }[occasion]
}

/** Steps of the office that an applicant who wants reminders hears of. */
export function occasionOf(kind: RequestEventKind): Occasion | null {
  return kind in OCCASIONS ? (kind as Occasion) : null
}
