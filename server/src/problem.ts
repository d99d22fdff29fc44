import { citationText } from '@mingfu/law'
import { Forbidden, Invalid, NotFound, NotSignedIn, Refused, Stale, TooMany } from './errors.ts'

/** RFC 9457 as this program answers it. */
export type ProblemAnswer = Readonly<{
  type: string
  status: number
  code: string
  title: string
  basis: string | null
  fields?: Readonly<Record<string, string>>
}>

/** The one place where an error becomes a status. What is not ours is a 500 that tells nothing of the inside. */
export function problemOf(error: unknown): ProblemAnswer {
  if (error instanceof Refused) {
    const { code, reason, basis } = error.refusal
    return { type: 'about:blank', status: 409, code, title: reason, basis: citationText(basis) }
  }
  if (error instanceof Stale) return plain(409, 'stale-version', error.message)
  if (error instanceof NotFound) return plain(404, 'not-found', error.message)
  if (error instanceof NotSignedIn) return plain(401, 'not-signed-in', error.message)
  if (error instanceof Forbidden) return plain(403, 'forbidden', error.message)
  if (error instanceof TooMany) return plain(429, 'too-many', error.message)
  if (error instanceof Invalid) return { ...plain(400, 'invalid-input', error.message), fields: error.fields }
  return (
    ofTheFramework(error) ??
    madeUpNumber(error) ??
    plain(500, 'unexpected', '系统出现意外错误，已经记录。请稍后再试，仍有问题请联系系统管理员。')
  )
}

const SENTENCES: Readonly<Record<string, string>> = {
  FST_REQ_FILE_TOO_LARGE: '附件超过了大小限制（单个不超过20兆字节），请压缩或者分开上传。',
  FST_FILES_LIMIT: '附件数量超过了限制（不超过10个），请合并后再上传。',
  FST_PARTS_LIMIT: '提交的内容过多，请减少附件后再提交。',
  FST_ERR_CTP_BODY_TOO_LARGE: '提交的内容过大，请减少附件后再提交。',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: '提交的格式不正确，请从页面上的表单提交。',
  FST_ERR_CTP_INVALID_JSON_BODY: '提交的内容不是有效的 JSON，请检查后再提交。',
  FST_CSRF_MISSING_SECRET: '页面已经过期，请刷新后再提交。',
  FST_CSRF_INVALID_TOKEN: '页面已经过期，请刷新后再提交。',
}

function ofTheFramework(error: unknown): ProblemAnswer | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { code, statusCode } = error as { code?: string; statusCode?: number }
  if (statusCode === undefined || statusCode < 400 || statusCode >= 500) return undefined
  return plain(statusCode, 'bad-request', SENTENCES[code ?? ''] ?? '请求的格式不正确，请检查后再试。')
}

/** PostgreSQL was asked for something by a text that is no number of ours: nothing is there. */
function madeUpNumber(error: unknown): ProblemAnswer | undefined {
  const { code, severity } = (error ?? {}) as { code?: string; severity?: string }
  const malformed = code === '22P02' || code === '22003' || code === '22021'
  if (!malformed || severity === undefined) return undefined
  return plain(404, 'not-found', '没有找到所指的内容，请核对地址或者编号后再试。')
}

function plain(status: number, code: string, title: string): ProblemAnswer {
  return { type: 'about:blank', status, code, title, basis: null }
}
