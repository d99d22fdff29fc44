import type { Hit } from '../finding.ts'
import { figuresOf, NUMERAL } from './numerals.ts'

const GAP = '[ \\u00a0-]?'
/** A point stands in both gaps or in none: 1381234.5678 is a figure. */
const BODY = `(?:\\(?1[3-9]\\d\\)?${GAP}\\d{4}${GAP}\\d{4}|1[3-9]\\d(?<point>[._·])\\d{4}\\k<point>\\d{4})`
const ABROAD = `(?:(?:\\+|00)?86${GAP})?`
/** Not followed by more digits or letters, a fraction, or a unit; 元旦 and 股长 are no units. */
const END =
  '(?![0-9A-Za-z]|\\.\\d|[ \\u00a0]*(?:[百千万亿]*(?:元(?!旦|宵)|美元|吨|千瓦|公里|平方|立方|人次|公斤|千克|股(?!室|长|级)|亩)|%(?![0-9A-F]{2})|％))'
/** Not a piece of a longer number, a decimal fraction, or a code behind a hyphen. */
const ALONE = new RegExp(`(?<![0-9A-Za-z]|\\d\\.|\\d[0-9A-Za-z]{0,3}-)${ABROAD}${BODY}${END}`, 'g')
/**
 * Behind a word for it any writing is one: with the area code, with a zero, digit by digit, or right behind letters. Its
 * first sign is looked at before the words, which are costly to look back on.
 */
const NAMED = new RegExp(
  `(?=[+018])(?<=(?:手机|电话|联系|移动|热线|号码|微信|tel|phone|mobile|mob|cell|wx|vx|weixin)[^\\d\\n]{0,12}|(?:手机|电话)[^\\d\\n]{0,12}0\\d{2,3}${GAP})` +
    `(?:${ABROAD}|0)1${GAP}[3-9](?:${GAP}\\d){9}${END}`,
  'gi',
)
const IN_WORDS = new RegExp(
  `(?<![${NUMERAL}])[一幺][三四五六七八九][${NUMERAL}]{9}(?![${NUMERAL}十百千万])`,
  'g',
)

/** 手机号码 in folded text. */
export function findMobileNumbers(text: string): readonly Hit[] {
  const figures = [...text.matchAll(ALONE), ...text.matchAll(NAMED)].map((match) =>
    hit(match, match[0].replace(/\D/g, '').slice(-11)),
  )
  const words = [...text.matchAll(IN_WORDS)].map((match) => hit(match, figuresOf(match[0])))
  return [...figures, ...words]
}

function hit(match: RegExpMatchArray, number: string): Hit {
  return {
    rule: 'PUB-61',
    level: 'block',
    at: match.index ?? 0,
    length: match[0].length,
    certainty: 'certain',
    message: '有手机号码，请改用办公电话，或者只保留前3位、后4位',
    masked: `${number.slice(0, 3)}****${number.slice(-4)}`,
  }
}
