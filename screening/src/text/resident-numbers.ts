import { isCreditCode, isPlainDate, isResidentNumber } from '@mingfu/law'
import type { Hit } from '../finding.ts'
import { isCard } from './bank-card.ts'
import { figuresOf, NUMERAL } from './numerals.ts'

/** What people and programs put between the digits: spaces, lines, cells, points, brackets. */
const BETWEEN = '[ \\u00a0\\t\\r\\n.·/_|()-]{0,3}'
/** From every beginning of digits, for a serial number before it must not swallow the first of them. */
const SPREAD = new RegExp(`(?<!\\d)(?=(?<number>[1-9](?:${BETWEEN}\\d){16}${BETWEEN}[\\dXx×ХΧ])(?!\\d))`, 'g')
/** A number that runs on into another one, behind the word that says what it is. */
const RUN_ON = /(?=[1-9])(?<=身份证[^\d\n]{0,10}|证件号[^\d\n]{0,6})(?<number>[1-9]\d{16}[\dXx×ХΧ])(?=\d)/g
const IN_WORDS = new RegExp(`(?<![${NUMERAL}])[${NUMERAL}]{17}[${NUMERAL}Xx]`, 'g')
const NEAR = /(?<![0-9A-Za-z])[1-9](?:[ \u00a0-]?\d){16}[ \u00a0-]?[\dXx](?![0-9A-Za-z])/g
const FIFTEEN = /(?<![0-9A-Za-z])[1-9]\d{14}(?![0-9A-Za-z])/g
/**
 * GB/T 2260: provinces, and 81 to 83 for residence permits of Hong Kong, Macao and Taiwan. Nobody is registered with a
 * province as such, whose code ends in zeros.
 */
const REGION = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)(?!0000)/
/** Words before a number that is one of things: region and day stand in it too, and the check digit may fit by chance. */
const OF_THINGS =
  /(?:许可|项目|受理|施工|标段|招标|订单|流水|档案|合同|登记证|快递|批次|采伐)[^，。；\n]{0,8}$/

type Read = Readonly<{ number: string; written: string; at: number }>

/** 居民身份证号码 in folded text, however it was broken up. A credit code is nobody's identity. */
export function findResidentNumbers(text: string): readonly Hit[] {
  const read = (match: RegExpMatchArray): Read => {
    const written = match.groups?.number ?? match[0]
    return { number: digitsOf(written), written, at: match.index ?? 0 }
  }
  const right = [...text.matchAll(SPREAD), ...text.matchAll(RUN_ON), ...text.matchAll(IN_WORDS)]
    .map(read)
    .filter(({ number }) => REGION.test(number) && isResidentNumber(number))
  const certain = right.map((one) => known(one, text))
  const free = (at: number) => !certain.some((hit) => at >= hit.at && at < hit.at + hit.length)
  return [
    ...certain,
    ...[...text.matchAll(NEAR)].map(read).flatMap((one) => (free(one.at) ? doubtful(one, text) : [])),
    ...[...text.matchAll(FIFTEEN)].map(read).flatMap((one) => (free(one.at) ? old(one) : [])),
  ]
}

/** The check digit fits; where it may do so by chance, a person decides. */
function known(one: Read, text: string): Hit {
  const cells = one.written.split(/[\t\n]/)
  const isTorn = cells.length > 2 && cells.some((cell) => cell.trim().length > 1)
  const isOfThing = OF_THINGS.test(before(one, text)) && Number(one.number.slice(6, 10)) >= 2010
  if (isTorn || isOfThing) {
    const message = '有一串数字像居民身份证号码，校验码也相符，请核对；是的，删除或者只保留前2位、后3位'
    return { ...placeOf(one), level: 'block', certainty: 'likely', message }
  }
  const message = '有居民身份证号码，请删除或者只保留前2位、后3位'
  return { ...placeOf(one), level: 'veto', certainty: 'certain', message }
}

function doubtful(one: Read, text: string): Hit[] {
  const { number } = one
  if (!REGION.test(number) || isResidentNumber(number)) return []
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (OF_THINGS.test(before(one, text))) return []
  if (!/^(19|20)/.test(born) || !isPlainDate(born)) return []
  if (isCreditCode(number) || isCard(number)) return []
  const message = '有一串数字像居民身份证号码，但校验码不符，请核对'
  return [{ ...placeOf(one), level: 'warn', certainty: 'likely', message }]
}

function old(one: Read): Hit[] {
  const { number } = one
  if (!REGION.test(number)) return []
  if (!isPlainDate(`19${number.slice(6, 8)}-${number.slice(8, 10)}-${number.slice(10, 12)}`)) return []
  const message = '有一串数字像15位的居民身份证号码，请核对'
  return [{ ...placeOf(one), level: 'block', certainty: 'likely', message }]
}

function before({ at }: Read, text: string): string {
  return text.slice(Math.max(0, at - 16), at)
}

function placeOf({ number, written, at }: Read) {
  return { rule: 'PUB-60', at, length: written.length, masked: maskResident(number) } as const
}

/** `11*************02X`: the first two and the last three. */
export function maskResident(number: string): string {
  return `${number.slice(0, 2)}${'*'.repeat(number.length - 5)}${number.slice(-3)}`
}

/** ×, Cyrillic Х and Greek Χ look like the letter X and are typed for it. */
function digitsOf(text: string): string {
  return figuresOf(text)
    .replace(/[×ХΧx]/g, 'X')
    .replace(/[^0-9X]/g, '')
}
