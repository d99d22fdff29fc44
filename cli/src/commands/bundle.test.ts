import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { captured } from '../testing/captured.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingfu-bundle-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const verify = (bytes: Uint8Array) => {
  const file = join(folder, '材料.zip')
  writeFileSync(file, bytes)
  return captured('bundle', 'verify', file)
}
const withList = (list: unknown) => zipSync({ 'bundle.json': strToU8(JSON.stringify(list)) })

describe('what cannot be checked is said in one sentence', () => {
  // biome-ignore format: a table
  const CASES: readonly (readonly [string, Uint8Array, string])[] = [
    ['no zip at all', strToU8('不是压缩包'), '不是完整的压缩包'],
    ['a zip cut short', zipSync({ 'bundle.json': strToU8('{}') }).slice(0, 40), '不是完整的压缩包'],
    ['a zip without a list', zipSync({ '说明.txt': strToU8('说明') }), '没有清单 bundle.json'],
    ['a broken list', zipSync({ 'bundle.json': strToU8('{') }), '已经损坏'],
    ['a list of something else', withList({ format: 'other' }), '不是明府的格式'],
    ['a kind of a later version', withList({ format: 'mingfu-bundle', kind: 'hologram' }), '不认得“hologram”'],
    ['a list with gaps', withList({ format: 'mingfu-bundle', kind: 'evidence' }), '清单不完整'],
  ]
  test.each(CASES)('%s', async (_case, bytes, sentence) => {
    const { code, err } = await verify(bytes)
    expect(code).toBe(2)
    expect(err).toContain(sentence)
  })

  test('a file that is not there', async () => {
    expect(await captured('bundle', 'verify', join(folder, '没有.zip'))).toMatchObject({ code: 2 })
  })
})
