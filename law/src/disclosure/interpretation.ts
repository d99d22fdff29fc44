import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { cite } from '../citation.ts'
import type { PlainDate } from '../plain-date.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'
import type { ContentKind } from './content-kind.ts'
import { DEADLINE_RULES, publishDue } from './deadline-rule.ts'

/** 解读要素: what an interpretation has to cover; a digest of the text is none. */
export const INTERPRETATION_ELEMENTS = {
  background: '背景依据',
  objectives: '目标任务',
  content: '主要内容',
  scope: '适用范围',
  standards: '执行标准',
  notes: '注意事项',
  terms: '关键词诠释',
  benefits: '惠民利民举措',
  changes: '新旧政策差异',
} as const satisfies Record<string, string>

export type InterpretationElement = keyof typeof INTERPRETATION_ELEMENTS

/** 解读形式. */
export const INTERPRETATION_FORMS = {
  text: '文字解读',
  questions: '问答',
  chart: '图解',
  video: '视频',
  'press-conference': '新闻发布会',
  expert: '专家解读',
} as const satisfies Record<string, string>

export type InterpretationForm = keyof typeof INTERPRETATION_FORMS

/** Kinds that go out together with their interpretation, its dated plan, or a recorded reason for none. */
export const INTERPRETED_KINDS: readonly ContentKind[] = ['regulation', 'normative', 'policy']

export type InterpretationDuty = Readonly<{
  kind: ContentKind
  publishedOn: PlainDate
  interpretations: number
  /** The day an interpretation is promised for. */
  plannedOn: PlainDate | null
  /** Why there will be none. */
  exemption: string | null
}>

/** 同步解读: whether a document may go out as far as its interpretation is concerned; the last day is in time. */
export function interpretationReady(
  duty: InterpretationDuty,
  calendar: WorkingCalendar,
): Ruling<PlainDate | null> {
  const { kind, publishedOn, interpretations, plannedOn, exemption } = duty
  if (!INTERPRETED_KINDS.includes(kind) || interpretations > 0) return grant(null)
  if (exemption !== null && exemption.trim() !== '') return grant(null)
  const { dueOn } = publishDue(DEADLINE_RULES.interpretation, publishedOn, calendar)
  if (plannedOn === null) {
    return refuse(
      'interpretation-missing',
      `政策文件应当同步解读，请附解读材料、写明不晚于${dueOn}的解读计划，或者写明不解读的理由`,
      cite('openness-points-2016'),
    )
  }
  return plannedOn <= dueOn
    ? grant(plannedOn)
    : refuse('interpretation-late', `解读应当不晚于${dueOn}发布`, cite('openness-points-2016'))
}

/** The elements that an interpretation does not cover. */
export function missingInterpretationElements(
  covered: readonly InterpretationElement[],
): readonly InterpretationElement[] {
  return (Object.keys(INTERPRETATION_ELEMENTS) as InterpretationElement[]).filter(
    (element) => !covered.includes(element),
  )
}
