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
  WEBSITE_FIGURE_IDS.map((id) => [
    id,
    { count: '3', 'yes-no': '是', text: '文字', choice: '部门网站' }[WEBSITE_FIGURES[id].kind],
  ]),
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
    ['handled', '多', '“办件量总数”应当填写整数'], ['messages', '几', '“留言办理的收到留言数量”应当填写整数'],
    ['published', '些', '“信息发布总数”应当填写整数'], ['siteType', '部门网站', null],
    ['siteType', '官网', '“网站类型”应当从政府门户网站、部门网站、专项网站中选择'],
  ] as const
  test.each(CASES)('%s %s', (id, text, fault) => {
    expect(websiteFigureFault(id, text)).toBe(fault)
  })
  test('an account is asked for its figures only where there is one', () => {
    const none = { ...whole, handled: '9', hasMedia: '否', weiboName: '', wechatName: '', otherMedia: '' }
    expect(websiteReportFaults({ ...none, weiboPosts: '', weiboReaders: '', wechatReaders: '' })).toEqual([])
    expect(websiteReportFaults({ ...none, hasMedia: '是' })).toEqual([
      '有移动新媒体的，填写微博、微信或者其他新媒体的名称',
    ])
    expect(websiteReportFaults({ ...none, weiboName: '鸭河微博', weiboPosts: '' })).toEqual([
      '“微博的信息发布量”没有填写',
      '填写了新媒体的名称，“是否有移动新媒体”应当为“是”',
    ])
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
