import { describe, expect, test } from 'vitest'
import { declaredCharset, decodeText } from './decode-text.ts'

const GBK_规章 = Uint8Array.of(0xb9, 0xe6, 0xd5, 0xc2)
const UTF8_规章 = new TextEncoder().encode('规章')

describe('the encoding of a text is found, whatever it says of itself', () => {
  test('valid UTF-8 stays UTF-8 against its declaration', () => {
    expect(decodeText(UTF8_规章, 'gbk')).toEqual({ text: '规章', encoding: 'utf-8' })
  })

  test('what is no UTF-8 is GB18030, declared or not', () => {
    expect(decodeText(GBK_规章).text).toBe('规章')
    expect(decodeText(GBK_规章, 'utf-8').text).toBe('规章')
    expect(decodeText(GBK_规章, 'gb2312').text).toBe('规章')
  })

  test('a declared encoding that is neither is used', () => {
    expect(decodeText(Uint8Array.of(0xb3, 0x57, 0xb3, 0xb9), 'big5').text).toBe('規章')
  })

  test('byte order marks decide and disappear', () => {
    expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...UTF8_规章)).text).toBe('规章')
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0xc4, 0x89, 0xe0, 0x7a)).text).toBe('规章')
    expect(decodeText(Uint8Array.of(0xfe, 0xff, 0x89, 0xc4, 0x7a, 0xe0)).text).toBe('规章')
  })

  test('UTF-16 without a mark shows by its zeros', () => {
    const text = '规章\t0\t0\t0\n行政规范性文件\t5\t1\t25\n'
    const bytes = Uint8Array.from(
      Array.from(text).flatMap((one) => [one.charCodeAt(0) & 0xff, one.charCodeAt(0) >> 8]),
    )
    expect(decodeText(bytes).text).toBe(text)
  })

  test('a UTF-8 text cut inside a character is still UTF-8', () => {
    expect(decodeText(UTF8_规章.subarray(0, 5)).text).toBe('规')
  })

  test('a few broken bytes do not turn a UTF-8 text into another', () => {
    const text = '行政规范性文件'.repeat(20)
    const bytes = new TextEncoder().encode(text)
    bytes[30] = 0xff
    expect(decodeText(bytes).text.slice(0, 8)).toBe('行政规范性文件行')
  })
})

test('the charset that a page declares', () => {
  expect(declaredCharset(new TextEncoder().encode('<meta charset="gbk">'))).toBe('gbk')
  expect(
    declaredCharset(
      new TextEncoder().encode('<meta http-equiv=Content-Type content="text/html; charset=gb2312">'),
    ),
  ).toBe('gb2312')
  expect(declaredCharset(new TextEncoder().encode('<p>没有</p>'))).toBeUndefined()
})
