import type { Block, Cell } from '@mingfu/documents'
import { type ContentForm, type ContentKind, type ShownField, shownFields } from '@mingfu/law'
import type { FormReference } from './gazette/form-references.ts'

/** 内容表单 for Word and PDF: its facts in a table of two columns, its tables after it. */
export function formBlocks(
  { kind, form }: Readonly<{ kind: ContentKind; form: ContentForm }>,
  references: readonly FormReference[],
): readonly Block[] {
  const fields = shownFields(kind, form)
  const facts = fields.filter(({ table }) => table === null)
  return [...(facts.length === 0 ? [] : [factTable(facts)]), ...fields.flatMap(tableOf)]

  function tableOf({ label, table }: ShownField): readonly Block[] {
    if (table === null) return []
    const head: readonly Cell[] = table.head.map((column) => ({ text: column.label, header: 'column' }))
    const rows = table.rows.map((row) =>
      row.map((text, at): Cell => ({ text: table.head[at]?.type === 'document' ? titleOf(text) : text })),
    )
    return [
      {
        kind: 'table',
        caption: label,
        captionShown: true,
        columns: widthsOf([head.map(({ text }) => text), ...rows.map((row) => row.map(({ text }) => text))]),
        headerRows: 1,
        size: 'body',
        rows: [head, ...rows],
      },
    ]
  }

  /** What was withdrawn has no title here any more. */
  function titleOf(id: string): string {
    const found = references.find(({ documentId }) => documentId === id)
    if (found === undefined) return '（已撤回）'
    return found.documentNumber === null ? found.title : `${found.title}（${found.documentNumber}）`
  }
}

function factTable(facts: readonly ShownField[]): Block {
  return {
    kind: 'table',
    caption: '主要内容',
    columns: [3, 9],
    headerRows: 0,
    size: 'body',
    rows: facts.map(({ label, text }) => [{ text: label, header: 'row' }, { text }]),
  }
}

/** Widths after the longest text of each column, so that a long one does not starve beside short ones. */
function widthsOf(rows: readonly (readonly string[])[]): readonly number[] {
  const columns = rows[0]?.length ?? 0
  return Array.from({ length: columns }, (_, at) => {
    const longest = Math.max(...rows.map((row) => [...(row[at] ?? '')].length))
    return Math.min(Math.max(longest, 3), 16)
  })
}
