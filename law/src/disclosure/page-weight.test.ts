import { expect, test } from 'vitest'
import { pageWeightFaults } from './page-weight.ts'

test('pictures that open within three seconds are no fault', () => {
  expect(pageWeightFaults([])).toEqual([])
  expect(pageWeightFaults([{ name: '图1.jpg', sizeBytes: 1_000_000 }])).toEqual([])
})

test('one that is too heavy, and many that are together', () => {
  expect(pageWeightFaults([{ name: '图1.jpg', sizeBytes: 1_600_000 }])).toEqual([
    '图片“图1.jpg”有1.6兆字节，请压缩到1兆字节以内再上传',
  ])
  const four = [1, 2, 3, 4].map((number) => ({ name: `图${number}.jpg`, sizeBytes: 900_000 }))
  expect(pageWeightFaults(four)).toEqual(['一页的图片共3.6兆字节，3秒内打不开，请压缩到2.4兆字节以内'])
})
