/** A count in a sentence: 132件, 十二件. `start` and `end` are places in the folded sentence. */
export type Count = Readonly<{ value: number; unit: string; start: number; end: number }>

// 次, 人, 期 and % are no cases; 条 and 份 are used for 件. 近140件 is no exact count.
const COUNT =
  /(?<![\d.第〔近约逾超]|超过|不足|不到|至少)(\d+|[〇零一二两三四五六七八九十百千万]+)(件|份|条|宗|起)(?!次|人|期|%)/g

/** The counts of cases in a sentence, in order. Years, shares, persons and ordinals are not among them. */
export function countsIn(sentence: string): readonly Count[] {
  return [...sentence.matchAll(COUNT)].flatMap((match) => {
    const [all, digits = '', unit = ''] = match
    const value = /^\d/.test(digits) ? Number(digits) : chineseNumeral(digits)
    return value === undefined ? [] : [{ value, unit, start: match.index, end: match.index + all.length }]
  })
}

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const MULTIPLIERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** `chineseNumeral('一百零五')` → 105; `undefined` when it is no number. */
export function chineseNumeral(text: string): number | undefined {
  if (text === '') return undefined
  let total = 0
  let section = 0
  let digit: number | null = null
  for (const character of text) {
    const value = DIGITS[character]
    const multiplier = MULTIPLIERS[character]
    if (value !== undefined) {
      // 一九 is no number in running text; 二〇二四 is a year.
      if (digit !== null && digit !== 0) return undefined
      digit = value
    } else if (multiplier !== undefined) {
      section += (digit ?? 1) * multiplier
      digit = null
    } else if (character === '万') {
      total = (total + section + (digit ?? 0)) * 10_000
      section = 0
      digit = null
    } else return undefined
  }
  return total + section + (digit ?? 0)
}
