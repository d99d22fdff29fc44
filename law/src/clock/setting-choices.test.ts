import { describe, expect, test } from 'vitest'
import { type ChosenSetting, readSettings, SETTING_CHOICES } from './setting-choices.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

const NAMES = Object.keys(SETTING_CHOICES) as ChosenSetting[]

describe('every open question', () => {
  test('but the regions is a choice, and every choice is a setting', () => {
    expect([...NAMES, 'regionalHolidays'].sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort())
  })
  test.each(NAMES)('%s: the default is the first of several readings, each in words of its own', (name) => {
    const { choices, label, why } = SETTING_CHOICES[name]
    expect(choices[0]?.value).toBe(DEFAULT_SETTINGS[name])
    expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length)
    expect(new Set(choices.map(({ text }) => text)).size).toBe(choices.length)
    expect(choices.length).toBeGreaterThan(1)
    expect([label, why, ...choices.map(({ text }) => text)].includes('')).toBe(false)
  })
})

describe('settings are read', () => {
  const granted = (input: Record<string, unknown>) => {
    const ruling = readSettings(input)
    return ruling.granted ? ruling.value : ruling.refusal.reason
  }
  test('over the defaults', () => {
    expect(granted({})).toEqual(DEFAULT_SETTINGS)
    expect(granted({ feeClock: 'resume', pauseForReasons: true, maxExtensions: undefined })).toEqual({
      ...DEFAULT_SETTINGS,
      feeClock: 'resume',
      pauseForReasons: true,
    })
    expect(granted({ regionalHolidays: [' 广西壮族自治区', '广西壮族自治区'] })).toMatchObject({
      regionalHolidays: ['广西壮族自治区'],
    })
  })
  test('and refused in words', () => {
    expect(granted({ feeClock: 'stop' })).toBe('“缴费后的期限”不能是“stop”，可选：restart、resume')
    expect(granted({ maxExtensions: '1' })).toBe('“延长次数”不能是“1”，可选：1、2')
    expect(granted({ feeclock: 'resume' })).toBe('没有“feeclock”这项办理口径')
    expect(granted({ regionalHolidays: '广西' })).toBe('“适用的地方假日”应当是地区名称的列表')
    expect(granted({ regionalHolidays: [''] })).toBe('“适用的地方假日”应当是地区名称的列表')
    expect(granted({ regionalHolidays: [7] })).toBe('“适用的地方假日”应当是地区名称的列表')
  })
})
