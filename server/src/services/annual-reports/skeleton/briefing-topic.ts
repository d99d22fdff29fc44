import { BRIEFING_LEVELS, type BriefingLevel } from '@mingfu/law'
import type { BriefingFact } from '../../briefing/briefing-year.ts'
import { joined, part } from './disclosure-topic.ts'
import { counted, type FactMember, type SkeletonTopic, type Span, say } from './span.ts'
import type { YearFacts } from './year-facts.ts'

/** 政务信息: what units handed in and what became of it. No 政府信息, so it is told apart; absent where there is none. */
export function briefingTopics({ briefings, year }: YearFacts): readonly SkeletonTopic[] {
  const { submitted, credits, bulletins } = briefings
  if (submitted.length === 0) return []
  const adopted = credits.filter(({ kind }) => kind === 'adoption')
  const annotated = credits.filter(({ kind }) => kind === 'instruction')
  const levels = (Object.keys(BRIEFING_LEVELS) as BriefingLevel[]).flatMap((level) => {
    const own = adopted.filter((one) => one.level === level)
    return own.length === 0 ? [] : [part(BRIEFING_LEVELS[level], own.map(memberOf), '条次')]
  })
  const line: Span[] = [
    say(`${year}年，各单位报送政务信息`),
    counted('本年报送的政务信息', submitted.map(memberOf)),
    say('条'),
  ]
  if (adopted.length > 0) {
    line.push(say('，采用'), counted('采用', adopted.map(memberOf)), say('条次'))
    if (levels.length > 1) line.push(say('，其中'), ...joined(levels))
  }
  if (annotated.length > 0)
    line.push(say('；领导批示'), counted('领导批示', annotated.map(memberOf)), say('次'))
  if (bulletins.length > 0)
    line.push(
      say('；编发期刊'),
      counted(
        '期刊',
        bulletins.map((one) => ({ ...memberOf(one), kind: 'bulletin' })),
      ),
      say('期'),
    )
  return [{ section: 's1', topic: '政务信息', lines: [[...line, say('。')]], missing: null }]
}

function memberOf({ id, number, title, on }: BriefingFact): FactMember {
  return { kind: 'briefing', id, number, title, on }
}
