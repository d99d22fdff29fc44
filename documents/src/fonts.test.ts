import { expect, test } from 'vitest'
import { missingGlyphs } from './fonts.ts'

test('the packaged fonts have the rare characters of names', () => {
  expect(missingGlyphs('张喆䶮𬭚堃玥昇〔2024〕“”——①％')).toEqual([])
})

test('a character no font has is named once', () => {
  expect(missingGlyphs('甲\u{E0FF}乙\u{E0FF}\n')).toEqual(['\u{E0FF}'])
})

test('variation selectors ask for no glyph', () => {
  expect(missingGlyphs('葛\u{E0100}')).toEqual([])
})
