import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../plain-date.ts'
import {
  documentNumberText,
  isDocumentNumber,
  parseDocumentNumber,
  repairDocumentNumber,
  yearFault,
} from './document-number.ts'

describe('发文字号', () => {
  test('is written with 〔〕, a four-digit year and a serial without zeros', () => {
    expect(documentNumberText({ word: '示住建复', year: 2024, serial: 12 })).toBe('示住建复〔2024〕12号')
    expect(parseDocumentNumber('示住建复〔2024〕12号')).toEqual({ word: '示住建复', year: 2024, serial: 12 })
    expect(parseDocumentNumber('常孟政依复〔2023〕第1号')).toEqual({
      word: '常孟政依复',
      year: 2023,
      serial: 1,
    })
  })

  // biome-ignore format: a table
  const VALID = [
    ['国办发〔2017〕47号', true], ['国务院令第711号', true], ['示例市公告2017年第5号', true],
    ['国办发[2017]47号', false], ['国办发〔2017〕047号', false], ['国办发〔17〕47号', false], ['国办发〔2017〕第47号', false], ['深府规〔2026〕1号', true],
    ['国家税务总局公告2017年第5号', true], ['国办发〔2017〕123456号', false], ['ABC〔2017〕4号', false], ['〔2017〕47号', false], ['国办发〔2017〕47', false],
  ] as const
  test.each(VALID)('%s: %s', (text, valid) => {
    expect(isDocumentNumber(text)).toBe(valid)
  })

  test('a city may number by request, with a word for each document', () => {
    expect(isDocumentNumber('沪浦信息公开（2024）第12号-收件')).toBe(false)
    expect(isDocumentNumber('沪浦信息公开（2024）第12号-收件', 'by-request')).toBe(true)
    expect(isDocumentNumber('沪浦信息公开（2024）第012号', 'by-request')).toBe(false)
  })

  test('an older series may keep its 第', () => {
    expect(isDocumentNumber('常孟政依复〔2023〕第1号', 'with-ordinal')).toBe(true)
    expect(isDocumentNumber('常孟政依复〔2023〕第01号', 'with-ordinal')).toBe(false)
    expect(isDocumentNumber('常孟政依复〔2023〕1号', 'with-ordinal')).toBe(true)
  })

  // biome-ignore format: a table
  const DAMAGED = [
    ['国办发[2017]47号',       '国办发〔2017〕47号'],
    ['国办发(2017)47号',       '国办发〔2017〕47号'],
    ['国办发（2017）47号',     '国办发〔2017〕47号'],
    ['国办发【2017】47号',     '国办发〔2017〕47号'],
    ['国办发〔２０１７〕４７号', '国办发〔2017〕47号'],
    ['国办发〔2017 〕 47 号',  '国办发〔2017〕47号'],
    ['国办发〔2017]47号',      '国办发〔2017〕47号'],
    ['国办发〔201747号',       '国办发〔2017〕47号'],
    ['国办发2017〕47号',       '国办发〔2017〕47号'],
    ['国办发〔2017〕047号',    '国办发〔2017〕47号'],
    ['国办发〔2017〕47',       '国办发〔2017〕47号'],
    ['国办发〔2017〕第47号',   '国办发〔2017〕47号'],
    ['文号：国办发〔2017〕47号', '国办发〔2017〕47号'],
    ['国办发〔17〕47号',       null],
    ['关于加强管理的通知',     null],
  ] as const
  test.each(DAMAGED)('%s is repaired to %s', (damaged, repaired) => {
    const ruling = repairDocumentNumber(damaged)
    expect(ruling.granted ? ruling.value : null).toBe(repaired)
  })

  test('its year is the year of the document, or somebody looks', () => {
    expect(yearFault('示公复〔2024〕3号', parsePlainDate('2024-01-08'))).toBe(null)
    expect(yearFault('国务院令第711号', parsePlainDate('2019-04-03'))).toBe(null)
    expect(yearFault('示公复〔2023〕5号', parsePlainDate('2024-01-08'))).toBe(
      '发文字号为2023年，成文日期为2024年1月8日，请核对',
    )
  })

  test('what cannot be told is refused in words', () => {
    expect(repairDocumentNumber('通知')).toMatchObject({
      granted: false,
      refusal: {
        code: 'document-number-malformed',
        reason: '“通知”不是规范的发文字号，请按“机关代字〔年份〕序号号”的样式填写',
      },
    })
  })
})
