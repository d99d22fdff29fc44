import { bookTitle } from '../../citation.ts'
import type { ApplicantClass } from '../../request/applicant.ts'
import type { Channel } from '../../request/channel.ts'

/** How a letter addresses an applicant. */
export function addressOf(applicantClass: ApplicantClass): '您' | '贵单位' {
  return applicantClass === 'natural-person' ? '您' : '贵单位'
}

const BY_CHANNEL: Readonly<Record<Channel, string>> = {
  'in-person': '当面提交',
  oral: '口头提出',
  'post-signed': '邮寄',
  'post-ordinary': '信函',
  fax: '传真',
  online: '在线申请',
  email: '电子邮件',
}

/** `以邮寄方式`. */
export function channelPhrase(channel: Channel): string {
  return `以${BY_CHANNEL[channel]}方式`
}

/** The text ends as a sentence ends, once. */
export function sentence(text: string): string {
  return `${text.trim().replace(/[。；;，,.]+$/, '')}。`
}

/** Without the full stop, to stand inside a sentence. */
export function clause(text: string): string {
  return text.trim().replace(/[。；;，,.]+$/, '')
}

/** `1.…；` `2.…。` as items of a letter stand, one paragraph each. */
export function numbered(items: readonly string[]): readonly string[] {
  return items.map((item, index) => `${index + 1}.${clause(item)}${index === items.length - 1 ? '。' : '；'}`)
}

/** `《…》` around a title that does not have it. */
export function inTitleMarks(title: string): string {
  return /^《.*》/.test(title.trim()) ? title.trim() : bookTitle(title.trim())
}
