import { describe, expect, it } from 'vitest'
import { makeSecret, secretUri, stepOfCode } from './totp.ts'

// RFC 6238, Appendix B: the ASCII secret 12345678901234567890 in base32, SHA-1; its codes have eight digits, of which
// an authenticator app shows the last six.
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
// biome-ignore format: a table
const VECTORS = [
  // seconds since 1970, code,     time step (hex in the RFC)
  [59,                   '287082', 0x1],
  [1_111_111_109,        '081804', 0x23523ec],
  [1_111_111_111,        '050471', 0x23523ed],
  [1_234_567_890,        '005924', 0x273ef07],
  [2_000_000_000,        '279037', 0x3f940aa],
  [20_000_000_000,       '353130', 0x27bc86aa],
] as const

const at = (seconds: number, lastStep = 0) => ({ now: new Date(seconds * 1000), lastStep })

describe('动态口令 (RFC 6238)', () => {
  it.each(VECTORS)('at %i seconds the code is %s', (seconds, code, step) => {
    expect(stepOfCode(SECRET, code, at(seconds))).toBe(step)
  })

  it('is taken one step early or late, and no further', () => {
    expect(stepOfCode(SECRET, '279037', at(2_000_000_000 + 30))).toBe(0x3f940aa)
    expect(stepOfCode(SECRET, '279037', at(2_000_000_000 - 30))).toBe(0x3f940aa)
    expect(stepOfCode(SECRET, '279037', at(2_000_000_000 + 60))).toBeUndefined()
    expect(stepOfCode(SECRET, '279037', at(2_000_000_000 - 60))).toBeUndefined()
  })

  it('is taken once: not when its step, or a later one, was used', () => {
    expect(stepOfCode(SECRET, '279037', at(2_000_000_000, 0x3f940a9))).toBe(0x3f940aa)
    expect(stepOfCode(SECRET, '279037', at(2_000_000_000, 0x3f940aa))).toBeUndefined()
    expect(stepOfCode(SECRET, '279037', at(2_000_000_000, 0x3f940ab))).toBeUndefined()
  })

  it('is six digits and nothing else', () => {
    for (const wrong of ['279038', '27903', '2790370', '', 'abcdef'])
      expect(stepOfCode(SECRET, wrong, at(2_000_000_000))).toBeUndefined()
  })
})

it('makes secrets of 160 bits, each another, and tells them as authenticator apps read them', () => {
  expect(makeSecret()).toMatch(/^[A-Z2-7]{32}$/)
  expect(makeSecret()).not.toBe(makeSecret())
  expect(secretUri(SECRET, { login: 'xitong', issuer: '明府 鸭河工区管委会' })).toBe(
    'otpauth://totp/%E6%98%8E%E5%BA%9C%20%E9%B8%AD%E6%B2%B3%E5%B7%A5%E5%8C%BA%E7%AE%A1%E5%A7%94%E4%BC%9A:xitong' +
      '?issuer=%E6%98%8E%E5%BA%9C%20%E9%B8%AD%E6%B2%B3%E5%B7%A5%E5%8C%BA%E7%AE%A1%E5%A7%94%E4%BC%9A' +
      '&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30',
  )
})
