import { failureOf } from './error-table.ts'

const PATIENCE_MS = 15_000

export type Answer = Readonly<Record<string, unknown>>

/** A body in JSON; Chinese stands in it as it is, as the platform wants it. */
export function json(body: unknown): Pick<RequestInit, 'body' | 'headers'> {
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json; charset=utf-8' } }
}

/** One call of the platform. Throws `ChannelFailure` for a code of its table, another error for what may pass. */
export async function ask(address: URL, init: RequestInit): Promise<Answer> {
  const answer = await fetch(address, {
    ...init,
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((error: Error) => {
    // The cause may quote the address, and with it the token.
    throw new Error(
      error.name === 'TimeoutError' ? '公众号平台没有按时应答' : '连接不上公众号平台，请检查服务器的外网访问',
    )
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`公众号平台应答 ${answer.status}`)
  const body = objectOf(text)
  const code = Number(body.errcode ?? 0)
  if (code !== 0) throw failureOf(code, String(body.errmsg ?? ''))
  return body
}

function objectOf(text: string): Answer {
  try {
    const answer: unknown = JSON.parse(text)
    if (typeof answer === 'object' && answer !== null) return answer as Answer
  } catch {
    // Said below: what is no JSON is no answer.
  }
  throw new Error(`公众号平台的应答不能识别：${text.slice(0, 100)}`)
}
