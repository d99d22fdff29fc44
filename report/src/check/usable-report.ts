import { type ReportSectionId, SECTIONS_2021 } from '@mingfu/law'
import type {
  CellTexts,
  LedgerApplication,
  LedgerDispute,
  PriorReport,
  Report,
  ReportSection,
} from '../report.ts'
import { ORG_TYPES } from '../report.ts'

type Loose = Readonly<Record<string, unknown>>

/**
 * A report that came as JSON from elsewhere, reduced to the parts that are what they should be. What is not is left
 * out, so that the rules that need it are not assessable.
 */
export function usableReport(report: Report): Report {
  const loose = report as unknown as Loose
  const { meta, tables } = report
  return {
    meta: usableMeta(meta as unknown as Loose),
    tables,
    ...text('title', loose.title),
    ...text('preamble', loose.preamble),
    ...optional('statPeriod', usablePeriod(loose.statPeriod)),
    ...optional('sections', usableSections(loose.sections)),
    ...optional('printedLabels', strings(loose.printedLabels)),
    ...optional('prior', usablePrior(loose.prior)),
    ...optional(
      'roster',
      list(loose.roster)?.filter((name) => typeof name === 'string'),
    ),
    ...optional('components', report.components),
    ...optional('publication', usablePublication(loose.publication)),
    ...optional('ledger', usableLedger(loose.ledger)),
  }
}

function usableMeta({ orgName, orgType, canMakeRegulations, reportYear, format }: Loose): Report['meta'] {
  const year = typeof reportYear === 'string' ? Number(reportYear) : reportYear
  return {
    ...text('orgName', orgName),
    ...optional(
      'orgType',
      ORG_TYPES.find((type) => type === orgType),
    ),
    ...(typeof canMakeRegulations === 'boolean' ? { canMakeRegulations } : {}),
    ...(typeof year === 'number' && Number.isInteger(year) && year > 2000 && year < 2200
      ? { reportYear: year }
      : {}),
    ...(format === '2019' || format === '2021' ? { format } : {}),
  }
}

function usablePeriod(value: unknown): Report['statPeriod'] | undefined {
  if (!isObject(value) || typeof value.from !== 'string' || typeof value.to !== 'string') return undefined
  return { from: value.from, to: value.to }
}

function usableSections(value: unknown): readonly ReportSection[] | undefined {
  const ids = SECTIONS_2021.map(({ id }) => id)
  return list(value)?.flatMap((section) => {
    if (!isObject(section)) return []
    const id = ids.find((known) => known === section.id)
    return id === undefined ? [] : [{ id, heading: shown(section.heading), text: shown(section.text) }]
  })
}

function usablePrior(value: unknown): PriorReport | undefined {
  if (!isObject(value)) return undefined
  const { format, reportYear, t2, t3, t4, texts } = value
  const { reportYear: year } = usableMeta({ reportYear })
  return {
    ...(format === '2019' || format === '2021' ? { format } : {}),
    ...optional('reportYear', year),
    ...optional('t2', cellTexts(t2)),
    ...optional('t3', cellTexts(t3)),
    ...optional('t4', cellTexts(t4)),
    ...optional('texts', strings(texts) as Readonly<Partial<Record<ReportSectionId, string>>> | undefined),
  }
}

function cellTexts(value: unknown): CellTexts | undefined {
  if (!isObject(value)) return undefined
  const rows = isObject(value.cells) ? value.cells : value
  const texts: Record<string, Record<string, string>> = {}
  for (const [row, columns] of Object.entries(rows)) {
    if (!isObject(columns)) continue
    texts[row] = Object.fromEntries(Object.entries(columns).map(([column, raw]) => [column, shown(raw)]))
  }
  return texts
}

function usablePublication(value: unknown): Report['publication'] | undefined {
  if (!isObject(value)) return undefined
  const { publishedOn, localDeadline, column, webPage, attachments, captures } = value
  return {
    ...text('publishedOn', publishedOn),
    ...text('localDeadline', localDeadline),
    ...text('column', column),
    ...(typeof webPage === 'boolean' || typeof webPage === 'string' ? { webPage } : {}),
    ...optional(
      'attachments',
      list(attachments)
        ?.filter(isObject)
        .map(({ type, differences }) => ({
          type: shown(type),
          ...(isObject(differences) ? { differences: differences as Readonly<Record<string, string>> } : {}),
        })),
    ),
    ...optional(
      'captures',
      list(captures)
        ?.filter(isObject)
        .map(({ capturedOn, changedCells, notice }) => ({
          capturedOn: shown(capturedOn),
          changedCells: (list(changedCells) ?? []).filter((cell) => typeof cell === 'string'),
          ...(typeof notice === 'boolean' || typeof notice === 'string' ? { notice } : {}),
        })),
    ),
  }
}

function usableLedger(value: unknown): Report['ledger'] | undefined {
  if (!isObject(value)) return undefined
  return {
    applications: (list(value.applications) ?? []).filter(
      isObject,
    ) as readonly Loose[] as readonly LedgerApplication[],
    disputes: (list(value.disputes) ?? []).filter(isObject) as readonly Loose[] as readonly LedgerDispute[],
  }
}

function text<Key extends string>(key: Key, value: unknown): Partial<Record<Key, string>> {
  return typeof value === 'string' && value !== '' ? ({ [key]: value } as Record<Key, string>) : {}
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): Partial<Record<Key, Value>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>)
}

function strings(value: unknown): Readonly<Record<string, string>> | undefined {
  if (!isObject(value)) return undefined
  return Object.fromEntries(Object.entries(value).filter(([, each]) => typeof each === 'string')) as Record<
    string,
    string
  >
}

function list(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
