import type { FileKind } from '@mingfu/contract'
import type { FastifyRequest } from 'fastify'
import { Invalid } from '../../../errors.ts'
import {
  type CheckedUpload,
  checkUploadedReport,
} from '../../../services/annual-reports/check-uploaded-report.ts'
import { readForm, type Upload } from '../../../upload.ts'

export const REPORT_KINDS = [
  'html',
  'docx',
  'xlsx',
  'xls',
  'pdf',
  'txt',
  'md',
  'json',
] as const satisfies FileKind[]

const TOO_LARGE = '文件超过20兆字节，请压缩其中的图片，或者另存为网页、文本后再上传'
const NO_FILE = '请选择一个年度报告文件'

/** 校核上传的年度报告: the file of the form, checked and forgotten. Throws `Invalid` with a sentence for the visitor. */
export async function checkUpload(request: FastifyRequest): Promise<CheckedUpload> {
  const { name: fileName, bytes } = await uploadOf(request)
  return checkUploadedReport({ fileName, bytes })
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
