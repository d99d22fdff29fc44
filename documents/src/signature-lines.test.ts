import { parsePlainDate } from '@mingfu/law'
import { describe, expect, test } from 'vitest'
import { signatureLines } from './signature-lines.ts'

const on = parsePlainDate('2024-09-30') // 2024年9月30日 is 6.5 characters wide

describe('GB/T 9704: names and date', () => {
  test('under a seal the date stands four characters in and the name is centred over it', () => {
    expect(
      signatureLines({ kind: 'signature', agencies: ['示例市住房和城乡建设局'], on, sealed: true }),
    ).toEqual([
      { text: '示例市住房和城乡建设局', fromRight: 1.75 },
      { text: '2024年9月30日', fromRight: 4 },
    ])
  })

  test('a name too long for that pushes both in, up to the margin', () => {
    const agency = '示例省示例市示例经济技术开发区管理委员会'
    expect(signatureLines({ kind: 'signature', agencies: [agency], on, sealed: true })).toEqual([
      { text: agency, fromRight: 0 },
      { text: '2024年9月30日', fromRight: 6.75 },
    ])
  })

  test('without a seal the name stands two characters in and the date begins two characters after it', () => {
    expect(
      signatureLines({ kind: 'signature', agencies: ['示例市住房和城乡建设局'], on, sealed: false }),
    ).toEqual([
      { text: '示例市住房和城乡建设局', fromRight: 2 },
      { text: '2024年9月30日', fromRight: 4.5 },
    ])
  })

  test('without a seal and with a short name the date stands two characters in', () => {
    expect(signatureLines({ kind: 'signature', agencies: ['示例局'], on, sealed: false })).toEqual([
      { text: '示例局', fromRight: 7.5 },
      { text: '2024年9月30日', fromRight: 2 },
    ])
  })

  test('a day that is not known yet leaves room for it', () => {
    expect(signatureLines({ kind: 'signature', agencies: [], on: null, sealed: false })).toEqual([
      { text: '年　　月　　日', fromRight: 2 },
    ])
  })
})
