import { type FormatId, formatForYear, REPORT_FORMATS } from '@mingfu/law'
import { foldLabel, letters } from './fold.ts'
import { isFigure } from './remember.ts'

export type DetectedFormat = Readonly<{ format: FormatId; by: 'labels' | 'rows' | 'year' | 'default' }>

const TRIAL = keysOf('2019')
const CURRENT = keysOf('2021')
const SPLIT_ROWS = /逾期不补正|逾期未按收费通知|按收费通知要求缴纳/

/**
 * 认格式: by the labels that only one format prints; failing that by the rows of （六）其他处理; only then by the
 * report year, for reports in the trial format were still published in 2023.
 */
export function detectFormat(texts: readonly string[], year: number | null): DetectedFormat {
  const seen = new Set<string>()
  // Heads broken over lines or run together are found in the whole text of short pieces.
  let run = ''
  for (const text of texts) {
    if (text === '' || text.length > 120) continue
    if (isFigure(text)) {
      if (text.length <= 40) run += text
      continue
    }
    const { words, bare, yearless } = foldLabel(text)
    seen.add(words).add(bare).add(yearless)
    if (text.length <= 40) run += words
  }
  const trial = hits(TRIAL, seen, run)
  const current = hits(CURRENT, seen, run)
  // Both forms are printed, as where last year's table was left in: the one that binds is the report.
  if (trial >= 2 && current >= 2 && year !== null) return { format: formatForYear(year), by: 'year' }
  if (trial >= 2 && trial > current) return { format: '2019', by: 'labels' }
  if (current >= 2 && current > trial) return { format: '2021', by: 'labels' }
  if (SPLIT_ROWS.test(run)) return { format: '2021', by: 'rows' }
  if (trial !== current) return { format: trial > current ? '2019' : '2021', by: 'labels' }
  if (year !== null) return { format: formatForYear(year), by: 'year' }
  return { format: '2021', by: 'default' }
}

/** The rows of （六）其他处理 that only the current format prints. */
export function printsSplitRows(texts: readonly string[]): boolean {
  return texts.some((text) => text.length <= 60 && SPLIT_ROWS.test(foldLabel(text).words))
}

function hits(keys: readonly string[], seen: ReadonlySet<string>, run: string): number {
  return keys.filter((key) => seen.has(key) || (key.length >= 6 && run.includes(key))).length
}

function keysOf(format: FormatId): readonly string[] {
  const shared = new Set(['处理决定数量'])
  return [
    ...new Set(REPORT_FORMATS[format].detection.anyOf.map((text) => letters(foldLabel(text).words))),
  ].filter((key) => !shared.has(key))
}
