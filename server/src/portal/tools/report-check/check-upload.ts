import type { FileKind } from '@mingfu/contract'
import {
  type CheckedReport,
  checkReport,
  type ReadReport,
  readReportInWorker,
  UnreadableFile,
} from '@mingfu/report'
import type { FastifyRequest } from 'fastify'
import { Invalid } from '../../../errors.ts'
import type { Runtime } from '../../../runtime.ts'
import { readForm, type Upload } from '../../../upload.ts'

export type CheckedFile = Readonly<{ fileName: string; read: ReadReport; checked: CheckedReport }>

export const REPORT_KINDS = ['html', 'docx', 'xlsx', 'pdf', 'txt', 'md', 'json'] as const satisfies FileKind[]

const TOO_LARGE = '文件超过20兆字节，请压缩其中的图片，或者另存为网页、文本后再上传'
const NO_FILE = '请选择一个年度报告文件'
const NO_TABLES = '没有在文件里找到年度报告的表格，请确认上传的是政府信息公开工作年度报告，并且表格不是图片'
const TOO_MUCH = '文件里的文字过多，不像一份年度报告，请确认后再上传'
const NOT_CHECKED = '文件的内容异常，不能校核，请重新取得文件后再上传'
const BUSY = '正在校核的人较多，请过一分钟再上传'

/** What a visitor may take of the machine: a report is read in a second or two and in far less memory. */
const LIMITS = { seconds: 30, megabytes: 384 }
const AT_ONCE = 2
/** The longest reports of provinces have some 30,000 characters. */
const CHARACTERS = 2_000_000

type Log = Runtime['log']

let reading = 0

/** 校核上传的年度报告: read in a worker, checked, and forgotten. Throws `Invalid` with a sentence for the visitor. */
export async function checkUpload(request: FastifyRequest, log: Log): Promise<CheckedFile> {
  const { name: fileName, bytes } = await uploadOf(request)
  if (reading >= AT_ONCE) throw new Invalid(BUSY)
  reading += 1
  try {
    const read = await readReportInWorker(bytes, fileName, LIMITS)
    if (Object.keys(read.cells).length === 0) throw new Invalid(NO_TABLES)
    if (JSON.stringify(read.report).length > CHARACTERS) throw new Invalid(TOO_MUCH)
    return { fileName, read, checked: checkedReport(read, fileName, log) }
  } catch (error) {
    throw error instanceof UnreadableFile ? new Invalid(error.message) : error
  } finally {
    reading -= 1
  }
}

async function uploadOf(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new Invalid(NO_FILE)
  try {
    const [file] = (await readForm(request, REPORT_KINDS)).files
    if (file === undefined) throw new Invalid(NO_FILE)
    return file
  } catch (error) {
    const { code } = error as { code?: string }
    throw code === 'FST_REQ_FILE_TOO_LARGE' ? new Invalid(TOO_LARGE) : error
  }
}

/** A JSON report may claim anything; what the rules cannot make sense of is the file's fault, and ours to look into. */
function checkedReport({ report }: ReadReport, fileName: string, log: Log): CheckedReport {
  try {
    return checkReport(report, fileName)
  } catch (error) {
    log('有一份上传的年度报告不能校核', error)
    throw new Invalid(NOT_CHECKED)
  }
}
