import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Seal } from '../../services/seal.ts'
import { formIssuedAt, makeFormKey } from './form-key.ts'
import { isAnswered, questionOf } from './question.ts'

const sealWith = (secret: string): Seal => ({
  seal: (plain) => Buffer.from(plain),
  open: (sealed) => sealed.toString(),
  index: (plain) => createHmac('sha256', secret).update(plain).digest(),
})
const seal = sealWith('ours')
const now = new Date('2024-06-03T04:00:00Z')

describe('表单钥', () => {
  test('tells when the form was given out, and no two are alike', () => {
    const key = makeFormKey({ seal, now })
    expect(formIssuedAt({ seal }, key)).toEqual(now)
    expect(makeFormKey({ seal, now })).not.toBe(key)
  })

  test('cannot be made up, moved in time, or brought from elsewhere', () => {
    const key = makeFormKey({ seal, now })
    const [random, , mac] = key.split('.')
    for (const forged of [
      '',
      'x',
      'a.b.c',
      `${random}.0.${mac}`,
      makeFormKey({ seal: sealWith('theirs'), now }),
    ]) {
      expect(formIssuedAt({ seal }, forged)).toBeUndefined()
    }
  })
})

describe('验证问题', () => {
  test('is the same for the same form', () => {
    expect(questionOf(seal, 'key')).toEqual(questionOf(seal, 'key'))
    expect(questionOf(seal, 'key').text).toMatch(/^[一二三四五六七八九]加[一二三四五六七八九]等于几？$/)
  })

  test.each([
    [12, '12', true],
    [12, ' １２ ', true],
    [12, '十二', true],
    [10, '十', true],
    [8, '八', true],
    [12, '十', false],
    [12, '', false],
  ])('%i answered with “%s”: %s', (answer, given, right) => {
    expect(isAnswered({ text: '', answer }, given)).toBe(right)
  })
})
