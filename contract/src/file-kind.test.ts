import { expect, it } from 'vitest'
import { fileKindOf } from './file-kind.ts'

it('knows a file by the ending of its name, however it is written', () => {
  expect(fileKindOf('2024年度报告.PDF')).toBe('pdf')
  expect(fileKindOf('身份证.jpeg')).toBe('jpg')
  expect(fileKindOf('公示.htm')).toBe('html')
  expect(fileKindOf('安装程序.exe')).toBeUndefined()
  expect(fileKindOf('没有后缀')).toBeUndefined()
})
