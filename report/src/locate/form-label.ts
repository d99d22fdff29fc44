import { findClause, isFirstColumn, isHeadTwo } from './header-two.ts'
import {
  T2_LABELS,
  T3_COLUMN_LABELS,
  T3_GROUP_LABELS,
  T3_ROW_LABELS,
  T4_BLOCK_LABELS,
  T4_COLUMN_LABELS,
} from './label-index.ts'
import { findExact } from './match-label.ts'
import { remember } from './remember.ts'

const LABELS = [
  ...new Map(
    [
      ...T3_ROW_LABELS['2021'],
      ...T3_GROUP_LABELS['2021'],
      ...T3_COLUMN_LABELS,
      ...T4_BLOCK_LABELS,
      ...T4_COLUMN_LABELS,
      ...T2_LABELS['2021'].flatMap((labels) => labels.rows),
      ...T2_LABELS['2019'].flatMap((labels) => labels.rows),
    ].map((entry) => [entry.canonical, entry]),
  ).values(),
]

/** Whether a text is, word for word, a label of one of the three tables. */
export const isFormLabel = remember(
  (text): boolean =>
    findExact(text, LABELS) !== undefined ||
    isHeadTwo(text) ||
    isFirstColumn(text) ||
    findClause(text) !== undefined,
)
