import type { MessageChannel } from './messengers.ts'

type Facts = Readonly<{
  /** 申请编号; `null` in a message sent to try the service. */
  number: string | null
  /** The page where an application is followed; `null` when the site has not told its own address. */
  link: string | null
  signature: string
}>

/** 提醒正文: a number and a link, and nothing of who asked what (条例 does not ask for more, and phones are lent). */
export function messageText(channel: MessageChannel, { number, link, signature }: Facts) {
  const where = link === null ? '本机关网站“依申请公开”栏目' : link
  const body =
    number === null
      ? '这是一条试发的消息，收到即说明发送服务可以使用。'
      : `您编号${number}的政府信息公开申请有新的进展，请凭编号和查询码查看：${where}`
  // A gateway puts the signature it knows in front; a mail carries it below.
  return {
    subject: number === null ? '试发消息' : `政府信息公开申请${number}有新的进展`,
    body: channel === 'sms' ? body : `${body}\n\n${signature}\n（系统自动发送，请勿回复）`,
  }
}

const OF_FEEDBACK = {
  'feedback-answered': (number: string) => `您编号${number}的来信已经答复，请凭编号和查询码查看`,
  'opinions-weighed': (number: string) => `您提出意见的征集${number}已经公布采纳情况`,
} as const

/** 提醒正文 to somebody who wrote to the office or to a draft. */
export function feedbackMessage(
  channel: MessageChannel,
  occasion: keyof typeof OF_FEEDBACK,
  { number, link, signature }: Facts & Readonly<{ number: string }>,
) {
  const said = OF_FEEDBACK[occasion](number)
  const body = `${said}：${link ?? '本机关网站“互动交流”栏目'}`
  return {
    subject: occasion === 'feedback-answered' ? `来信${number}已经答复` : `征集${number}的采纳情况`,
    body: channel === 'sms' ? body : `${body}\n\n${signature}\n（系统自动发送，请勿回复）`,
  }
}
