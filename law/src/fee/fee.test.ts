import { describe, expect, test } from 'vitest'
import { citationText } from '../citation.ts'
import { parsePlainDate } from '../plain-date.ts'
import {
  FEE_SCHEDULES,
  feeLines,
  feeOfItem,
  feeOfItems,
  feeOfPages,
  feeScheduleFor,
  itemBands,
} from './fee.ts'

describe('管理办法 第四条: by item, the price of the running number in the month', () => {
  // biome-ignore format: a table
  const CASES = [
    [1, 0], [10, 0], [11, 100], [30, 100], [31, 200], [40, 200], [41, 300], [50, 300], [51, 400], [60, 400],
    [61, 500], [100, 800],
  ] as const
  test.each(CASES)('number %i costs %i yuan', (number, yuan) => {
    expect(feeOfItem(number)).toBe(yuan)
  })
})

describe('管理办法 第四条: by item, a month of requests together', () => {
  // biome-ignore format: a table
  const CASES = [
    [0, 0], [1, 0], [10, 0], [11, 100], [12, 200], [30, 2000], [31, 2200], [40, 4000], [41, 4300], [45, 5500],
    [50, 7000], [51, 7400], [60, 11000], [70, 16000], [100, 37000],
  ] as const
  test.each(CASES)('%i requests cost %i yuan', (items, yuan) => {
    expect(feeOfItems(items)).toBe(yuan)
    expect(feeLines(items, itemBands(items)).reduce((sum, line) => sum + line.yuan, 0)).toBe(yuan)
  })
})

describe('管理办法 第五条: by volume, only the part inside a band at its price', () => {
  // biome-ignore format: a table
  const CASES = [
    [0, 0], [30, 0], [31, 10], [50, 200], [68, 380], [70, 400], [100, 700], [101, 720], [150, 1700], [200, 2700],
    [201, 2740], [250, 4700], [300, 6700], [500, 14700],
  ] as const
  test.each(CASES)('%i pages cost %i yuan', (pages, yuan) => {
    expect(feeOfPages(pages)).toBe(yuan)
  })

  test('the notice sets the reckoning out band by band', () => {
    const [schedule] = FEE_SCHEDULES
    expect(feeLines(150, schedule?.byVolume ?? [])).toEqual([
      { from: 1, to: 30, count: 30, unitYuan: 0, yuan: 0 },
      { from: 31, to: 100, count: 70, unitYuan: 10, yuan: 700 },
      { from: 101, to: 150, count: 50, unitYuan: 20, yuan: 1000 },
    ])
  })
})

describe('the schedules', () => {
  test('begin with requests received on 2021-01-01', () => {
    expect(feeScheduleFor(parsePlainDate('2020-12-31'))).toBe(null)
    expect(feeScheduleFor(parsePlainDate('2021-01-01'))?.receivedFrom).toBe('2021-01-01')
  })

  test('have bands that follow each other without a gap', () => {
    for (const { byItem, byVolume } of FEE_SCHEDULES) {
      for (const bands of [byItem, byVolume]) {
        expect(bands.map(({ from }) => from)).toEqual([1, ...bands.slice(0, -1).map(({ to }) => to + 1)])
      }
    }
  })

  test('name the article of each method', () => {
    const schedule = feeScheduleFor(parsePlainDate('2025-01-01'))
    expect(schedule && citationText(schedule.basis['by-item'])).toBe(
      '《政府信息公开信息处理费管理办法》第四条',
    )
    expect(schedule && citationText(schedule.basis['by-volume'])).toBe(
      '《政府信息公开信息处理费管理办法》第五条',
    )
  })
})

test('counts that are no counts are refused', () => {
  expect(() => feeOfItem(-1)).toThrow('件数应当是不小于零的整数')
  expect(() => feeOfPages(2.5)).toThrow('页数应当是不小于零的整数')
})
