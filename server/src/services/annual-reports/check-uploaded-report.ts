import {
  type CheckedReport,
  checkReport,
  type ReadReport,
  type Report,
  readReportInWorker,
  UnreadableFile,
  usableReport,
  withPrevious,
} from '@mingfu/report'
import { Invalid } from '../../errors.ts'

export type CheckedUpload = Readonly<{ fileName: string; read: ReadReport; checked: CheckedReport }>

/** A report, and last year's of the same organ if the visitor has it at hand. */
export type UploadedReports = UploadedFile & Readonly<{ previous?: UploadedFile }>
type UploadedFile = Readonly<{ fileName: string; bytes: Uint8Array }>

const NO_TABLES = '没有在文件里找到年度报告的表格，请确认上传的是政府信息公开工作年度报告，并且表格不是图片'
const TOO_MUCH = '文件里的文字过多，不像一份年度报告，请确认后再上传'
const BUSY = '正在校核的人较多，请过一分钟再上传'

/** What a visitor may take of the machine: a report is read in a second or two and in far less memory. */
const LIMITS = { seconds: 30, megabytes: 384 }
const AT_ONCE = 2
/** The longest reports of provinces have some 30,000 characters. */
const CHARACTERS = 2_000_000

let reading = 0

/**
 * 校核上传的年度报告: anybody may, by page or by API. The file is read in a worker, checked, and forgotten. Throws
 * `Invalid` with a sentence for the visitor.
 */
export async function checkUploadedReport(input: UploadedReports): Promise<CheckedUpload> {
  const { fileName, bytes, previous } = input
  if (reading >= AT_ONCE) throw new Invalid(BUSY)
  reading += 1
  try {
    const read = await readReportInWorker(bytes, fileName, LIMITS)
    if (Object.keys(read.cells).length === 0) throw new Invalid(NO_TABLES)
    if (JSON.stringify(read.report).length > CHARACTERS) throw new Invalid(TOO_MUCH)
    const report =
      previous === undefined ? read.report : withPrevious(read.report, await readPrevious(previous))
    const checked = checkReport(report, fileName, read)
    // What is shown is what was checked: a JSON report may hold anything.
    return { fileName, read: { ...read, report: usableReport(read.report).report }, checked }
  } catch (error) {
    throw error instanceof UnreadableFile ? new Invalid(error.message) : error
  } finally {
    reading -= 1
  }
}

/** 上一年度报告: what the rules across years compare with. Says of a fault that it is in this file. */
async function readPrevious({ fileName, bytes }: UploadedFile): Promise<Report> {
  try {
    const read = await readReportInWorker(bytes, fileName, LIMITS)
    if (Object.keys(read.cells).length > 0) return read.report
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    throw new Invalid(`上一年度报告：${error.message}`, { previous: error.message })
  }
  throw new Invalid(`上一年度报告：${NO_TABLES}`, { previous: NO_TABLES })
}
