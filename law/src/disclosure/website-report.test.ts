import { describe, expect, test } from 'vitest'
import {
  WEBSITE_FIGURE_IDS,
  WEBSITE_FIGURES,
  WEBSITE_REPORT_BLOCKS,
  type WebsiteFigures,
  websiteFigureFault,
  websiteReportFaults,
} from './website-report.ts'

const whole: WebsiteFigures = Object.fromEntries(
  WEBSITE_FIGURE_IDS.map((id) => [id, WEBSITE_FIGURES[id].kind === 'count' ? '3' : '是']),
)

describe('政府网站工作年度报表', () => {
  test('every block of the notice has its figures, in order', () => {
    const blocks = [...new Set(WEBSITE_FIGURE_IDS.map((id) => WEBSITE_FIGURES[id].block))]
    expect(blocks).toEqual(Object.keys(WEBSITE_REPORT_BLOCKS))
  })
  test('visits are filled in, because nothing here counts them', () => {
    expect([WEBSITE_FIGURES.visitors.computed, WEBSITE_FIGURES.visits.computed]).toEqual([false, false])
  })
  // biome-ignore format: a table
  const CASES = [
    ['visits', '120000', null], ['visits', '12万', '“网站总访问量”应当填写整数'], ['visits', '', null],
    ['securityDrill', '是', null], ['securityDrill', '有', '“是否开展应急演练”应当填“是”或者“否”'],
    ['wechatName', '鸭河发布', null],
  ] as const
  test.each(CASES)('%s %s', (id, text, fault) => {
    expect(websiteFigureFault(id, text)).toBe(fault)
  })
  test('what lacks and what does not add up is named', () => {
    expect(websiteReportFaults({ ...whole, handled: '9' })).toEqual([])
    expect(websiteReportFaults({ ...whole, handled: '9', visits: '', wechatName: '' })).toEqual([
      '“网站总访问量”没有填写',
    ])
    expect(websiteReportFaults({ ...whole, handled: '5', services: '2' })).toEqual([
      '自然人、法人办件量之和大于办件量总数',
      '可全程在线办理的事项多于政务服务事项',
    ])
  })
})
