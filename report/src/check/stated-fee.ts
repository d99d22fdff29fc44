import type { Report } from '../report.ts'
import { foldProse } from './sentences.ts'

const COLLECTED = /信息(?:公开)?处理费[^。;\n]*?(\d+(?:\.\d+)?)(万?)元/
const NONE =
  /(?:未|没有|无)(?:收取|发生|产生|涉及)?[^。;\n]{0,12}信息(?:公开)?处理费|信息(?:公开)?处理费[^。;\n]{0,8}(?:未收取|为0|0元|没有)/

/** 信息处理费: what the prose says was collected, in yuan; `undefined` when it does not say. */
export function statedFee(report: Report): string | undefined {
  const text = (report.sections ?? []).map(({ text }) => foldProse(text)).join('\n')
  const collected = COLLECTED.exec(text)
  if (collected?.[1] !== undefined)
    return collected[2] === '万' ? tenThousandFold(collected[1]) : collected[1]
  return NONE.test(text) ? '0' : undefined
}

/** Exact: the decimal point moves four places. */
function tenThousandFold(amount: string): string {
  const [whole = '0', fraction = ''] = amount.split('.')
  const padded = fraction.padEnd(4, '0')
  const digits = `${whole}${padded.slice(0, 4)}`.replace(/^0+(?=\d)/, '')
  return padded.length > 4 ? `${digits}.${padded.slice(4)}` : digits
}
