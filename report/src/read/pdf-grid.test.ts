import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { tablesOfPage } from './pdf-grid.ts'
import { rulesOf } from './pdf-rules.ts'
import { linesOfPage, type PageText, withoutCutFigures } from './pdf-text.ts'

const text = (words: string, x: number, y: number, width = words.length * 8): PageText => ({
  text: words,
  x,
  y,
  width,
  height: 8,
})
const level = (at: number, from: number, to: number) => ({ at, from, to })
const upright = level

describe('ruled tables', () => {
  // Two rows; the label of the first column reaches over both, the line under it is missing.
  const rules = {
    level: [level(100, 0, 300), level(80, 100, 300), level(60, 0, 300)],
    upright: [upright(0, 60, 100), upright(100, 60, 100), upright(200, 60, 100), upright(300, 60, 100)],
  }

  test('cells are joined where no line parts them', () => {
    const [table] = tablesOfPage(rules, [text('不予公开', 10, 78), text('3', 150, 88), text('4', 150, 68)], 1)
    expect(
      table?.grid.rows.map((row) => row.cells.map((cell) => [cell.text, cell.column, cell.continued])),
    ).toEqual([
      [
        ['不予公开', 0, false],
        ['3', 1, false],
        ['', 2, false],
      ],
      [
        ['不予公开', 0, true],
        ['4', 1, false],
        ['', 2, false],
      ],
    ])
  })

  test('a run of figures across borders is cut at its spaces', () => {
    const [table] = tablesOfPage(rules, [text('12 7', 140, 88, 120)], 1)
    expect(table?.grid.rows[0]?.cells.map((cell) => cell.text)).toEqual(['', '12', '7'])
  })

  test('text outside the lines is no part of the table', () => {
    const [table] = tablesOfPage(rules, [text('3', 150, 88), text('二、主动公开政府信息情况', 10, 120)], 1)
    expect(table?.texts.size).toBe(1)
  })
})

test('strokes, thin boxes and broken lines are rules', () => {
  const path = (...numbers: number[]) => [Float32Array.from(numbers)]
  const fnArray = [OPS.transform, OPS.constructPath, OPS.constructPath, OPS.constructPath, OPS.constructPath]
  const argsArray = [
    [1, 0, 0, -1, 0, 800],
    [OPS.stroke, path(0, 10, 100, 1, 60, 100)],
    [OPS.stroke, path(0, 62, 100, 1, 110, 100)],
    [OPS.fill, path(0, 10, 100, 1, 11, 100, 1, 11, 200, 1, 10, 200, 4)],
    [OPS.endPath, path(0, 0, 0, 1, 500, 0)],
  ]
  const rules = rulesOf(fnArray, argsArray)
  expect(rules.level).toEqual([{ at: 700, from: 10, to: 110 }])
  expect(rules.upright).toEqual([{ at: 10.5, from: 600, to: 700 }])
})

test('lines of a page without rules: wide gaps part columns', () => {
  const [line] = linesOfPage([text('行政许可', 0, 50), text('47', 100, 50), text('0', 160, 50)])
  expect(line?.fields?.map((field) => [field.text, field.from])).toEqual([
    ['行政许可', 0],
    ['47', 100],
    ['0', 160],
  ])

  const [prose] = linesOfPage([text('公开信息', 0, 50), text('642', 34, 50), text('条', 60, 50)])
  expect(prose?.fields).toBeUndefined()
  expect(prose?.text).toBe('公开信息642条')
})

describe('figures at the edge of the page', () => {
  // The last of three columns runs over the edge of a page 300 wide: 3682 was cut to 36, 12 stands whole, 7 is gone.
  const rules = {
    level: [level(100, 0, 300), level(80, 0, 300), level(60, 0, 300), level(40, 0, 300)],
    upright: [upright(0, 40, 100), upright(200, 40, 100), upright(270, 40, 100)],
  }

  test('are no figures, and nothing in their column is taken for blank', () => {
    const texts = [text('8', 100, 88), text('36', 284, 88), text('9', 100, 68), text('12', 275, 68, 9)]
    const [table] = tablesOfPage(rules, withoutCutFigures(texts, 0, 300), 1)
    expect(table?.grid.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['8', '', '\uFFFD'],
      ['9', '', '12'],
      ['', '', '\uFFFD'],
    ])
  })

  test('words there stay what they are', () => {
    expect(withoutCutFigures([text('总计', 290, 88)], 0, 300).map((piece) => piece.text)).toEqual(['总计'])
  })
})
