import { expect, test } from 'vitest'
import { formTable } from './form-table.ts'
import { renderHtmlFragment } from './html.ts'

test('every line of a form fills its width', () => {
  const table = formTable('申请登记表', [
    [
      ['申请编号', '2024-12'],
      ['收到日期', '2024年9月3日'],
    ],
    [['申请内容', '中标通知书']],
  ])
  expect(table.columns).toEqual([9, 12, 9, 12])
  expect(table.rows[1]).toEqual([
    { text: '申请内容', header: 'row' },
    { text: '中标通知书', colSpan: 3 },
  ])
  const html = renderHtmlFragment({ layout: 'report', title: '登记表', blocks: [table] })
  expect(html).toContain('<td colspan="3" headers="t1-r2c1">中标通知书</td>')
})
