import { describe, expect, it } from 'vitest'
import { measuresOf, wanYuanToYuan, yearlyFigures } from './yearly-measure.ts'

describe('年度数据', () => {
  it.each([
    ['160.5964', 1605964],
    ['312.56', 3125600],
    ['0', 0],
    ['0.0001', 1],
    ['316441', 3164410000],
  ])('takes %s 万元 as %i yuan exactly', (text, yuan) => {
    expect(wanYuanToYuan(text)).toBe(yuan)
  })

  it('leaves unknown what nobody recorded, and keeps a recorded zero', () => {
    expect(yearlyFigures(new Map([['decisions.administrative_license', '0']]))).toEqual({
      decisions: { administrative_license: 0 },
      catalogues: {},
    })
  })

  it('asks for four figures in the 2021 format and for sixteen in the trial format', () => {
    expect(measuresOf('2021').map(([id]) => id)).toEqual([
      'decisions.administrative_license',
      'decisions.administrative_penalty',
      'decisions.administrative_compulsion',
      'fees.amount',
    ])
    expect(measuresOf('2019').length).toBe(16)
  })
})
