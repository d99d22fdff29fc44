import { describe, expect, test } from 'vitest'
import { isCreditCode, isResidentNumber, maskEmail, maskIdNumber, maskName, maskPhone } from './identity.ts'

describe('公民身份号码, GB 11643', () => {
  // The number printed in the standard, and ways to get it wrong.
  // biome-ignore format: a table
  const CASES = [
    ['11010519491231002X', true,  'the example of the standard'],
    ['11010519491231002x', true,  'with a small x'],
    [' 11010519491231002X ', true, 'with blanks around'],
    ['110105194912310021', false, 'wrong check character'],
    ['11010519491331002X', false, 'no such month'],
    ['11010519490229002X', false, 'no such day: 1949 was no leap year'],
    ['110105491231002',    false, 'the old number of fifteen'],
    ['01010519491231002X', false, 'no region begins with 0'],
    ['',                   false, 'nothing'],
  ] as const
  test.each(CASES)('%s: %s, %s', (text, valid) => {
    expect(isResidentNumber(text)).toBe(valid)
  })
})

// Invented numbers without a zero, their check characters worked out by the standard's own formula elsewhere.
describe('one wrong digit never passes', () => {
  const swapped = (text: string, at: number) => {
    const other = text[at] === '1' ? '2' : '1'
    return `${text.slice(0, at)}${other}${text.slice(at + 1)}`
  }
  const WEIGHED = [
    ...['34172319871122635' + '5', '62193719851211479' + '5', '532825197611198430'].map(
      (text) => [text, isResidentNumber, 17] as const,
    ),
    ...['91440300279583285Y', '5144010076954321XK', '52331122MJ8927365P', '12100000400006794M'].map(
      (text) => [text, isCreditCode, 17] as const,
    ),
  ]
  test.each(WEIGHED)('%s', (text, isValid, digits) => {
    expect(isValid(text)).toBe(true)
    for (let at = 0; at < digits; at++) expect([at, isValid(swapped(text, at))]).toEqual([at, false])
  })
})

describe('统一社会信用代码, GB 32100', () => {
  // biome-ignore format: a table
  const CASES = [
    ['91350100M000100Y43', true,  'the example of the standard'],
    ['91350100m000100y43', true,  'in small letters'],
    ['91350100M000100Y44', false, 'wrong check character'],
    ['91350100M000100I43', false, 'the letter I is not used'],
    ['91350100M000100Y4',  false, 'seventeen characters'],
  ] as const
  test.each(CASES)('%s: %s, %s', (text, valid) => {
    expect(isCreditCode(text)).toBe(valid)
  })
})

describe('what a list shows of a person', () => {
  test('the surname', () => {
    expect(maskName('张三')).toBe('张*')
    expect(maskName('李小明')).toBe('李**')
    expect(maskName('欧阳小明')).toBe('欧阳**')
    expect(maskName('𠮷野')).toBe('𠮷*')
    expect(maskName('')).toBe('')
  })
  test('the ends of a number', () => {
    expect(maskIdNumber('320102199003071234')).toBe('3201**********1234')
    expect(maskIdNumber('E1234567')).toBe('********')
    expect(maskPhone('13812345678')).toBe('138****5678')
    expect(maskPhone('110')).toBe('***')
  })
  test('the first letter and the house of an address', () => {
    expect(maskEmail('zhangsan@example.com')).toBe('z***@example.com')
    expect(maskEmail('zhangsan')).toBe('********')
  })
})
