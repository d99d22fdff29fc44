import { isCreditCode, isPlainDate, isResidentNumber } from '@mingfu/law'
import type { Hit } from './finding.ts'

const GAP = '[ \\u00a0-]?'
const RESIDENT_18 = /(?<![0-9A-Za-z])[1-9](?:[ \u00a0-]?\d){16}[ \u00a0-]?[\dXx](?![0-9A-Za-z])/g
const RESIDENT_15 = /(?<![0-9A-Za-z])[1-9]\d{14}(?![0-9A-Za-z])/g
const MOBILE = new RegExp(`(?<!\\d)(?:\\+?86${GAP})?1[3-9]\\d${GAP}\\d{4}${GAP}\\d{4}(?!\\d)`, 'g')
const CARD = /(?<![0-9A-Za-z])[3-69](?:[ \u00a0-]?\d){15,18}(?![0-9A-Za-z])/g

/** 居民身份证号码、手机号码、银行卡号 in folded text. A credit code is nobody's identity. */
export function findPersonalNumbers(text: string): readonly Hit[] {
  const residents = [...text.matchAll(RESIDENT_18)].flatMap(resident18)
  const taken = residents.map(({ at, length }) => [at, at + length] as const)
  const free = ({ at }: Hit) => !taken.some(([from, to]) => at >= from && at < to)
  return [
    ...residents,
    ...[...text.matchAll(RESIDENT_15)].flatMap(resident15),
    ...[...text.matchAll(MOBILE)].map(mobile),
    ...[...text.matchAll(CARD)].flatMap(card),
  ].filter((hit) => residents.includes(hit) || free(hit))
}

function resident18(match: RegExpMatchArray): Hit[] {
  const number = digitsOf(match[0])
  const place = {
    rule: 'PUB-60',
    at: match.index ?? 0,
    length: match[0].length,
    masked: maskResident(number),
  } as const
  if (isResidentNumber(number)) {
    return [{ ...place, certainty: 'certain', message: '有居民身份证号码，请删除或者只保留前2位、后3位' }]
  }
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!/^(19|20)/.test(born) || !isPlainDate(born) || isCreditCode(number) || isCard(number)) return []
  return [{ ...place, certainty: 'likely', message: '有一串数字像居民身份证号码，但校验码不符，请核对' }]
}

function resident15(match: RegExpMatchArray): Hit[] {
  const number = match[0]
  if (!isPlainDate(`19${number.slice(6, 8)}-${number.slice(8, 10)}-${number.slice(10, 12)}`)) return []
  const place = { rule: 'PUB-60', at: match.index ?? 0, length: 15, masked: maskResident(number) } as const
  return [{ ...place, certainty: 'likely', message: '有一串数字像15位的居民身份证号码，请核对' }]
}

function mobile(match: RegExpMatchArray): Hit {
  const number = digitsOf(match[0]).slice(-11)
  return {
    rule: 'PUB-61',
    at: match.index ?? 0,
    length: match[0].length,
    certainty: 'certain',
    message: '有手机号码，请改用办公电话，或者只保留前3位、后4位',
    masked: `${number.slice(0, 3)}****${number.slice(-4)}`,
  }
}

function card(match: RegExpMatchArray): Hit[] {
  const number = digitsOf(match[0])
  if (!isCard(number)) return []
  const masked = `${'*'.repeat(number.length - 4)}${number.slice(-4)}`
  const place = { rule: 'PUB-62', at: match.index ?? 0, length: match[0].length, masked } as const
  return [{ ...place, certainty: 'certain', message: '有银行卡号，请删除或者只保留后4位' }]
}

/** The check digit of ISO/IEC 7812 (Luhn). */
export function isCard(number: string): boolean {
  if (!/^[3-69]\d{15,18}$/.test(number)) return false
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** `11*************02X`: the first two and the last three. */
export function maskResident(number: string): string {
  return `${number.slice(0, 2)}${'*'.repeat(number.length - 5)}${number.slice(-3)}`
}

function digitsOf(text: string): string {
  return text.replace(/[^0-9Xx]/g, '').toUpperCase()
}
