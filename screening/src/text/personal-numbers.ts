import type { Hit } from '../finding.ts'
import { isCard, looksLikeCard } from './bank-card.ts'
import { findMobileNumbers } from './mobile-numbers.ts'
import { findResidentNumbers } from './resident-numbers.ts'

const CARD = /(?:(?<![0-9A-Za-z])|(?<=\b(?:no|id|card)))[3-69](?:[ \u00a0._-]{0,2}\d){15,18}(?![0-9A-Za-z])/gi
/** Numbers of meters and papers are as long, and one in ten passes the check. */
const OF_THINGS = /(?:户号|表号|单号|编号|订单号?|流水号?|批号|备案号)[:：]?[ \t]*$/
const ACCOUNT = /(?:卡号|账号|帐号|账户|帐户|银行卡|开户行?)[^\d\n]{0,12}$/

/** 居民身份证号码、手机号码、银行卡号 in folded text. A credit code is nobody's identity. */
export function findPersonalNumbers(text: string): readonly Hit[] {
  const residents = findResidentNumbers(text)
  const sure = residents.filter(({ certainty }) => certainty === 'certain')
  const others = [
    ...findMobileNumbers(text),
    ...[...text.matchAll(CARD)].flatMap((match) => card(match, text)),
  ]
  const inResident = ({ at }: Hit, among: readonly Hit[]) =>
    among.some((hit) => at >= hit.at && at < hit.at + hit.length)
  const apart = others.filter((hit) => !inResident(hit, sure))
  return [...residents.filter((hit) => hit.certainty === 'certain' || !overlaps(hit, apart)), ...apart]
}

/** What only looks like an identity number and is surely another one is that other one. */
function overlaps(hit: Hit, others: readonly Hit[]): boolean {
  return others.some(
    ({ at, length, certainty }) =>
      certainty === 'certain' && at < hit.at + hit.length && at + length > hit.at,
  )
}

function card(match: RegExpMatchArray, text: string): Hit[] {
  const number = match[0].replace(/\D/g, '')
  const at = match.index ?? 0
  const before = text.slice(Math.max(0, at - 20), at)
  const isNamed = ACCOUNT.test(before)
  if (!isNamed && OF_THINGS.test(before)) return []
  if (!(isNamed ? isCard(number) : looksLikeCard(number))) return []
  const masked = `${'*'.repeat(number.length - 4)}${number.slice(-4)}`
  const message = '有银行卡号，请删除或者只保留后4位'
  return [
    { rule: 'PUB-62', level: 'veto', at, length: match[0].length, masked, certainty: 'certain', message },
  ]
}
