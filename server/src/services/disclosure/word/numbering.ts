import { allOf, childOf, wordValue, type XmlElement } from './xml.ts'

/** One level of a list: how its number is written. */
type Level = Readonly<{ format: string; text: string; start: number }>

/** 自动编号: hands out the label of each numbered paragraph in turn, as Word would print it. */
export type Numbering = Readonly<{
  /** `bullet` for a bullet; null where the list is not known. */
  next: (listId: string, level: number) => Readonly<{ format: string; label: string }> | null
}>

export function numberingOf(part: XmlElement): Numbering {
  const abstracts = new Map(
    allOf(part, 'w:abstractNum').map((list) => [
      list.attribs?.['w:abstractNumId'] ?? '',
      new Map(
        allOf(list, 'w:lvl').map((level): [number, Level] => [
          Number(level.attribs?.['w:ilvl'] ?? 0),
          {
            format: wordValue(level, 'w:numFmt') ?? 'decimal',
            text: wordValue(level, 'w:lvlText') ?? '',
            start: Number(wordValue(level, 'w:start') ?? 1),
          },
        ]),
      ),
    ]),
  )
  const lists = new Map(
    allOf(part, 'w:num').map((list) => [
      list.attribs?.['w:numId'] ?? '',
      {
        abstractId: wordValue(list, 'w:abstractNumId') ?? '',
        starts: new Map(
          allOf(list, 'w:lvlOverride').map((override) => [
            Number(override.attribs?.['w:ilvl'] ?? 0),
            Number(childOf(override, 'w:startOverride')?.attribs?.['w:val'] ?? Number.NaN),
          ]),
        ),
      },
    ]),
  )
  const counters = new Map<string, number[]>()
  return {
    next(listId, level) {
      const list = lists.get(listId)
      const levels = abstracts.get(list?.abstractId ?? '')
      const own = levels?.get(level)
      if (list === undefined || levels === undefined || own === undefined) return null
      if (own.format === 'bullet') return { format: 'bullet', label: '' }
      // Lists of one definition go on counting, unless one of them says where it starts.
      const restarts = [...list.starts.values()].some((start) => !Number.isNaN(start))
      const key = restarts ? `n${listId}` : `a${list.abstractId}`
      const counts = counters.get(key) ?? []
      const begin = list.starts.get(level)
      const start = begin === undefined || Number.isNaN(begin) ? own.start : begin
      counts[level] = (counts[level] ?? start - 1) + 1
      counts.length = level + 1
      counters.set(key, counts)
      const label = own.text.replace(/%(\d)/g, (_, place: string) => {
        const at = Number(place) - 1
        return written(counts[at] ?? levels.get(at)?.start ?? 1, levels.get(at)?.format ?? 'decimal')
      })
      return { format: own.format, label }
    },
  }
}

const HAN = '〇一二三四五六七八九'

/** A number in the way a list writes it. */
function written(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCountingThousand':
      return counted(value)
    case 'ideographDigital':
    case 'chineseLegalSimplified':
      return [...String(value)].map((digit) => HAN[Number(digit)] ?? digit).join('')
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : String(value)
    case 'lowerLetter':
      return String.fromCodePoint(96 + ((value - 1) % 26) + 1)
    case 'upperLetter':
      return String.fromCodePoint(64 + ((value - 1) % 26) + 1)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'upperRoman':
      return roman(value)
    default:
      return String(value)
  }
}

/** 一, 十, 十二, 二十一, 一百零五. */
function counted(value: number): string {
  if (value < 10) return HAN[value] ?? String(value)
  if (value < 20) return `十${value === 10 ? '' : HAN[value - 10]}`
  if (value < 100) return `${HAN[Math.floor(value / 10)]}十${value % 10 === 0 ? '' : HAN[value % 10]}`
  const rest = value % 100
  const hundreds = `${HAN[Math.floor(value / 100)]}百`
  if (rest === 0) return hundreds
  if (rest < 10) return `${hundreds}零${HAN[rest]}`
  return `${hundreds}${rest < 20 ? '一' : ''}${counted(rest)}`
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(value: number): string {
  let left = value
  let text = ''
  for (const [amount, letters] of ROMAN) {
    while (left >= amount) {
      text += letters
      left -= amount
    }
  }
  return text
}
