import { T4_BLOCKS, T4_COLUMNS } from '@mingfu/law'
import type { Choose, PrintedReport, PrintedRow } from './printed-report.ts'

/** A way in which published reports come: file name and text. */
export type Layout = (report: PrintedReport, choose: Choose) => Readonly<{ name: string; text: string }>

const OUTCOMES = T4_COLUMNS.map((column) => column.label)

/** Ways of writing a print into a file, by name. */
export const LAYOUTS: Readonly<Record<string, Layout>> = {
  'web page': (report) => page(report, htmlTables(report)),
  'web page, spans lost': (report) =>
    page(report, (name) => table(rowsOf(report, name, false).map((row) => cells(row)))),
  'web page, spans filled with blanks': (report) =>
    page(report, (name) => table(filledRows(report, name).map((row) => cells(row)))),
  'web page, tables drawn with boxes': (report) =>
    page(report, (name) => {
      const rows = rowsOf(report, name, false).map(
        (row) => `<div class="row">${row.map((field) => `<div><span>${field}</span></div>`).join('')}</div>`,
      )
      return `<div class="table"><div>${rows.join('\n')}</div></div>`
    }),
  'web page saved by Word': (report) => {
    const { name, text } = page(report, htmlTables(report))
    return { name, text: asWord(text) }
  },
  'Markdown table': (report) =>
    textFile(report, (name) => {
      const rows = filledRows(report, name)
      const width = Math.max(...rows.map((row) => row.length))
      const lines = rows.map((row) => `| ${row.join(' | ')} |`)
      return [lines[0] ?? '', `|${' --- |'.repeat(width)}`, ...lines.slice(1)]
    }),
  'columns held apart by spaces': (report) =>
    textFile(report, (name) => {
      const rows = filledRows(report, name, '')
      const labels = rows.map((row) => row.length - valuesBehind(name))
      const widths = [0, 1, 2].map((at) =>
        Math.max(
          0,
          ...rows.map((row, index) => (at < (labels[index] ?? 0) - 1 ? widthOf(row[at] ?? '') : 0)),
        ),
      )
      const label = Math.max(...rows.map((row, index) => widthOf(row[(labels[index] ?? 1) - 1] ?? '')))
      return rows.map((row, index) =>
        row
          .map((field, at) => {
            const last = (labels[index] ?? 0) - 1
            return pad(field, at < last ? (widths[at] ?? 0) + 2 : at === last ? label + 2 : 14)
          })
          .join(''),
      )
    }),
  'runs of spaces between fields': (report) =>
    textFile(report, (name) =>
      filledRows(report, name).map((row) => row.map((field) => pad(field, 9)).join('')),
    ),
  'web page, every field a paragraph': (report) =>
    page(report, (table) =>
      fieldsOf(report, table)
        .map((field) => `<p>${field || '&nbsp;'}</p>`)
        .join('\n'),
    ),
  'tabs, spans dropped in front': (report) =>
    textFile(report, (table) => rowsOf(report, table, true).map((row) => row.join('\t'))),
  'tabs, ragged': (report) =>
    textFile(report, (table) => rowsOf(report, table, false).map((row) => row.join('\t'))),
  'bars, a row a line': (report) =>
    textFile(report, (table) => rowsOf(report, table, false).map((row) => `${row.join(' | ')} |`)),
  'bars on both sides': (report) =>
    textFile(report, (table) => rowsOf(report, table, false).map((row) => `| ${row.join(' | ')} |`)),
  'a field a line, bar behind': (report) =>
    textFile(report, (table) =>
      rowsOf(report, table, false).flatMap((row) => [...row, ...behind(row)].map((field) => `${field} |`)),
    ),
  'a field a line, bar on the next': (report) =>
    textFile(report, (table) =>
      rowsOf(report, table, false).flatMap((row) => row.flatMap((field) => [field, '|'])),
    ),
  'a field a line': (report) => textFile(report, (table) => fieldsOf(report, table)),
  'a field a line, empty line behind filled ones': (report) =>
    textFile(report, (table) =>
      fieldsOf(report, table).flatMap((field) => (field === '' ? [''] : [field, ''])),
    ),
  'a field a line, empty line behind every one': (report) =>
    textFile(report, (table) => fieldsOf(report, table).flatMap((field) => [field, ''])),
  'a field a line, blanks lost': (report) =>
    textFile(report, (table) => fieldsOf(report, table).filter((field) => field !== '')),
  spaces: (report) =>
    textFile(report, (table) =>
      rowsOf(report, table, false).map((row) => row.filter((field) => field !== '').join(' ')),
    ),
}

/** The fields of a row as printed, lost cells not there; with what a dropped span leaves in front if asked. */
function fieldsOfRow(row: PrintedRow, fillers: boolean): string[] {
  const values = row.values.filter((value) => value !== null)
  const filler =
    fillers && row.table === 't3' && row.id !== null ? Array.from({ length: row.covered - 1 }, () => '') : []
  return [...row.labels, ...filler, ...values]
}

/** Every row with all label columns of the form, blanks where a span reaches. */
function filledRows(report: PrintedReport, table: PrintedRow['table'], lost?: ''): string[][] {
  if (table !== 't3') return rowsOf(report, table, false)
  const rows = report.rows.filter((row) => row.table === 't3')
  const blanks = (count: number) => Array.from({ length: Math.max(0, count) }, () => '')
  const [first, second = [], third = []] = report.headThree
  const head =
    first === undefined
      ? []
      : [
          [first[0] ?? '', '', '', first[1] ?? '', ...blanks(third.length + 1)],
          ['', '', '', second[0] ?? '', second[1] ?? '', ...blanks(third.length - 1), second[2] ?? ''],
          ['', '', '', '', ...third, ''],
        ]
  return [
    ...head,
    ...rows.map((row) => {
      const values = row.values.map((value) => value ?? lost).filter((value) => value !== undefined)
      if (row.id === null) return [...row.labels, ...blanks(3 - row.labels.length), ...values]
      const leading = blanks(3 - row.covered - (row.labels.length - 1))
      return [...leading, ...row.labels, ...blanks(row.covered - 1), ...values]
    }),
  ]
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(2, width - widthOf(text)))
}

function widthOf(text: string): number {
  let wide = 0
  for (const character of text) wide += character.charCodeAt(0) < 0x2e80 ? 1 : 2
  return wide
}

function valuesBehind(table: PrintedRow['table']): number {
  return { t2: 3, t3: 7, t4: 15 }[table]
}

function behind(row: readonly string[]): string[] {
  return row.length === 1 ? ['', ''] : []
}

function rowsOf(report: PrintedReport, table: PrintedRow['table'], fillers: boolean): string[][] {
  const rows = report.rows.filter((row) => row.table === table).map((row) => fieldsOfRow(row, fillers))
  if (table === 't3') return [...report.headThree.map((row) => [...row]), ...rows]
  if (table === 't4') return [...headFour(), ...rows]
  return rows
}

function headFour(): string[][] {
  return [
    ['行政复议', '行政诉讼'],
    [...OUTCOMES, '未经复议直接起诉', '复议后起诉'],
    [...OUTCOMES, ...OUTCOMES],
  ]
}

function fieldsOf(report: PrintedReport, table: PrintedRow['table']): string[] {
  return rowsOf(report, table, false).flat()
}

function textFile(report: PrintedReport, table: (name: PrintedRow['table']) => readonly string[]) {
  const lines = [
    `示例市财政局${report.year}年政府信息公开工作年度报告`,
    `本报告所列数据的统计期限为${report.year}年1月1日至${report.year}年12月31日。`,
    '一、总体情况',
    `${report.year}年，本局主动公开信息642条，收到申请15件，办结12件，其中予以公开7件。`,
    '二、主动公开政府信息情况',
    ...table('t2'),
    '三、收到和处理政府信息公开申请情况',
    ...table('t3'),
    '四、政府信息公开行政复议、行政诉讼情况',
    ...table('t4'),
    '五、存在的主要问题及改进情况',
    '一是主动公开的深度不够；二是队伍建设有待加强，培训仅2次。',
    '六、其他需要报告的事项',
    '本年度没有收取信息处理费。',
  ]
  return { name: 'report.txt', text: `${lines.join('\n')}\n` }
}

function page(report: PrintedReport, table: (name: PrintedRow['table']) => string) {
  const text = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>示例市财政局${report.year}年政府信息公开工作年度报告</title></head><body>
<div><p>本报告所列数据的统计期限为${report.year}年1月1日至${report.year}年12月31日。</p><p>一、总体情况</p><p>${report.year}年，本局主动公开信息642条，收到申请15件。</p>
<p>二、主动公开政府信息情况</p>${table('t2')}<p>三、收到和处理政府信息公开申请情况</p>${table('t3')}
<p>四、政府信息公开行政复议、行政诉讼情况</p>${table('t4')}<p>五、存在的主要问题及改进情况</p><p>一是深度不够。</p><p>六、其他需要报告的事项</p><p>无。</p></div></body></html>`
  return { name: 'report.html', text }
}

/** The markup of Word around the same page: styles in every cell, runs broken anywhere, conditional comments. */
function asWord(text: string): string {
  const run = (words: string) => {
    const middle = Math.ceil(words.length / 2)
    const [first, second] = /^\d/.test(words) ? [words, ''] : [words.slice(0, middle), words.slice(middle)]
    return `<span lang=EN-US style='font-size:10.5pt;font-family:宋体;mso-hansi-font-family:宋体'>${first}</span><span\n style='mso-bidi-font-family:宋体'>${second}<o:p></o:p></span>`
  }
  return text
    .replace(
      '<html>',
      '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">',
    )
    .replace(
      '<head>',
      '<head><!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--><style><!-- @page Section1 {size:595.3pt 841.9pt;} --></style>',
    )
    .replace(
      /<td([^>]*)>([^<]*)<\/td>/g,
      (_, spans: string, words: string) =>
        `<td width=62${spans} valign=top style='width:46.5pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt'><p class=MsoNormal\n align=center style='text-align:center;mso-layout-grid-align:none'>${words === '&nbsp;' ? '<span lang=EN-US><o:p>&nbsp;</o:p></span>' : run(words)}</p></td>`,
    )
    .replaceAll('</tr>', '<![if !supportMisalignedColumns]><![endif]></tr>')
}

/** Tables with the spans of the form; a lost cell leaves its row short. */
function htmlTables(report: PrintedReport): (name: PrintedRow['table']) => string {
  return (name) => {
    const rows = report.rows.filter((row) => row.table === name)
    if (name === 't4') return table([...headFourHtml(), ...rows.map((row) => cells(row.values))])
    if (name === 't2') return table(rows.map((row) => `${cells(row.labels)}${cells(row.values)}`))
    return table([...headThreeHtml(report), ...rows.map((row, index) => rowOfThree(rows, row, index))])
  }
}

function rowOfThree(rows: readonly PrintedRow[], row: PrintedRow, index: number): string {
  const labels = row.labels.map((label, at) => {
    const isLast = at === row.labels.length - 1
    if (isLast && row.id !== null) return `<td colspan="${row.covered}">${label}</td>`
    return `<td rowspan="${spanOf(rows, index, /办理结果/.test(label))}">${label}</td>`
  })
  return `${labels.join('')}${cells(row.values)}`
}

/** A group reaches to the next row that opens a group, or to 四、结转下年度继续办理. */
function spanOf(rows: readonly PrintedRow[], from: number, isResults: boolean): number {
  const rest = rows.slice(from + 1)
  const end = rest.findIndex(
    (row) => row.id === 'carried_out' || (!isResults && (row.labels.length > 1 || row.covered > 1)),
  )
  return (end < 0 ? rest.length : end) + 1
}

function headThreeHtml(report: PrintedReport): string[] {
  const [first, second = [], third = []] = report.headThree
  if (first === undefined) return []
  return [
    `<td colspan="3" rowspan="3">${first[0]}</td><td colspan="${third.length + 2}">${first[1]}</td>`,
    `<td rowspan="2">${second[0]}</td><td colspan="${third.length}">${second[1]}</td><td rowspan="2">${second[2]}</td>`,
    cells(third),
  ]
}

function headFourHtml(): string[] {
  const blocks = T4_BLOCKS.map((block) => block.label)
  return [
    `<td colspan="5">${blocks[0]}</td><td colspan="10">行政诉讼</td>`,
    `${OUTCOMES.map((label) => `<td rowspan="2">${label}</td>`).join('')}<td colspan="5">${blocks[1]}</td><td colspan="5">${blocks[2]}</td>`,
    cells([...OUTCOMES, ...OUTCOMES]),
  ]
}

function cells(texts: readonly (string | null)[]): string {
  return texts
    .filter((text) => text !== null)
    .map((text) => `<td>${text === '' ? '&nbsp;' : text}</td>`)
    .join('')
}

function table(rows: readonly string[]): string {
  return `<table>${rows.map((row) => `<tr>${row}</tr>`).join('\n')}</table>`
}
