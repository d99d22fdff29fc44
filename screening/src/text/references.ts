import { citedDocuments } from '@mingfu/law'
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
