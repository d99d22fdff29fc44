import type { FileKind } from '@mingfu/contract'
import type { FastifyRequest } from 'fastify'
import { Invalid } from '../../../errors.ts'
import {
  type CheckedUpload,
  checkUploadedReport,
  type UploadedReports,
} from '../../../services/annual-reports/check-uploaded-report.ts'
import { readForm, type Upload } from '../../../upload.ts'

export const REPORT_KINDS = [
  'html',
  'docx',
  'doc',
  'wps',
  'xlsx',
  'xls',
  'et',
  'pdf',
  'txt',
  'md',
  'json',
] as const satisfies FileKind[]

const TOO_LARGE = '文件超过20兆字节，请压缩其中的图片，或者另存为网页、文本后再上传'
const NO_FILE = '请选择一个年度报告文件'

/**
 * 校核上传的年度报告: the file of the form, last year's beside it if given, checked and forgotten. Throws `Invalid` with
 * a sentence for the visitor.
 */
export async function checkUpload(request: FastifyRequest): Promise<CheckedUpload> {
  return checkUploadedReport(uploadedReports(await uploadsOf(request)))
}

/** 本年度和上一年度: which upload is which, by the field it came in. */
function uploadedReports(files: readonly Upload[]): UploadedReports {
  const previous = files.find(({ field }) => field === 'previous')
  const file = files.find((one) => one !== previous)
  if (file === undefined) throw new Invalid(NO_FILE, { report: NO_FILE })
  return {
    fileName: file.name,
    bytes: file.bytes,
    ...(previous === undefined ? {} : { previous: { fileName: previous.name, bytes: previous.bytes } }),
  }
}

async function uploadsOf(request: FastifyRequest): Promise<readonly Upload[]> {
  if (!request.isMultipart()) throw new Invalid(NO_FILE)
  try {
    return (await readForm(request, REPORT_KINDS)).files
  } catch (error) {
    const { code } = error as { code?: string }
    throw code === 'FST_REQ_FILE_TOO_LARGE' ? new Invalid(TOO_LARGE) : error
  }
}
