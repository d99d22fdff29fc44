import { type Citation, cite } from '../citation.ts'
import { REPLY_RULES, replyRulesFor } from '../clock/reply-rules.ts'
import type { PlainDate } from '../plain-date.ts'

/** A rule as pages and forms say it, with the article it comes from. No full stop: it stands inside sentences. */
export type PlainWords = Readonly<{ text: string; basis: Citation }>

/** What pages for applicants and dialogs for the office say of the rules. */
export type PlainTopic =
  | 'reply-within'
  | 'reply'
  | 'extension'
  | 'paused'
  | 'correction'
  | 'consultation'
  | 'fee'

/**
 * 规则的说法: sentences with the figures of the rules in force for requests received on a day, so that no page
 * writes a number of the law by itself.
 */
export function plainWords(receivedOn: PlainDate): Readonly<Record<PlainTopic, PlainWords>> {
  const rules = replyRulesFor(receivedOn) ?? REPLY_RULES[0]
  if (rules === undefined) throw new RangeError('没有答复期限的规则')
  const { replyWithin, extensionAtMost, correctionNoticeWithin, consultationWithin } = rules
  const within = `自收到申请之日起${replyWithin}个工作日内`
  const notice = correctionNoticeWithin === null ? '' : `自收到申请之日起${correctionNoticeWithin}个工作日内`
  const answer =
    consultationWithin === null ? '在合理期限内' : `自收到征求意见书之日起${consultationWithin}个工作日内`
  return {
    'reply-within': { text: within, basis: rules.reply },
    reply: { text: `能够当场答复的，当场答复；不能当场答复的，${within}答复`, basis: rules.reply },
    extension: {
      text: `需要延长答复期限的，经政府信息公开工作机构负责人同意并告知申请人，延长的期限最长不得超过${extensionAtMost}个工作日`,
      basis: rules.reply,
    },
    paused: { text: '征求第三方和其他机关意见所需时间不计算在答复期限内', basis: rules.pause },
    correction: { text: `申请内容不明确的，${notice}一次性告知补正`, basis: rules.correction },
    consultation: { text: `被征求意见的${answer}提出意见`, basis: cite('regulation', 32) },
    fee: {
      text: '提供政府信息不收取费用；申请数量、频次明显超过合理范围的，可以收取信息处理费',
      basis: cite('regulation', 42),
    },
  }
}
