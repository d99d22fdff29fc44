import { setTimeout as sleep } from 'node:timers/promises'

const APPLICANT = {
  name: '赵国庆',
  identityKind: 'resident-id',
  identityNumber: '411322196504301501',
  phone: '13837700108',
  wantedMedium: 'electronic',
  wantedDelivery: 'online',
}

const DIGITS = '零一二三四五六七八九'
const RETRY_MS = 200

/**
 * Files one application as a stubborn person does: takes the form, reads it over, answers what is asked, and sends
 * the same page again when the server was gone. Resolves with the number that the page told.
 */
export async function fileByHand(address: string, description: string): Promise<string> {
  const draftKey = field('draftKey', await fetchUntilAnswered(address))
  const review = await send(address, { ...APPLICANT, description, draftKey, do: 'check' })
  let page = review
  for (let tries = 0; tries < 4; tries += 1) {
    const answer = sumAsked(page)
    page = await send(address, { draftKey, do: 'file', ...(answer && { answer }) })
    const number = /id="request-number">\s*([A-Z]+-\d{4}-\d{4})/.exec(page)?.[1]
    if (number !== undefined) return number
  }
  throw new Error(`an application was not taken:\n${page}`)
}

function send(address: string, fields: Record<string, string>): Promise<string> {
  return fetchUntilAnswered(address, { method: 'POST', body: new URLSearchParams(fields) })
}

/** The page, however often one has to ask for it: a server that is gone, starting or asks to slow down is asked again. */
async function fetchUntilAnswered(address: string, init: RequestInit = {}): Promise<string> {
  for (;;) {
    try {
      const answer = await fetch(address, init)
      const page = await answer.text()
      if (answer.status === 200 || answer.status === 422) return page
      if (answer.status === 429) await sleep(Number(answer.headers.get('retry-after') ?? 1) * 1000)
      else if (answer.status !== 503) throw new Error(`${answer.status} from ${address}:\n${page}`)
    } catch (error) {
      // What `fetch` throws when nobody listens, or when the line is cut in the middle of an answer.
      if (!(error instanceof TypeError)) throw error
    }
    await sleep(RETRY_MS)
  }
}

function field(name: string, page: string): string {
  const value = new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1]
  if (value === undefined) throw new Error(`no ${name} on the page:\n${page}`)
  return value
}

/** 验证问题: “七加八等于几？”, worked out as a person does; `undefined` when nothing is asked. */
function sumAsked(page: string): string | undefined {
  const [, first, second] = /([一二三四五六七八九])加([一二三四五六七八九])等于几？/.exec(page) ?? []
  return first && second && String(DIGITS.indexOf(first) + DIGITS.indexOf(second))
}
