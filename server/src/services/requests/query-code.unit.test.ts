import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Seal } from '../seal.ts'
import { hashQueryCode, makeQueryCode } from './query-code.ts'

const seal: Seal = {
  seal: (plain) => Buffer.from(plain),
  open: (sealed) => sealed.toString(),
  index: (plain) => createHmac('sha256', 'key').update(plain).digest(),
}

describe('查询码', () => {
  test('has 28 letters and digits in groups of four', () => {
    expect(makeQueryCode(seal, 'agency', 'form')).toMatch(
      /^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/,
    )
  })

  test('is the same for the same form and another for another form or agency', () => {
    const code = makeQueryCode(seal, 'agency', 'form')
    expect(makeQueryCode(seal, 'agency', 'form')).toBe(code)
    expect(makeQueryCode(seal, 'agency', 'form 2')).not.toBe(code)
    expect(makeQueryCode(seal, 'agency 2', 'form')).not.toBe(code)
  })

  test('is recognised in small letters, without dashes, full width, and with O and I typed for 0 and 1', () => {
    const stored = hashQueryCode('01AB-CDEF')
    for (const typed of ['01abcdef', ' 01AB CDEF ', '０１ＡＢ－ＣＤＥＦ', 'oIab-cdef', 'OLAB-CDEF']) {
      expect(hashQueryCode(typed)).toEqual(stored)
    }
    expect(hashQueryCode('01AB-CDEG')).not.toEqual(stored)
  })
})
