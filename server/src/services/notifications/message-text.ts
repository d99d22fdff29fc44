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
