import { parsePlainDate } from '@mingfu/law'
import { expect, test } from 'vitest'
import { content } from '../../testing/a-document.ts'
import { submissionFaults } from './submission-faults.ts'

const TODAY = parsePlainDate('2026-06-15')
const faults = (what: Parameters<typeof content>[1], attachments = 0) =>
  submissionFaults(content('11111111-1111-7111-8111-111111111111', what), attachments, TODAY)

test('a whole document has none', () => {
  expect(faults({})).toEqual({})
})

test('the mark printed in the text has to say what the attribute is', () => {
  const html = '<p>特此通知。</p><p>（此件不予公开）</p>'
  expect(faults({ html })).toEqual({
    attribute: '正文印有“此件不予公开”，而公开属性是“主动公开”，应当印“（此件公开发布）”，请核对',
  })
  expect(faults({ html, attribute: 'withheld', attributeReason: '属于内部事务信息' })).toEqual({})
})

test('attachments that the text names have to be there', () => {
  const html = '<p>见附件1和附件2。</p>'
  expect(faults({ html }, 1)).toEqual({ html: '正文提到附件2，没有上传，请上传或者修改正文' })
  expect(faults({ html }, 2)).toEqual({})
})

test('a damaged number is told as it should be', () => {
  expect(faults({ documentNumber: '鸭管[2026]02号' })).toEqual({
    documentNumber: '发文字号的写法应当是“鸭管〔2026〕2号”',
  })
  expect(faults({ documentNumber: '通知' })).toEqual({
    documentNumber: '发文字号不规范，请按“机关代字〔年份〕序号号”的样式填写',
  })
})
