import { locateReport, type ReadReport } from '../locate/locate-report.ts'
import { fileKind } from './file-kind.ts'
import { readJson } from './read-json.ts'
import { type ReadOptions, readSourceOf } from './read-source.ts'
import { UnreadableFile } from './unreadable-file.ts'

/**
 * 读年度报告: html, docx, xlsx, pdf, txt, md or report JSON → the report, its cells, and what was not read. Throws
 * `UnreadableFile` with a sentence for people when the file cannot be read at all.
 */
export async function readReport(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<ReadReport> {
  try {
    const kind = fileKind(bytes, fileName)
    if (kind === 'json') return readJson(bytes)
    return locateReport(await readSourceOf(kind, bytes, options), fileName)
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile('文件已损坏或写法异常，无法读取，请重新取得文件后再试', { cause: error })
  }
}
