import { type Assessment, failed, found, mergeAssessments } from '@mingfu/law'
import type { Report } from '../report.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

/** What a breakdown has to be about: elsewhere lists after 其中 are examples, and one post counts for many channels. */
const TOPIC = /申请|办结|答复|复议|诉讼|信息处理费/

const AMOUNT = /(?<![\d.第〔])(\d+(?:\.\d+)?)(件|份|宗|起|元|万元)(?!次|人|期|%)/g

type Amount = Readonly<{ value: number; unit: string; start: number }>

/** AR-49: the parts after 其中 add up to the whole that stands before it. */
export function checkBreakdowns(report: Report): Assessment {
  return mergeAssessments(
    sentencesOf(report, ['s1', 's3', 's4', 's6']).flatMap((sentence) => {
      const at = sentence.text.indexOf('其中')
      const once = at >= 0 && sentence.text.indexOf('其中', at + 2) < 0
      return once ? checkSentence(sentence, at) : []
    }),
  )
}

function checkSentence(sentence: Sentence, at: number): Assessment[] {
  const head = sentence.text.slice(0, at)
  const before = at <= 1 ? `${sentence.before ?? ''}${head}` : head
  // What stands in brackets behind a part divides that part further.
  const tail = sentence.text.slice(at).replaceAll(/\([^()]*\)/g, '')
  if (
    !TOPIC.test(`${before}${tail}`) ||
    /等(?![渠方途形类])|主要|最多|分别为?同比|正在|办理中|在办|待办/.test(tail)
  )
    return []
  // 复议10件和诉讼3件,其中…: which of the two is divided cannot be told.
  const lastClause = before.slice(before.replace(/,$/, '').lastIndexOf(',') + 1)
  return ['件', '元'].flatMap((unit) =>
    amountsIn(lastClause, unit).length > 1
      ? []
      : checkUnit(unit, amountsIn(before, unit), amountsIn(tail, unit), sentence, isOpenList(before, tail)),
  )
}

/** 自然人 and 法人或其他组织 are all the applicants there are. */
const BOTH_KINDS = /(?:自然人|公民)[^。]*法人(?:或者?|和|及|与|、)其他组织/

const RESULTS = /予以公开|部分公开|不予公开|无法提供|不掌握|不予处理|其他处理/g

/** Results need not all be named, and those of the cases done say nothing of the cases received. */
function isOpenList(before: string, tail: string): boolean {
  const named = new Set(tail.match(RESULTS) ?? []).size
  if (named === 0) return false
  return !/办结|答复|办理/.test(before) || !/其他/.test(tail)
}

function checkUnit(
  unit: string,
  wholes: readonly Amount[],
  parts: readonly Amount[],
  { where, text, section }: Sentence,
  open: boolean,
): Assessment[] {
  const whole = wholes.at(-1)
  if (whole === undefined || parts.length < 2) return []
  const sum = Math.round(parts.reduce((total, { value }) => total + value, 0) * 10_000) / 10_000
  if (wholes.some(({ value }) => value === sum)) return []
  // Two parts that fall short may be two of many.
  if (sum < whole.value && (open || (parts.length < 3 && !BOTH_KINDS.test(text)))) return []
  const list = parts.map(({ value }) => value).join('+')
  const message = `“其中”所列各项之和为${sum}${unit}（${list}），与总数${whole.value}${unit}不等，请核对。`
  const excerpt = text.slice(0, 40)
  return [
    failed(
      found('AR-49', {
        message,
        expected: String(whole.value),
        actual: String(sum),
        where: `${where}：${excerpt}`,
        quote: { part: section, text },
      }),
    ),
  ]
}

function amountsIn(text: string, wanted: string): readonly Amount[] {
  return [...text.matchAll(AMOUNT)].flatMap(([, digits = '', unit = ''], index) => {
    const money = unit === '元' || unit === '万元'
    if (money !== (wanted === '元')) return []
    return [{ value: Number(digits) * (unit === '万元' ? 10_000 : 1), unit: wanted, start: index }]
  })
}
