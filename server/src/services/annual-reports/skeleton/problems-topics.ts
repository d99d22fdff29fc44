import { type CellId, plainDateText, yearOf } from '@mingfu/law'
import type { Activity } from '../../oversight/activity.ts'
import { counted, listed, type SkeletonTopic, type Span, say, sumFigure } from './span.ts'
import { activityMember, withoutStop } from './supervision-topics.ts'
import type { YearFacts } from './year-facts.ts'

const ORDINALS = '一二三四五六七八九十'

/** 主要问题: the problems recorded in the year, and what the cases themselves show. */
export function problemsTopic(facts: YearFacts): SkeletonTopic {
  const { activities, late, year } = facts
  const problems = activities.filter(({ kind }) => kind === 'problem')
  const shown: (readonly Span[])[] = problems.map((problem) => [
    listed(problem.title, '存在的问题', [activityMember(problem)]),
    ...(problem.detail === '' ? [] : [say(`：${withoutStop(problem.detail)}`)]),
  ])
  if (late.length > 0) {
    shown.push([say('有'), counted('逾期答复的申请', late), say('件申请未在法定期限内答复')])
  }
  const corrected = ['review', 'litigation_direct', 'litigation_after_review'].map(
    (block) => `t4.${block}.corrected` as CellId,
  )
  const figure = sumFigure(facts, '复议、诉讼结果纠正', corrected)
  if (figure.text !== '0') shown.push([say('行政复议、行政诉讼中被纠正'), figure, say('件')])
  const numbered = shown.flatMap((spans, index): readonly Span[] => [
    say(`${index === 0 ? '' : '；'}${shown.length === 1 ? '' : `${ORDINALS[index] ?? index + 1}是`}`),
    ...spans,
  ])
  return {
    section: 's5',
    topic: '主要问题',
    lines: shown.length === 0 ? [] : [[...numbered, say('。')]],
    missing:
      problems.length > 0
        ? null
        : `${year}年没有登记存在的问题；第五部分不能只写“无”，请把检查、考核、评议和复议诉讼中发现的问题先登记下来`,
  }
}

/** 改进情况: what became of last year's problems, and what was mended in the year. */
export function improvementsTopic({ activities, carried, year }: YearFacts): SkeletonTopic {
  const own = activities.filter(({ kind, remedy }) => kind === 'problem' && remedy !== '')
  const lines = [
    ...carried.map((problem): readonly Span[] => [
      say(`${yearOf(problem.heldOn)}年查找的“`),
      listed(problem.title, '以前年度的问题', [activityMember(problem)]),
      say('”问题，'),
      say(whatBecameOf(problem, year)),
    ]),
    ...own.map((problem): readonly Span[] => [
      say('针对“'),
      listed(problem.title, '存在的问题', [activityMember(problem)]),
      say('”，'),
      say(whatBecameOf(problem, year)),
    ]),
  ]
  const silent = carried.filter(({ remedy }) => remedy === '').length
  return {
    section: 's5',
    topic: '改进情况',
    lines,
    missing:
      silent > 0
        ? `有${silent}项以前年度的问题没有登记整改情况，请先登记`
        : lines.length === 0
          ? '没有登记过整改情况，请写明上年问题的改进情况和本年的改进措施'
          : null,
  }
}

function whatBecameOf({ remedy, resolvedOn }: Activity, year: number): string {
  const done = remedy === '' ? '' : `${withoutStop(remedy)}，`
  if (resolvedOn !== null && yearOf(resolvedOn) <= year)
    return `${done}已于${plainDateText(resolvedOn)}整改完成。`
  return `${done}仍在整改。`
}
