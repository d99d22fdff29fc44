import {
  type Assessment,
  type CellId,
  cellName,
  checkPublicationDate,
  type FormatId,
  failed,
  found,
  isCellId,
  isPlainDate,
  mergeAssessments,
  plainDateText,
  splitCellId,
  unassessed,
} from '@mingfu/law'
import type { Publication, Report } from '../report.ts'

const COLUMN = '政府信息公开年报'

/** 公布核验: AR-62 to AR-68, when, where and in which forms the report was published. */
export function checkPublication(report: Report, format: FormatId, reportYear: number): Assessment {
  const { publication } = report
  if (publication === undefined) return unassessed('AR-62', '不知道何时、何处公布')
  return mergeAssessments([
    checkDate(report, publication, reportYear),
    checkColumn(publication),
    checkForms(publication),
    checkAttachments(publication, report, format),
    checkCaptures(publication, format),
  ])
}

function checkDate(
  report: Report,
  { publishedOn, localDeadline }: Publication,
  reportYear: number,
): Assessment {
  const { orgType } = report.meta
  if (orgType === undefined) return unassessed('AR-62', '不知道机关类型，无法确定公布期限')
  return checkPublicationDate({
    orgType,
    reportYear,
    ...(publishedOn !== undefined && isPlainDate(publishedOn) ? { publishedOn } : {}),
    ...(localDeadline !== undefined && isPlainDate(localDeadline) ? { localDeadline } : {}),
  })
}

function checkColumn({ column }: Publication): Assessment {
  if (column === undefined) return unassessed('AR-65', '不知道公布的栏目')
  if (column.includes(COLUMN)) return failed()
  const message = `报告公布在“${column}”，应当放在“${COLUMN}”栏目。`
  return failed(found('AR-65', { message, expected: COLUMN, actual: column, where: '公布栏目' }))
}

function checkForms({ webPage, attachments }: Publication): Assessment {
  if (webPage === undefined || attachments === undefined)
    return unassessed('AR-66', '不知道有没有网页正文和可下载的文件')
  const hasPage = webPage === true || (typeof webPage === 'string' && webPage !== '')
  const hasFile = attachments.length > 0
  if (hasPage && hasFile) return failed()
  const actual = hasPage ? '只有网页' : hasFile ? '只有文件' : '都没有'
  const message = `报告${actual}，应当既有网页正文，又有可下载的文件。`
  return failed(found('AR-66', { message, expected: '网页正文和可下载的文件', actual, where: '公布形式' }))
}

function checkAttachments({ attachments }: Publication, { tables }: Report, format: FormatId): Assessment {
  if (attachments === undefined) return unassessed('AR-67', '没有可与网页对照的文件')
  const compared = attachments.filter(({ differences }) => differences !== undefined)
  if (compared.length === 0) return unassessed('AR-67', '没有可与网页对照的文件')
  return failed(
    ...compared.flatMap(({ type, differences }) =>
      Object.entries(differences ?? {}).map(([cell, shown]) => {
        const name = nameOf(cell, format)
        const onPage = isCellId(format, cell) ? textIn(tables, cell) : undefined
        const page = onPage === undefined ? '' : `，网页为“${onPage}”`
        return found('AR-67', {
          cells: cellIds([cell], format),
          message: `附件（${type}）中${name}为“${describe(shown)}”${page}，两处应当一致，请更正其中一处。`,
          ...(onPage === undefined ? {} : { expected: onPage }),
          actual: describe(shown),
          where: `附件（${type}）${name}`,
        })
      }),
    ),
  )
}

function nameOf(cell: string, format: FormatId): string {
  return isCellId(format, cell) ? cellName(format, cell) : cell
}

function textIn(tables: Report['tables'], id: CellId): string | undefined {
  const { table, row, column } = splitCellId(id)
  return tables[table]?.cells[row]?.[column]
}

function describe(shown: unknown): string {
  return typeof shown === 'string' ? shown : JSON.stringify(shown)
}

function checkCaptures({ captures }: Publication, format: FormatId): Assessment {
  if (captures === undefined || captures.length === 0) return unassessed('AR-68', '没有公布后的存档')
  return failed(
    ...captures
      .filter(
        ({ changedCells, notice }) =>
          changedCells.length > 0 && (notice === undefined || notice === false || notice === ''),
      )
      .map(({ capturedOn, changedCells }) =>
        found('AR-68', {
          cells: cellIds(changedCells, format),
          message: `${isPlainDate(capturedOn) ? plainDateText(capturedOn) : capturedOn}存档的网页上，${changedCells.map((cell) => nameOf(cell, format)).join('、')}与公布时不同，而没有更正说明，请在网页上说明更正的内容。`,
          expected: '更正说明',
          actual: '没有',
          where: `${capturedOn}存档`,
        }),
      ),
  )
}

function cellIds(names: readonly string[], format: FormatId): readonly CellId[] {
  return names.filter((name) => isCellId(format, name))
}
