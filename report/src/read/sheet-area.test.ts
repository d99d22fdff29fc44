import { utils } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { sheetArea } from './sheet-area.ts'

const at = (...addresses: string[]) => addresses.map((address) => utils.decode_cell(address))

test('a cell far to the right is left out, one far below stands alone', () => {
  expect(sheetArea(at('A1', 'J2', 'VHY2', 'C60001'), [], 1000)).toEqual({
    rows: [0, 1, 60_000],
    firstColumn: 0,
    lastColumn: 9,
    far: 1,
    below: 0,
  })
})

test('a merged area that reaches down to the last row is read for fifty rows', () => {
  const area = sheetArea(at('A1'), [utils.decode_range('A1:B1048576')], 1000)
  expect(area).toMatchObject({ lastColumn: 1, below: 0 })
  expect(area?.rows.length).toBe(51)
})

test('rows beyond the limit are counted', () => {
  expect(sheetArea(at('A1', 'A2', 'B3'), [], 4)).toMatchObject({ rows: [0, 1], below: 1 })
})
