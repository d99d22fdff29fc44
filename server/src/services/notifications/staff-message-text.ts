import type { MessageChannel } from './messengers.ts'
import type { StaffOccasion } from './occasions.ts'

type Facts = Readonly<{
  occasion: StaffOccasion
  /** Numbers of the matters that have one, the first to be named. */
  numbers: readonly string[]
  count: number
  link: string | null
  signature: string
}>

/** What the matters of an occasion are, and what is wanted of the reader. */
const SAID = {
  'handler-reminder': ['政府信息公开申请', '需要办理'],
  'handed-over': ['政府信息公开申请', '已经移交您办理'],
  'order-issued': ['督办', '需要办理并回复'],
  'order-due': ['督办', '临近回复期限，请办理并回复'],
  'order-overdue': ['督办', '已经超过回复期限，没有回复'],
  'order-returned': ['督办回复', '被退回，需要重新回复'],
  'order-replied': ['督办', '已经回复，请审核'],
  rectification: ['整改要求', '需要办理'],
  'publication-due': ['应当主动公开的信息', '公开时限将满或者已满，需要办理'],
  'later-review': ['应急发布的信息', '到期需要补审'],
  're-review': ['未公开的信息', '需要重新评估'],
  transfer: ['上月移送清单', '需要移送或者登记回执'],
  'site-health': ['网站更新和公开事项', '需要处理'],
} as const satisfies Record<StaffOccasion, readonly [string, string]>

/** 提醒正文 for staff: a number, how many others, and a link; telephones lie on tables. */
export function staffMessageText(
  channel: MessageChannel,
  { occasion, numbers, count, link, signature }: Facts,
): Readonly<{ subject: string; body: string }> {
  const [what, wanted] = SAID[occasion]
  const [first] = numbers
  const named =
    first === undefined
      ? `有${count}件${what}`
      : count === 1
        ? `编号${first}的${what}`
        : `编号${first}等${count}件${what}`
  const where = link === null ? '请登录政府信息公开管理台查看' : `请登录管理台查看：${link}`
  const body = `${named}${wanted}，${where}`
  return {
    subject: `${named}${wanted}`,
    body:
      channel === 'sms'
        ? body
        : `${body}\n\n${signature}\n（系统自动发送，请勿回复；提醒方式可在“个人设置”中修改）`,
  }
}
