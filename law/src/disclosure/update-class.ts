import { type Citation, cite } from '../citation.ts'
import { addDays, addMonths, later, type PlainDate } from '../plain-date.ts'

type Span = Readonly<{ days: number }> | Readonly<{ months: number }>

type UpdateRow = Readonly<{
  label: string
  /** Columns that usually belong to it. */
  columns: readonly string[]
  /** How long the newest entry may stand; null where the day comes from elsewhere. */
  staleAfter: Span | null
  /** Days after the newest entry from which somebody is warned. */
  warnAfterDays: number | null
  basis: Citation | null
  /** False where the limit is ours and no norm sets it. */
  normative: boolean
}>

/** 栏目更新类别. The two limits of the national indicators are law for every site; 事件 is a limit of the house. */
// biome-ignore format: a table
export const UPDATE_CLASSES = {
  dynamic:         { label: '动态要闻', columns: ['动态', '要闻', '工作动态'], staleAfter: { days: 14 }, warnAfterDays: 10, basis: cite('website-indicators'), normative: true },
  'notice-policy': { label: '通知政策', columns: ['通知公告', '政策文件'], staleAfter: { months: 6 }, warnAfterDays: 150, basis: cite('website-indicators'), normative: true },
  periodic:        { label: '定期发布', columns: ['统计信息', '财政预算、决算', '年度报告', '随机抽查'], staleAfter: null, warnAfterDays: null, basis: cite('regulation', 26), normative: true },
  'on-change':     { label: '变更时更新', columns: ['机构职能', '负责人', '公开指南', '工作制度', '公开目录'], staleAfter: null, warnAfterDays: null, basis: cite('regulation', 12, 1), normative: true },
  event:           { label: '随事项更新', columns: ['应急管理', '公务员招考', '重大建设项目'], staleAfter: { days: 30 }, warnAfterDays: 20, basis: null, normative: false },
} as const satisfies Record<string, UpdateRow>

export type UpdateClass = keyof typeof UPDATE_CLASSES

/** What a column is judged by. Items without a day do not count as an update. */
export type ColumnFacts = Readonly<{
  updateClass: UpdateClass
  /** Entries that the public can see. */
  items: number
  newestOn: PlainDate | null
  /** `periodic`: the last day by which the next entry is owed. */
  nextDueOn?: PlainDate | null
  /** `on-change`: the last day on which the record behind the page must be shown as it now is. */
  changeDueOn?: PlainDate | null
  /** `event`: whether something is going on that has to be reported on. */
  eventOpen?: boolean
}>

export type Freshness = Readonly<{
  state: 'fresh' | 'ageing' | 'stale' | 'blank'
  /** The last day on which the column still counts as updated; null where nothing is owed. */
  freshThrough: PlainDate | null
}>

/** 更新情况 of a column on a day: two weeks to the day are still in time. */
export function freshnessOf(column: ColumnFacts, today: PlainDate): Freshness {
  if (column.items === 0 || (column.newestOn === null && column.updateClass !== 'on-change')) {
    return { state: 'blank', freshThrough: null }
  }
  const freshThrough = lastFreshDay(column)
  if (freshThrough === null) return { state: 'fresh', freshThrough }
  if (today > freshThrough) return { state: 'stale', freshThrough }
  const { warnAfterDays }: UpdateRow = UPDATE_CLASSES[column.updateClass]
  const warnFrom =
    warnAfterDays === null || column.newestOn === null ? null : addDays(column.newestOn, warnAfterDays)
  return { state: warnFrom !== null && today >= warnFrom ? 'ageing' : 'fresh', freshThrough }
}

function lastFreshDay({ updateClass, newestOn, nextDueOn, changeDueOn, eventOpen }: ColumnFacts) {
  const { staleAfter }: UpdateRow = UPDATE_CLASSES[updateClass]
  if (updateClass === 'periodic') return nextDueOn ?? null
  if (updateClass === 'on-change') return changeDueOn ?? null
  if (updateClass === 'event' && eventOpen !== true) return null
  return staleAfter === null || newestOn === null ? null : endOf(newestOn, staleAfter)
}

/** The last day of a span that begins on `from`. */
function endOf(from: PlainDate, span: Span): PlainDate {
  return 'days' in span ? addDays(from, span.days) : addMonths(from, span.months)
}

/** 首页更新: the newest dated entry of a home page; null for a page whose entries show no day. */
export function newestOf(days: readonly (PlainDate | null)[]): PlainDate | null {
  return days.reduce<PlainDate | null>(
    (newest, day) => (day === null ? newest : newest === null ? day : later(newest, day)),
    null,
  )
}
