import { type ReportSectionId, SECTIONS_2021 } from '@mingfu/law'
import type { PriorReport, Report, ReportSection } from '../report.ts'
import { ORG_TYPES } from '../report.ts'
import { isObject, type Loose, list, optional, shown, strings, text } from './loose.ts'
import { usableComponents } from './usable-components.ts'
import { usableLedger } from './usable-ledger.ts'
import { cellTexts, usableTables } from './usable-tables.ts'

/** A part of a report that cannot be used, in words for whoever made the file. */
export type ShapeFault = Readonly<{ part: 'components'; why: string }>

export type UsableReport = Readonly<{ report: Report; faults: readonly ShapeFault[] }>

/**
 * A report that came as JSON from elsewhere, reduced to the parts that are what they should be. What is not is left
 * out, so that the rules that need it are not assessable.
 */
export function usableReport(given: Report): UsableReport {
  const loose: Loose = isObject(given) ? given : {}
  const { components, fault } = usableComponents(loose.components)
  const report = {
    meta: usableMeta(isObject(loose.meta) ? loose.meta : {}),
    tables: usableTables(loose.tables),
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
    ...optional('components', components),
    ...optional('publication', usablePublication(loose.publication)),
    ...optional('ledger', usableLedger(loose.ledger)),
  }
  return { report, faults: fault === undefined ? [] : [{ part: 'components', why: fault }] }
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
