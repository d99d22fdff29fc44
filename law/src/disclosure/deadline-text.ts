import type { DeadlineLimit } from './deadline-rule.ts'

const NUMERALS = '零一二三四五六七八九十'

/** 公开时限 in the words of a catalogue → the limit it sets; `undefined` where the words set none that can be counted. */
export function readDeadlineText(words: string): DeadlineLimit | undefined {
  const text = words.normalize('NFKC').replace(/\s+/g, '')
  const fixed = /每年(\d{1,2})月(\d{1,2}日|底|末)/.exec(text)
  if (fixed !== null) {
    const month = Number(fixed[1])
    const day = Number.parseInt(fixed[2] ?? '', 10)
    if (month < 1 || month > 12) return undefined
    return { unit: 'fixed-date', month, day: Number.isNaN(day) ? lastDayOf(month) : day }
  }
  const counted = /([0-9]{1,3}|[一二三四五六七八九十]{1,3})个?(工作日|自然日|日|天|月)/.exec(text)
  if (counted !== null) {
    const amount = numberOf(counted[1] ?? '')
    const unit = counted[2] === '工作日' ? 'working-day' : counted[2] === '月' ? 'month' : 'calendar-day'
    return amount === undefined || amount === 0 ? undefined : { unit, amount }
  }
  return /实时|及时|即时|当日|立即/.test(text) ? { unit: 'realtime' } : undefined
}

function numberOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const digit = (word: string | undefined) => NUMERALS.indexOf(word ?? '')
  if (!text.includes('十')) return text.length === 1 ? digit(text) : undefined
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones))
}

/** February counts 28 days: a duty due by its end is not put off by a leap year. */
function lastDayOf(month: number): number {
  return month === 2 ? 28 : [4, 6, 9, 11].includes(month) ? 30 : 31
}
