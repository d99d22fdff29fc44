import { ACTIVITY_KINDS, type ActivityKind } from '@mingfu/law'
import type { Activity } from '../../oversight/activity.ts'
import { counted, type FactMember, listed, type SkeletonTopic, type Span, say } from './span.ts'
import type { YearFacts } from './year-facts.ts'

/** 政府信息管理: the review before release, which is the part of it that leaves a record. */
export function managementTopic({ reviewed, year }: YearFacts): SkeletonTopic {
  return {
    section: 's1',
    topic: '政府信息管理',
    lines:
      reviewed.length === 0
        ? []
        : [[say(`${year}年，公开前保密审查`), counted('公开前审查记录', reviewed), say('件次。')]],
    missing: '信息清理、公开属性认定、制度修订没有可以取数的记录，做过的请写明',
  }
}

/** 平台建设: nothing in the records tells of it, and nothing is made up. */
export function platformTopic(): SkeletonTopic {
  return {
    section: 's1',
    topic: '政府信息公开平台建设',
    lines: [],
    missing: '平台建设没有可以取数的记录，请写明本年做了什么',
  }
}

const KINDS: readonly ActivityKind[] = [
  'training',
  'publicity',
  'inspection',
  'assessment',
  'evaluation',
  'accountability',
]
/** 条例 第五十条第一款第（四）项: what governments have to report besides. */
const OWED_BY_GOVERNMENTS: readonly ActivityKind[] = ['assessment', 'evaluation', 'accountability']

/** 监督保障: the recorded trainings, inspections, assessments and the rest, each with its day. */
export function supervisionTopic({ activities, isGovernment, year }: YearFacts): SkeletonTopic {
  const of = (kind: ActivityKind) => activities.filter((activity) => activity.kind === kind)
  const absent = KINDS.filter((kind) => of(kind).length === 0)
  const owed = absent.filter((kind) => !isGovernment || OWED_BY_GOVERNMENTS.includes(kind))
  const names = owed.map((kind) => ACTIVITY_KINDS[kind].label).join('、')
  return {
    section: 's1',
    topic: '监督保障',
    lines: KINDS.filter((kind) => !absent.includes(kind)).map((kind) => activityLine(kind, of(kind))),
    missing:
      owed.length === 0
        ? null
        : `${year}年没有登记${names}${isGovernment ? '，各级人民政府应当报告考核、社会评议和责任追究结果' : ''}；开展过的请先登记，没有开展的不必写`,
  }
}

function activityLine(kind: ActivityKind, activities: readonly Activity[]): readonly Span[] {
  const { label, measure } = ACTIVITY_KINDS[kind]
  const people = activities.filter(({ participants }) => participants !== null)
  const sum = people.reduce((total, { participants }) => total + (participants ?? 0), 0)
  return [
    say(`开展${label}`),
    counted(label, activities.map(activityMember)),
    say(measure),
    ...(sum === 0
      ? []
      : [say('，参加'), listed(String(sum), `${label}参加人数`, people.map(activityMember)), say('人次')]),
    say('：'),
    ...activities.flatMap((activity, index): readonly Span[] => [
      ...(index === 0 ? [] : [say('；')]),
      say(`${Number(activity.heldOn.slice(5, 7))}月，`),
      listed(activity.title, label, [activityMember(activity)]),
      ...(activity.detail === '' ? [] : [say(`，${withoutStop(activity.detail)}`)]),
    ]),
    say('。'),
  ]
}

export function activityMember(activity: Activity): FactMember {
  const { activityId, title, heldOn, participants } = activity
  const number = participants === null ? '' : `${participants}人`
  return { kind: 'activity', id: activityId, number, title, on: heldOn }
}

export function withoutStop(text: string): string {
  return text.replace(/[。；;，,\s]+$/, '')
}
