const CHINESE = '零一二三四五六七八九十'
/** 附件1, 附件：1., 附件二, and 附件 alone, which is the first. A word such as 附件目录 behind it is not a number. */
const REFERENCE = /附件[:：\s]*(?<number>\d{1,2}|[一二三四五六七八九十]{1,2})?/g

/** The list at the foot of a document: 附件：1.名单　2.表格. */
const LIST = /附件[:：]\s*1[.、]/

/** The attachments that a text speaks of, by number, in order. 附件 alone speaks of the first. */
export function attachmentsNamed(text: string): readonly number[] {
  const folded = text.normalize('NFKC').replaceAll('．', '.')
  const numbers = [...folded.matchAll(REFERENCE)].map(({ groups }) => numberOf(groups?.number ?? '1'))
  const list = LIST.exec(folded)
  if (list !== null) {
    const tail = folded.slice(list.index)
    for (let next = 2; new RegExp(`(?:^|[^\\d])${next}[.、](?!\\d)`).test(tail); next++) numbers.push(next)
  }
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** 附件核对: what does not fit between the text and the files that stand beside it; empty when all is there. */
export function attachmentFaults(text: string, attached: number): readonly string[] {
  const named = attachmentsNamed(text)
  const missing = named.filter((number) => number > attached)
  const most = named.at(-1) ?? 0
  const unnamed = attached > most && most > 0 ? [`上传了${attached}个附件，正文只提到${most}个，请核对`] : []
  return [...missing.map((number) => `正文提到附件${number}，没有上传`), ...unnamed]
}

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [first = '', second] = text
  const value = CHINESE.indexOf(first)
  if (second === undefined) return value
  return first === '十' ? 10 + CHINESE.indexOf(second) : value * 10
}
