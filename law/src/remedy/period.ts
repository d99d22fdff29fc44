import { addDaysRolled, addMonthsRolled, type WorkingCalendar } from '../calendar/working-calendar.ts'
import { type Citation, cite } from '../citation.ts'
import type { PlainDate } from '../plain-date.ts'

type Unit = 'working-days' | 'days' | 'months'

type PeriodRow = Readonly<{
  label: string
  length: number
  unit: Unit
  /** What happens on day 0. */
  from: string
  basis: Citation
}>

/** 复议、诉讼的期间. Days of 3, 5, 7 and 10 of the Reconsideration Law are working days (Art. 88); the rest is calendar. */
// biome-ignore format: a table
export const REMEDY_PERIODS = {
  'apply-for-reconsideration':  { label: '申请行政复议',                 length: 60, unit: 'days',         from: '知道或者应当知道该行政行为之日', basis: cite('reconsideration', 20, 1) },
  'apply-when-not-told':        { label: '申请行政复议（未告知权利的）', length: 12, unit: 'months',       from: '知道或者应当知道行政行为内容之日', basis: cite('reconsideration', 20, 3) },
  'apply-at-latest':            { label: '申请行政复议的最长期限',       length: 60, unit: 'months',       from: '行政行为作出之日',             basis: cite('reconsideration', 21) },
  'apply-against-silence':      { label: '对不答复申请行政复议',         length: 60, unit: 'days',         from: '答复期限届满之日',             basis: cite('reconsideration-regulation', 16, 1) },
  'acceptance-check':           { label: '复议机关审查受理',             length: 5,  unit: 'working-days', from: '收到行政复议申请之日',         basis: cite('reconsideration', 30, 1) },
  'answer-ordinary':            { label: '被申请人书面答复（普通程序）', length: 10, unit: 'working-days', from: '收到申请书副本之日',           basis: cite('reconsideration', 48) },
  'answer-simplified':          { label: '被申请人书面答复（简易程序）', length: 5,  unit: 'working-days', from: '收到申请书副本之日',           basis: cite('reconsideration', 54, 1) },
  'decide-ordinary':            { label: '作出复议决定（普通程序）',     length: 60, unit: 'days',         from: '受理申请之日',                 basis: cite('reconsideration', 62, 1) },
  'decide-ordinary-extended':   { label: '作出复议决定（普通程序延长）', length: 90, unit: 'days',         from: '受理申请之日',                 basis: cite('reconsideration', 62, 1) },
  'decide-simplified':          { label: '作出复议决定（简易程序）',     length: 30, unit: 'days',         from: '受理申请之日',                 basis: cite('reconsideration', 62, 2) },
  'sue-directly':               { label: '直接提起行政诉讼',             length: 6,  unit: 'months',       from: '知道或者应当知道作出行政行为之日', basis: cite('litigation', 46, 1) },
  'sue-when-not-told':          { label: '提起行政诉讼（未告知起诉期限的）', length: 12, unit: 'months',   from: '知道或者应当知道行政行为内容之日', basis: cite('litigation-interpretation', 64, 1) },
  'sue-after-reconsideration':  { label: '复议后提起行政诉讼',           length: 15, unit: 'days',         from: '收到复议决定书之日',           basis: cite('litigation', 45) },
  'sue-after-no-decision':      { label: '复议前置案件逾期不受理、不决定的', length: 15, unit: 'days',     from: '收到不予受理决定书或者复议期限届满之日', basis: cite('reconsideration', 34) },
  'sue-against-silence':        { label: '对不答复提起行政诉讼',         length: 6,  unit: 'months',       from: '答复期限届满之日',             basis: cite('litigation-interpretation', 66) },
  'defendant-evidence':         { label: '被告提交证据和答辩状',         length: 15, unit: 'days',         from: '收到起诉状副本之日',           basis: cite('litigation', 67, 1) },
  'judgment':                   { label: '作出第一审判决',               length: 6,  unit: 'months',       from: '立案之日',                     basis: cite('litigation', 81) },
  'appeal-judgment':            { label: '对第一审判决提起上诉',         length: 15, unit: 'days',         from: '判决书送达之日',               basis: cite('litigation', 85) },
  'appeal-ruling':              { label: '对第一审裁定提起上诉',         length: 10, unit: 'days',         from: '裁定书送达之日',               basis: cite('litigation', 85) },
  'appeal-answer':              { label: '提出上诉答辩状',               length: 15, unit: 'days',         from: '收到上诉状副本之日',           basis: cite('litigation', 86) },
  'judgment-on-appeal':         { label: '作出终审判决',                 length: 3,  unit: 'months',       from: '收到上诉状之日',               basis: cite('litigation', 88) },
  'simplified-judgment':        { label: '适用简易程序的审结',           length: 45, unit: 'days',         from: '立案之日',                     basis: cite('litigation', 83) },
} as const satisfies Record<string, PeriodRow>

export type RemedyPeriodId = keyof typeof REMEDY_PERIODS

/** The last day of a period that began on `from`; day 0 is not counted, and a last day off rolls forward. */
export function remedyPeriodEnd(id: RemedyPeriodId, from: PlainDate, calendar: WorkingCalendar): PlainDate {
  const { length, unit }: PeriodRow = REMEDY_PERIODS[id]
  switch (unit) {
    case 'working-days':
      return calendar.addWorkingDays(from, length)
    case 'days':
      return addDaysRolled(from, length, calendar)
    case 'months':
      return addMonthsRolled(from, length, calendar)
  }
}
