import { type Block, type Cell, type FormLine, formTable, type OfficialDocument } from '@mingfu/documents'
import type { PlainDate, Sheet } from '@mingfu/law'

/** Up to here two values stand side by side. */
const SHORT = 14

/** 表单 as a document: names and values in a grid, a list below, and room to sign where people sign; a sample has no day. */
export function sheetDocument(sheet: Sheet, agency: string, on: PlainDate | null): OfficialDocument {
  return {
    layout: 'report',
    title: `${agency}\n${sheet.title}`,
    ...(on === null ? {} : { writtenOn: on }),
    blocks: [
      formTable(sheet.title, linesOf(sheet.rows)),
      ...(sheet.list === undefined ? [] : [listOf(sheet)]),
    ],
  }
}

function linesOf(rows: Sheet['rows']): readonly FormLine[] {
  const lines: FormLine[] = []
  for (let at = 0; at < rows.length; at += 1) {
    const [row, next] = [rows[at], rows[at + 1]]
    if (row === undefined) continue
    if (next !== undefined && isShort(row) && isShort(next)) {
      lines.push([row, next])
      at += 1
    } else {
      lines.push([row])
    }
  }
  return lines
}

function isShort([, value]: Sheet['rows'][number]): boolean {
  return value.length <= SHORT
}

function listOf({ title, list }: Sheet): Block {
  const { heads = [], rows = [] } = list ?? {}
  const head = (text: string): Cell => ({ text, header: 'column' })
  return {
    kind: 'table',
    caption: title,
    columns: [2, 9, 7, 4, 2],
    headerRows: 1,
    size: 'body',
    rows: [heads.map(head), ...rows.map((row) => row.map((text): Cell => ({ text })))],
  }
}
