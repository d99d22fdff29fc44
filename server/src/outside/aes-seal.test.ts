import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { addKey, aesSeal } from './aes-seal.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingfu-keys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let keys: string
beforeEach(() => {
  keys = mkdtempSync(join(folder, 'keys-'))
})

describe('sealing with AES-256-GCM', () => {
  it('gives back what was sealed, also after a restart', () => {
    const sealed = aesSeal(keys).seal('王小明 110101199003070000')
    expect(sealed.toString('latin1')).not.toContain('110101')
    expect(aesSeal(keys).open(sealed)).toBe('王小明 110101199003070000')
  })

  it('seals the same text differently each time, and finds it by its index all the same', () => {
    const seal = aesSeal(keys)
    expect(seal.seal('a').equals(seal.seal('a'))).toBe(false)
    expect(seal.index('a').equals(aesSeal(keys).index('a'))).toBe(true)
    expect(seal.index('a').equals(seal.index('b'))).toBe(false)
  })

  it('refuses what was altered by a single bit, anywhere', () => {
    const seal = aesSeal(keys)
    const sealed = seal.seal('甲')
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = Buffer.from(sealed)
      altered[at] = (altered[at] ?? 0) ^ 1
      expect(() => seal.open(altered)).toThrow()
    }
  })

  it('still opens what an older key sealed, and finds it, after a new key was added', () => {
    const before = aesSeal(keys)
    const [old, index] = [before.seal('旧'), before.index('旧')]
    addKey(keys)
    const after = aesSeal(keys)
    expect(after.open(old)).toBe('旧')
    expect(after.seal('新')[0]).toBe(2)
    expect(after.index('旧').equals(index)).toBe(true)
    expect(() => before.open(after.seal('新'))).toThrow('密钥')
  })

  it('keeps its keys where only this account reads them', () => {
    aesSeal(keys)
    expect(statSync(join(keys, 'seal-1.key')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(keys, 'seal-1.key'), 'utf8')).toMatch(/^[0-9a-f]{64}$/)
  })

  it('says so when a key file is damaged, rather than starting with another', () => {
    aesSeal(keys)
    writeFileSync(join(keys, 'seal-1.key'), 'abc')
    expect(() => aesSeal(keys)).toThrow(`密钥文件 ${join(keys, 'seal-1.key')} 已损坏，请从备份恢复后再启动。`)
  })
})
