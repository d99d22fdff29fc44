import { expect, test } from 'vitest'
import { withoutRadicals } from './radicals.ts'

test('radicals that stand for characters become these characters', () => {
  expect(withoutRadicals('⽰例市⻔⼾⽹站，⼀、总体情况，⼈⺠政府，同⽐增⻓')).toBe(
    '示例市门户网站，一、总体情况，人民政府，同比增长',
  )
})
