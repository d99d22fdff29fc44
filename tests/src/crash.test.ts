import { afterAll, beforeAll, expect, it } from 'vitest'
import { fileByHand } from './applicant.ts'
import { type Product, startProduct } from './product.ts'
import { asStaff } from './staff.ts'

const CRASHES = 3
const APPLICANTS = 4
/** Filed and acknowledged between two crashes, at least. */
const BETWEEN = 7

let product: Product
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product?.close())

it('keeps every acknowledged application, with its number, once, through kill -9 while people file', async () => {
  const acknowledged = new Map<string, string>()
  let serial = 0
  let filing = true
  // They file all the time, also while the server is gone: who got no answer sends the same page again.
  const applicants = Array.from({ length: APPLICANTS }, async () => {
    while (filing) {
      serial += 1
      const what = `申请公开第${serial}号水库移民后期扶持项目资金拨付凭证`
      const number = await fileByHand(`${product.url}/yahe/apply/person`, what)
      expect(acknowledged.has(number), `${number} was given out twice`).toBe(false)
      acknowledged.set(number, what)
    }
  })
  const everybody = Promise.all(applicants)
  for (let crash = 0; crash < CRASHES; crash += 1) {
    const before = acknowledged.size
    const enough = expect
      .poll(() => acknowledged.size - before, { timeout: 120_000 })
      .toBeGreaterThanOrEqual(BETWEEN)
    await Promise.race([everybody, enough])
    await product.kill()
    await product.restart()
  }
  filing = false
  await everybody

  const stored = await storedNow()
  const byNumber = (pairs: Iterable<readonly [string, string]>) =>
    [...pairs].sort(([a], [b]) => (a < b ? -1 : 1))
  expect(acknowledged.size).toBeGreaterThanOrEqual(CRASHES * BETWEEN)
  expect(byNumber(stored)).toEqual(byNumber(acknowledged))
}, 600_000)

/** Every application of this test that lies in the queue: its number, and what it asks for. */
async function storedNow(): Promise<(readonly [string, string])[]> {
  const clerk = await asStaff(product, 'jingban')
  const stored: (readonly [string, string])[] = []
  for (let after = ''; ; ) {
    type Page = { lines: { number: string; asked: string }[]; next: string | null }
    const page = await clerk.get<Page>(
      `/requests?group=open&limit=100&text=${encodeURIComponent('后期扶持项目')}${after}`,
    )
    stored.push(...page.lines.map(({ number, asked }) => [number, asked] as const))
    if (page.next === null) return stored
    after = `&after=${encodeURIComponent(page.next)}`
  }
}
