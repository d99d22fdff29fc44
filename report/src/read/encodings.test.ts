import { describe, expect, test } from 'vitest'
import { readReport } from './read-report.ts'
import { chooser } from './testing/chooser.ts'
import { DAMAGES } from './testing/damage.ts'
import { encoderOf } from './testing/encoder.ts'
import { LAYOUTS } from './testing/layouts.ts'
import { figuresThatTie, print } from './testing/printed-report.ts'

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le')
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16())
}

const declaring = (charset: string) => (text: string) =>
  text.replace('charset="utf-8"', `charset="${charset}"`)

// biome-ignore format: a table
const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'big5':                             (text) => encoderOf('big5')(declaring('big5')(text)),
  'gbk, called gb2312':               (text) => encoderOf('gbk')(declaring('gb2312')(text)),
  'gbk that says it is utf-8':        (text) => encoderOf('gbk')(text),
  'utf-16, low byte first, marked':   (text) => utf16(declaring('utf-16')(text), 'le', true),
  'utf-16, high byte first, marked':  (text) => utf16(declaring('utf-16')(text), 'be', true),
  'utf-16 without a mark':            (text) => utf16(declaring('unicode')(text), 'le', false),
}

describe('a page reads the same in every encoding', () => {
  const figures = figuresThatTie('2021', chooser(20_250_131))

  test.each(Object.keys(ENCODINGS))('%s', async (name) => {
    const printed = print('2021', 2024, figures)
    if (name === 'big5') DAMAGES['traditional script']?.(printed, chooser(1))
    const { text } = (LAYOUTS['web page'] as (typeof LAYOUTS)[string])(printed, chooser(1))
    const bytes = (ENCODINGS[name] as (typeof ENCODINGS)[string])(text)
    const { cells, report, unread } = await readReport(bytes, 'report.html')
    expect(Object.fromEntries(Object.entries(cells).map(([id, { value }]) => [id, value]))).toEqual(figures)
    expect(report.meta).toMatchObject({ orgName: '示例市财政局', reportYear: 2024 })
    expect(unread).toEqual([])
  })
})
