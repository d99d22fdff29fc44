import { fileKind } from './file-kind.ts'
import { readDocx } from './read-docx.ts'
import { readHtml } from './read-html.ts'
import { readText } from './read-text.ts'
import type { Source } from './source.ts'
import { UnreadableFile } from './unreadable-file.ts'

export type ReadOptions = Readonly<{
  /** The charset of the HTTP header that a page came with. */
  charset?: string
}>

/** No annual report is larger; scanned ones that are cannot be read anyway. */
const LARGEST_FILE = 64_000_000

/** 文件 → 文字、表格和图片: one reader for each kind of file, one form for all of them. */
export async function readSource(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<Source> {
  if (bytes.length > LARGEST_FILE) throw new UnreadableFile('文件超过64兆字节，没有读取')
  const kind = fileKind(bytes, fileName)
  switch (kind) {
    case 'txt':
    case 'md':
      return readText(bytes, kind)
    case 'html':
      return readHtml(bytes, options.charset)
    case 'docx':
      return readDocx(bytes)
    case 'xlsx':
    case 'pdf':
    case 'json':
      throw new UnreadableFile('暂不能读这种文件')
  }
}
