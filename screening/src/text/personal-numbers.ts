import { isCreditCode, isPlainDate, isResidentNumber } from '@mingfu/law'
import type { Hit } from '../finding.ts'
import { isCard, looksLikeCard } from './bank-card.ts'

const GAP = '[ \\u00a0-]?'
const RESIDENT_18 = /(?<![0-9A-Za-z])[1-9](?:[ \u00a0-]?\d){16}[ \u00a0-]?[\dXx](?![0-9A-Za-z])/g
const RESIDENT_15 = /(?<![0-9A-Za-z])[1-9]\d{14}(?![0-9A-Za-z])/g
/** Not a piece of a longer number, a decimal fraction, a code behind a hyphen, or an amount. */
const MOBILE = new RegExp(
  `(?<![0-9A-Za-z]|\\d\\.|[0-9A-Za-z]{4}-)(?:\\+?86${GAP})?1[3-9]\\d${GAP}\\d{4}${GAP}\\d{4}` +
    '(?![0-9A-Za-z]|\\.\\d|[ \\u00a0]*(?:[百千万亿]*(?:元|美元|吨|千瓦|公里|平方|立方|人次|公斤|千克|股|亩)|%|％))',
  'g',
)
const CARD = /(?<![0-9A-Za-z])[3-69](?:[ \u00a0-]?\d){15,18}(?![0-9A-Za-z])/g
/**
 * GB/T 2260: provinces, and 81 to 83 for residence permits of Hong Kong, Macao and Taiwan. Nobody is registered with a
 * province as such, whose code ends in zeros.
 */
const REGION = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)(?!0000)/
/** Words before a number that is one of things: a wrong check digit is then no slip of the pen. */
const OF_THINGS =
  /(?:许可|项目|受理|施工|标段|招标|订单|流水|档案|合同|登记证|快递|批次|采伐)[^，。；\n]{0,8}$/

/** 居民身份证号码、手机号码、银行卡号 in folded text. A credit code is nobody's identity. */
export function findPersonalNumbers(text: string): readonly Hit[] {
  const residents = [...text.matchAll(RESIDENT_18)].flatMap((match) => resident18(match, text))
  const taken = residents.map(({ at, length }) => [at, at + length] as const)
  const free = ({ at }: Hit) => !taken.some(([from, to]) => at >= from && at < to)
  return [
    ...residents,
    ...[...text.matchAll(RESIDENT_15)].flatMap(resident15),
    ...[...text.matchAll(MOBILE)].map(mobile),
    ...[...text.matchAll(CARD)].flatMap((match) => card(match, text)),
  ].filter((hit) => residents.includes(hit) || free(hit))
}

function resident18(match: RegExpMatchArray, text: string): Hit[] {
  const number = digitsOf(match[0])
  if (!REGION.test(number)) return []
  const place = {
    rule: 'PUB-60',
    at: match.index ?? 0,
    length: match[0].length,
    masked: maskResident(number),
  } as const
  if (isResidentNumber(number)) {
    const message = '有居民身份证号码，请删除或者只保留前2位、后3位'
    return [{ ...place, level: 'veto', certainty: 'certain', message }]
  }
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (OF_THINGS.test(text.slice(0, match.index).slice(-16))) return []
  if (!/^(19|20)/.test(born) || !isPlainDate(born)) return []
  if (isCreditCode(number) || isCard(number)) return []
  const message = '有一串数字像居民身份证号码，但校验码不符，请核对'
  return [{ ...place, level: 'warn', certainty: 'likely', message }]
}

function resident15(match: RegExpMatchArray): Hit[] {
  const number = match[0]
  if (!REGION.test(number)) return []
  if (!isPlainDate(`19${number.slice(6, 8)}-${number.slice(8, 10)}-${number.slice(10, 12)}`)) return []
  const place = { rule: 'PUB-60', at: match.index ?? 0, length: 15, masked: maskResident(number) } as const
  const message = '有一串数字像15位的居民身份证号码，请核对'
  return [{ ...place, level: 'block', certainty: 'likely', message }]
}

function mobile(match: RegExpMatchArray): Hit {
  const number = digitsOf(match[0]).slice(-11)
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

const ACCOUNT = /(?:卡号|账号|帐号|账户|帐户|银行卡|开户行?)[^\d\n]{0,12}$/

function card(match: RegExpMatchArray, text: string): Hit[] {
  const number = digitsOf(match[0])
  const at = match.index ?? 0
  const isNamed = ACCOUNT.test(text.slice(Math.max(0, at - 20), at))
  if (!(isNamed ? isCard(number) : looksLikeCard(number))) return []
  const masked = `${'*'.repeat(number.length - 4)}${number.slice(-4)}`
  const message = '有银行卡号，请删除或者只保留后4位'
  return [
    { rule: 'PUB-62', level: 'veto', at, length: match[0].length, masked, certainty: 'certain', message },
  ]
}

/** `11*************02X`: the first two and the last three. */
function maskResident(number: string): string {
  return `${number.slice(0, 2)}${'*'.repeat(number.length - 5)}${number.slice(-3)}`
}

function digitsOf(text: string): string {
  return text.replace(/[^0-9Xx]/g, '').toUpperCase()
}
