import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Product, startProduct } from './product.ts'
import { asStaff } from './staff.ts'

const CRASHES = 3
const APPLICANTS = 4

let product: Product
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product?.close())

const FORM = {
  name: '赵国庆',
  identityKind: 'resident-id',
  identityNumber: '411322196504301501',
  phone: '13837700108',
  wantedMedium: 'electronic',
  wantedDelivery: 'online',
  do: 'file',
}

/** Files one application; answers its number once the page has said so, or `undefined` when the server was gone. */
async function file(key: string, description: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${product.url}/yahe/apply/person`, {
      method: 'POST',
      body: new URLSearchParams({ ...FORM, draftKey: key, description }),
    })
    const page = await answer.text()
    return /id="request-number">\s*([A-Z]+-\d{4}-\d{4})/.exec(page)?.[1]
  } catch {
    return undefined
  }
}

it('keeps every acknowledged application, with its number, once, through kill -9 while people file', async () => {
  const acknowledged = new Map<string, string>()
  let serial = 0
  for (let crash = 0; crash < CRASHES; crash += 1) {
    let filing = true
    const applicants = Array.from({ length: APPLICANTS }, async () => {
      while (filing) {
        serial += 1
        const what = `申请公开第${serial}号水库移民后期扶持项目资金拨付凭证`
        const number = await file(`crash-key-${serial}-0123456789abcdef`, what)
        if (number !== undefined) acknowledged.set(number, what)
      }
    })
    const before = acknowledged.size
    await expect.poll(() => acknowledged.size - before, { timeout: 30_000 }).toBeGreaterThan(6)
    await product.kill()
    filing = false
    await Promise.all(applicants)
    await product.restart()
  }

  const clerk = await asStaff(product, 'jingban')
  const stored: { number: string; asked: string }[] = []
  for (let after = ''; ; ) {
    type Page = { lines: { number: string; asked: string }[]; next: string | null }
    const page = await clerk.get<Page>(
      `/requests?group=open&limit=100&text=${encodeURIComponent('后期扶持项目')}${after}`,
    )
    stored.push(...page.lines)
    if (page.next === null) break
    after = `&after=${encodeURIComponent(page.next)}`
  }
  expect(acknowledged.size).toBeGreaterThan(CRASHES * 6)
  const numbers = stored.map(({ number }) => number)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(new Set(stored.map(({ asked }) => asked)).size).toBe(stored.length)
  for (const [number, what] of acknowledged) {
    expect(stored.filter((line) => line.number === number).map(({ asked }) => asked)).toEqual([what])
  }
})
