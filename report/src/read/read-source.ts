import { fileKind } from './file-kind.ts'
import type { Source, SourceKind } from './source.ts'
import { UnreadableFile } from './unreadable-file.ts'

export type ReadOptions = Readonly<{
  /** The charset of the HTTP header that a page came with. */
  charset?: string
}>

/** No annual report is larger; scanned ones that are cannot be read anyway. */
const LARGEST_FILE = 64_000_000

/** Pages come by the ten thousand: their reader is asked for once. */
let html: typeof import('./read-html.ts') | undefined

/** 文件 → 文字、表格和图片: one reader for each kind of file, one form for all of them. */
export async function readSource(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<Source> {
  refuseLarge(bytes)
  return await readSourceOf(fileKind(bytes, fileName), bytes, options)
}

/** The same for a file whose kind is known. */
export async function readSourceOf(
  kind: SourceKind,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Source> {
  refuseLarge(bytes)
  // Only the reader that is needed is loaded: a text file does not wait for the PDF engine.
  switch (kind) {
    case 'txt':
    case 'md':
      return (await import('./read-text.ts')).readText(bytes, kind)
    case 'html':
      html ??= await import('./read-html.ts')
      return html.readHtml(bytes, options.charset)
    case 'docx':
      return (await import('./read-docx.ts')).readDocx(bytes)
    case 'doc':
      return (await import('./read-doc.ts')).readDoc(bytes)
    case 'pdf':
      return await (await import('./read-pdf.ts')).readPdf(bytes)
    case 'xlsx':
      return (await import('./read-xlsx.ts')).readXlsx(bytes)
    case 'json':
      throw new UnreadableFile('报告 JSON 不是文档，请用 readReport 读取')
  }
}

function refuseLarge(bytes: Uint8Array): void {
  if (bytes.length > LARGEST_FILE) throw new UnreadableFile('文件超过64兆字节，没有读取')
}
