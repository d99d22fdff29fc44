/** What may not be torn: a paragraph, a heading, some rows. A table is such rows between its opening and its end. */
export type Piece =
  | Readonly<{ kind: 'whole'; html: string }>
  | Readonly<{
      kind: 'table'
      open: string
      /** Rows that hang together by their merged cells are one. */
      rows: readonly string[]
      close: string
    }>

/** With the frame of the portal around it, its style and its marks, a page stays below 100 KB. */
const PAGE_BYTES = 36_000
const MOST_PAGES = 20
const TOO_WIDE = '<p>（这里有一部分过大，预览不显示，请下载查看。）</p>'

/** 分页: pieces in order, as many on a page as it carries; a table goes on with its caption and head repeated. */
export function cutPages(pieces: readonly Piece[]): Readonly<{ pages: readonly string[]; cut: boolean }> {
  const pages: string[] = []
  let page = ''
  const end = () => {
    if (page !== '') pages.push(page)
    page = ''
  }
  for (const piece of pieces) {
    if (piece.kind === 'whole') {
      const html = sizeOf(piece.html) > PAGE_BYTES ? TOO_WIDE : piece.html
      if (sizeOf(page) + sizeOf(html) > PAGE_BYTES) end()
      page += html
      continue
    }
    const frame = sizeOf(piece.open) + sizeOf(piece.close)
    let left = PAGE_BYTES - sizeOf(page) - frame
    let rows = ''
    const endTable = () => {
      if (rows !== '') page += `${piece.open}${rows}${piece.close}`
      rows = ''
    }
    for (const row of piece.rows) {
      const size = sizeOf(row)
      if (size > left) {
        endTable()
        end()
        left = PAGE_BYTES - frame
      }
      if (size > left) {
        page += TOO_WIDE
        left -= sizeOf(TOO_WIDE)
        continue
      }
      rows += row
      left -= size
    }
    endTable()
  }
  end()
  return { pages: pages.slice(0, MOST_PAGES), cut: pages.length > MOST_PAGES }
}

function sizeOf(html: string): number {
  return Buffer.byteLength(html)
}

/** What is said where the pages end before the file does. */
export const CUT = `文件较长，预览只有前${MOST_PAGES}页，其余请下载查看`
