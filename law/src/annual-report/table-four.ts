import type { PrintedLabel } from './printed-label.ts'

export type T4Block = PrintedLabel & Readonly<{ id: T4BlockId; path: readonly string[] }>
export type T4Column = PrintedLabel & Readonly<{ id: T4ColumnId }>

/** 行政复议, 未经复议直接起诉, 复议后起诉: three blocks of five cells, the same in both formats. */
// biome-ignore format: a table
export const T4_BLOCKS = [
  { id: 'review', label: '行政复议', path: ['行政复议'], variants: ['行政复议情况'] },
  { id: 'litigation_direct', label: '未经复议直接起诉', path: ['行政诉讼', '未经复议直接起诉'], variants: ['直接起诉'] },
  { id: 'litigation_after_review', label: '复议后起诉', path: ['行政诉讼', '复议后起诉'], variants: ['经复议后起诉'] },
] as const satisfies readonly (PrintedLabel & { id: string; path: readonly string[] })[]

export const T4_COLUMNS = [
  { id: 'upheld', label: '结果维持', variants: [] },
  { id: 'corrected', label: '结果纠正', variants: [] },
  { id: 'other', label: '其他结果', variants: [] },
  { id: 'pending', label: '尚未审结', variants: [] },
  { id: 'total', label: '总计', variants: ['合计'] },
] as const satisfies readonly (PrintedLabel & { id: string })[]

/** The one data row has no label; some reports print one. */
export const T4_ROW_VARIANTS: readonly string[] = ['件数', '数量']

/** The head over the second and third block. */
export const T4_LITIGATION_HEAD = '行政诉讼'

export type T4BlockId = (typeof T4_BLOCKS)[number]['id']
export type T4ColumnId = (typeof T4_COLUMNS)[number]['id']
