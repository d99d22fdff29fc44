import { expect, test } from 'vitest'
import { placeOfQuote } from './locate-quote.ts'

// biome-ignore format: a table
const CASES = [
  // text as printed                              quote as folded            what is marked
  ['全年，新收 政府信息公开申请１３２ 件。',          '新收政府信息公开申请132件', '新收 政府信息公开申请１３２ 件'],
  ['新收申请1,320件，办结136件。',                  '新收申请1320件',           '新收申请1,320件'],
  ['新收申请13件，办结136件。',                     '新收申请13件,办结136件',    '新收申请13件，办结136件'],
  ['一、总体情况',                                 '一、总体情况',             '一、总体情况'],
  ['全年新收政府資訊公開申請13件。',                 '新收政府信息公开申请13件',  '新收政府資訊公開申請13件'],
  ['一、总体情况',                                 '二、',                    undefined],
] as const

test.each(CASES)('%s', (text, quote, marked) => {
  const place = placeOfQuote(text, quote)
  expect(place === undefined ? undefined : text.slice(place.start, place.end)).toBe(marked)
})
