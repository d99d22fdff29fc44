import type { CalendarSpanView } from '@mingfu/contract'
import { isPlainDate, weekdayText } from '@mingfu/law'
import { type Column, dayText, Tag } from '../ui/index.ts'

const KINDS = {
  holiday: { label: '放假', colour: 'success' },
  'make-up': { label: '调休上班', colour: 'warning' },
  'local-holiday': { label: '地方放假', colour: 'success' },
  'local-make-up': { label: '地方调休上班', colour: 'warning' },
} as const

/** Days that are not what their weekday says, one run a row. */
export const SPAN_COLUMNS: readonly Column<CalendarSpanView>[] = [
  { title: '日期', cell: ({ from, to }) => spanText(from, to) },
  { title: '节日', cell: ({ name }) => name, width: 120 },
  {
    title: '安排',
    cell: ({ kind }) => <Tag color={KINDS[kind].colour}>{KINDS[kind].label}</Tag>,
    width: 140,
  },
  { title: '依据', cell: ({ notice }) => notice },
]

function spanText(from: string, to: string): string {
  if (from !== to) return `${dayText(from)}至${dayText(to)}`
  return isPlainDate(from) ? `${dayText(from)}（${weekdayText(from)}）` : from
}
