import { type ReportSectionId, SECTIONS_2021 } from '@mingfu/law'
import { foldLabel, foldText } from './fold.ts'
import { entryOf, type LabelEntry, type MatchedBy } from './label-index.ts'
import { findLabel, findMisprinted } from './match-label.ts'
import { remember } from './remember.ts'

/** A section heading, with the text that runs on behind it in the same line. */
export type FoundHeading = Readonly<{
  id: ReportSectionId
  heading: string
  /** As the format prints it. */
  canonical: string
  rest: string
  by: MatchedBy
}>

const SECTIONS: readonly LabelEntry[] = SECTIONS_2021.map((section) => entryOf(section))

/** Words that a heading with the right Chinese numeral must carry to be taken for one in unknown wording. */
const SIGNS: readonly (readonly [ReportSectionId, string, RegExp, RegExp | null])[] = [
  ['s1', '一', /(?:总体|基本|整体|概)(?:情况|述)|概述/, null],
  ['s2', '二', /主动公开/, /依申请/],
  ['s3', '三', /依申请|公开申请|申请(?:情况|办理|处理)/, null],
  ['s4', '四', /复议|诉讼/, null],
  ['s5', '五', /问题|改进/, null],
  ['s6', '六', /其他|其它|需要报告/, /其他处理/],
]

/** A heading that the first words of its table run on from, where the line end between them was lost. */
const GLUED =
  /^(.{6,32}?)(?:表[一二三四]|第二十条|信息内容|[（(]?本列数据|申请人情况|行政复议\s*(?:行政诉讼|结果|$))/su

/** 标题: one of the six headings, canonical, in a known variant, misprinted, or by its number and its key words. */
export const findHeading = remember((line): FoundHeading | null => {
  const text = line.trim()
  if (text.length === 0) return null
  const isShort = text.length <= 45
  const exact = isShort ? printed(text) : null
  if (exact !== null) return { ...exact, heading: text, rest: '' }

  const glued = gluedHeading(text)
  if (glued !== null) return glued

  const cut = /^(.{4,32}?)([:：。]|\s{2,})(.+)$/su.exec(text)
  const isNumbered = /^[一二三四五六]\s*[、.．]/.test(foldText(text))
  const front = cut?.[1] === undefined || !isNumbered ? null : named(cut[1])
  if (front !== null && cut?.[3] !== undefined)
    return { ...front, heading: cut[1]?.trim() ?? '', rest: cut[3].trim() }

  const whole = isShort ? named(text) : null
  return whole === null ? null : { ...whole, heading: text, rest: '' }
})

/** A heading in front of the first words of its table. */
export function gluedHeading(text: string): FoundHeading | null {
  const heading = GLUED.exec(text)?.[1]?.trim()
  const found = heading === undefined ? null : printed(heading)
  return found === null || heading === undefined ? null : { ...found, heading, rest: '' }
}

/** The canonical words or a known variant. */
function printed(text: string): Pick<FoundHeading, 'id' | 'canonical' | 'by'> | null {
  if (!mayBeHeading(text)) return null
  const match = findLabel(text, SECTIONS)
  return match === undefined ? null : found(match.entry.id as ReportSectionId, match.by)
}

function mayBeHeading(text: string): boolean {
  const folded = foldText(text)
  // “（一）主动公开情况” is a heading inside section one.
  return (
    !/^\((?:[一二三四五六七八九十]|\d)/.test(folded) &&
    !/[。；]$/.test(folded) &&
    !/^表[一二三四\d]/.test(folded)
  )
}

function named(text: string): Pick<FoundHeading, 'id' | 'canonical' | 'by'> | null {
  if (!mayBeHeading(text)) return null
  const match = findLabel(text, SECTIONS) ?? findMisprinted(text, SECTIONS)
  if (match !== undefined) return found(match.entry.id as ReportSectionId, match.by)

  const { ordinal, words } = foldLabel(text)
  if (words.length > 30) return null
  const sign = SIGNS.find(
    ([, numeral, needs, forbids]) =>
      ordinal.startsWith(numeral) &&
      needs.test(words) &&
      !(forbids?.test(words) ?? false) &&
      !isRowOfThree(words),
  )
  return sign === undefined ? null : found(sign[0], 'variant')
}

function found(id: ReportSectionId, by: MatchedBy): Pick<FoundHeading, 'id' | 'canonical' | 'by'> {
  return { id, canonical: SECTIONS.find((section) => section.id === id)?.label ?? '', by }
}

/** 一、本年新收… to 四、结转下年度… carry the same numerals as the headings. */
function isRowOfThree(words: string): boolean {
  return /本年(?:度)?新收|上年(?:度)?结转|办理结果|结转下/.test(words)
}
