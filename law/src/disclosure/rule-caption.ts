import { cite } from '../citation.ts'
import { type PlainDate, plainDateText } from '../plain-date.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'

/** One step in the life of a rule: by which document, on which day. */
type RuleStep = Readonly<{ on: PlainDate; by: string }>

export type RuleHistory = Readonly<{
  promulgated: RuleStep
  amendments: readonly (RuleStep & Readonly<{ kind: '修正' | '修订' }>)[]
  effectiveOn: PlainDate
}>

/**
 * 题注: the line under the title of a 规章, with its promulgation, every amendment and the day it took effect. A rule
 * page holds title, caption and text only; the signing order is not printed again.
 */
export function ruleCaption({ promulgated, amendments, effectiveOn }: RuleHistory): Ruling<string> {
  const days = [promulgated.on, ...amendments.map(({ on }) => on)]
  if (days.some((day, index) => index > 0 && day <= (days[index - 1] ?? day))) {
    return refuse('caption-order', '题注应当按时间先后载明公布和历次修改，请核对日期', cite('rules-notice'))
  }
  if (promulgated.by.trim() === '' || amendments.some(({ by }) => by.trim() === '')) {
    return refuse('caption-incomplete', '题注应当载明公布和历次修改的文件', cite('rules-notice'))
  }
  const first = `${plainDateText(promulgated.on)}${promulgated.by.trim()}公布`
  const later = amendments.map(
    ({ on, by, kind }, index) => `${changeText(on, by.trim())}${ordinal(index, amendments.length)}${kind}`,
  )
  return grant(`（${[first, ...later, `自${plainDateText(effectiveOn)}起施行`].join('　')}）`)
}

/** A decision amends (根据…); an order puts out the revised text itself. */
function changeText(on: PlainDate, by: string): string {
  return `${by.endsWith('》') ? '根据' : ''}${plainDateText(on)}${by}`
}

function ordinal(index: number, count: number): string {
  return count === 1 ? '' : `第${'一二三四五六七八九十'[index] ?? index + 1}次`
}
