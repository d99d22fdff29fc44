import { attachmentsNamed, citedDocuments } from '@mingfu/law'
import type { Hit } from '../finding.ts'

/** Laws, regulations and national standards are published by their nature. */
const PUBLISHED_BY_NATURE =
  /^中华人民共和国.{1,40}(?:法|条例|法典|宪法)(?:（\d{4}年?修[订正]）)?$|^(?:宪法|民法典|(?:政府信息公开|行政法规制定程序|规章制定程序|国家行政机关公文处理)条例)$|^[\p{Script=Han}]{2,30}(?:法|条例)$/u
const PUBLISHED_NUMBER = /^国务院令第\d+号$/

/** 引用的文件: by title or number, that is not known to be public, for a person to decide. Each once. */
export function findReferences(text: string, known: ReadonlySet<string>): readonly Hit[] {
  const { titles, numbers } = citedDocuments(text)
  const open = [
    ...titles.filter((title) => !PUBLISHED_BY_NATURE.test(title)),
    ...numbers.filter((number) => !PUBLISHED_NUMBER.test(number)),
  ].filter((name) => !known.has(name))
  return open.map((name) => ({
    rule: 'PUB-38',
    level: 'block',
    certainty: 'likely',
    at: Math.max(0, text.indexOf(name)),
    length: name.length,
    message: `引用了“${name}”，请确认它已经公开；没有公开的，删去名称、文号和内容`,
    masked: null,
  }))
}

const NAMED = /附件\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})?\s*[:：]\s*(?<title>[^\n:：；;，,。（(]{2,60})/g

/** 附件: numbers and titles that the text names and no file bears. */
export function findMissingAttachments(text: string, attached: readonly string[]): readonly Hit[] {
  const missing = attachmentsNamed(text).filter((number) => number > attached.length)
  const byNumber = missing.map((number) => {
    const at = new RegExp(`附件\\s*${number}`).exec(text)?.index ?? 0
    return hit(at, 2, `正文提到附件${number}，没有上传，请上传或者修改正文`)
  })
  if (byNumber.length > 0 || attached.length > 0) return byNumber
  const first = [...text.matchAll(NAMED)][0]
  return first === undefined
    ? []
    : [
        hit(
          first.index,
          first[0].length,
          `正文提到附件“${first.groups?.title?.trim()}”，没有上传，请上传或者修改正文`,
        ),
      ]
}

function hit(at: number, length: number, message: string): Hit {
  return { rule: 'PUB-49', level: 'block', certainty: 'likely', at, length, message, masked: null }
}
