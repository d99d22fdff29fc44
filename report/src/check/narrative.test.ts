import { describe, expect, test } from 'vitest'
import { sampleReport, withText } from '../testing/sample-report.ts'
import { checkReport } from './check-report.ts'

// Table three of the sample: new 132, carried in 12, results 136 (49, 15, 18, 31, 10, 13), carried out 8.
// Table four: review 10 of which 2 pending; lawsuits 0 and 3 of which 1 pending. Last year: new 120.
function findingsOn(sentence: string): readonly string[] {
  return checkReport(withText(sampleReport(), 's1', sentence)).findings.map(({ rule }) => rule)
}

describe('counts in the prose against the tables', () => {
  // biome-ignore format: a table
  const CASES: readonly (readonly [string, ...string[]])[] = [
    // AR-39
    ['本年新收政府信息公开申请132件。'],
    ['本年新收政府信息公开申请130件。', 'AR-39'],
    ['2024年，新收到政府信息公开申请一百三十二件。'],
    ['新收政府信息公开申请 1,320 件。', 'AR-39'],
    ['新收申请同比增加12件。'],
    ['2023年新收政府信息公开申请120件。'],
    ['其中网上新收政府信息公开申请100件。'],
    ['本年新收行政复议申请3件。'],
    // AR-40
    ['新收申请132件，上年结转12件。'],
    ['新收申请132件，上年度结转11件。', 'AR-40'],
    ['新收申请132件，结转上年12件。'],
    // AR-41
    ['办结申请136件，另有8件顺延到下年度。'],
    ['办结申请136件，另有9件顺延到下年度。', 'AR-41'],
    ['申请办结136件，结转下年度继续办理8件。'],
    ['申请办结136件，转下年度7件。', 'AR-41'],
    // AR-42
    ['全年共收到政府信息公开申请132件。'],
    ['全年共收到政府信息公开申请144件。'],
    ['全年共收到政府信息公开申请140件。', 'AR-42'],
    ['全年受理140件政府信息公开申请。', 'AR-42'],
    ['全年收到群众来信140件。'],
    ['全年收到行政复议申请10件。'],
    ['通过在线平台收到申请100件。'],
    ['通过网络、信函等渠道收到申请140件。', 'AR-42'],
    // AR-43
    ['共答复政府信息公开申请136件。'],
    ['共答复政府信息公开申请135件。', 'AR-43'],
    ['答复咨询电话300件，受理申请132件。'],
    ['收到申请132件，延期答复5件。'],
    ['收到申请132件，发出答复书140份。'],
    // AR-44
    ['办结的申请中，予以公开49件，部分公开15件，不予公开18件，无法提供31件，不予处理10件，其他处理13件。'],
    ['办结的申请中，49件予以公开，15件部分公开，18件不予公开。'],
    ['办结的申请中，予以公开48件。', 'AR-44'],
    ['办结的申请中，49件予以公开，16件部分公开。', 'AR-44'],
    ['办结的申请中，部分予以公开15件。'],
    ['办结的申请中，予以公开及部分公开64件。'],
    ['办结的申请中，予以公开及部分公开65件。', 'AR-44'],
    ['共办结申请136件，其中：予以公开49件；部分公开15件；不予公开19件。', 'AR-44'],
    ['申请不予公开18件（属于国家秘密0件，属于行政查询事项5件）。'],
    ['对申请中不予公开的信息逐件说明理由，组织培训3次。'],
    // AR-46
    ['涉及政府信息公开的行政复议10件，行政诉讼3件。'],
    ['涉及政府信息公开的行政复议8件，行政诉讼2件。'],
    ['涉及政府信息公开的行政复议9件，行政诉讼3件。', 'AR-46'],
    ['因政府信息公开新发生行政复议7件。'],
    ['因政府信息公开引发行政复议10件，其中维持4件，纠正1件。'],
    ['因政府信息公开引发行政复议和行政诉讼共13件。'],
    ['本机关全年审理行政复议案件420件。'],
    ['因政府信息公开被申请行政复议10起，被提起行政诉讼3起。'],
    // as cities write it
    ['2024年，全市各级行政机关共新收政府信息公开申请132件，其中市政府办公室32件、市级部门40件、县（市、区）60件。上年结转12件，办结136件，结转下年度8件。'],
    ['全年共受理政府信息公开申请132件，比上年增加12件（上年120件），按时答复136件。'],
    ['市政府共受理政府信息公开申请144件，办结136件（含上年结转12件），均在法定期限内答复。'],
    ['答复政府信息公开申请136件，其中予以公开49件（36.0%），部分公开15件（11.0%）。'],
    ['办理人大代表建议、政协提案42件，全部办结；受理申请132件。'],
    ['全市各级行政机关共受理政府信息公开申请5320件，其中市本级132件。'],
    ['全省新收政府信息公开申请9000件。'],
    ['上年度新收申请120件，本年度新收132件。'],
    ['新收申请132件，办结124件，结转下年8件。'],
    ['本年度受理转办申请3件，新收申请132件。'],
    ['结转2025年继续办理8件申请。'],
    ['结转2025年继续办理9件申请。', 'AR-41'],
    ['由2023年结转13件申请。', 'AR-40'],
    ['2023年结转至2024年办理的申请12件。'],
    ['申请中，予以公开（含部分公开）64件。'],
    ['从申请结果看，予以公开或部分公开65件。', 'AR-44'],
    ['因政府信息公开引发的行政诉讼1件尚未审结。'],
    ['全市共收到政府信息依申请公开132件，其中，通过网络申请100件，占75.76%；通过信函申请30件，占22.73%。全市共处理申请144件（包含上年结转12件），136件已在法定期限内答复，8件结转下年答复。'],
    ['收到申请132件，现已办结136件，全年因政府信息公开产生行政复议案件10件和行政诉讼案件3件，其中行政复议结果维持4件，尚未审结2件，行政诉讼结果维持1件。'],
  ]
  test.each(CASES)('%s', (sentence, ...rules) => {
    expect(findingsOn(sentence)).toEqual(rules)
  })

  test('all accepted readings are shown with their values', () => {
    const report = withText(sampleReport(), 's1', '全年共收到政府信息公开申请140件。')
    const [finding] = checkReport(report).findings
    expect(finding?.expected).toBe('132（本年新收）或144（新收加上年结转）')
    expect(finding?.message).toBe(
      '文字写“收到政府信息公开申请140件”，表格中为132（本年新收）或144（新收加上年结转），请核对。',
    )
    expect(finding?.where).toBe('一、总体情况')
  })
})

describe('absolute statements', () => {
  // biome-ignore format: a table
  const CASES: readonly (readonly [string, ...string[]])[] = [
    ['本年度未收到政府信息公开申请。', 'AR-45'],
    ['本年度未收到因政府信息公开提起的行政复议申请。'],
    ['政府信息公开申请全部办结。', 'AR-45'],
    ['上年结转的申请全部办结。'],
    ['收到的申请按期办结率100%。'],
    ['人大代表建议全部办结，申请按期答复。'],
    ['申请办结率达100%。', 'AR-45'],
    ['未发生因政府信息公开引发的行政复议。', 'AR-45'],
    ['未发生因政府信息公开引发的行政复议、行政诉讼案件。', 'AR-45', 'AR-45'],
    ['未发生因政府信息公开引发的行政诉讼败诉案件。'],
    ['未发生责任追究情形。'],
    ['132件申请均已全部办结。', 'AR-45'],
    ['全年未接到信息公开申请。', 'AR-45'],
    ['全年未收到行政许可申请，推进政府信息公开。'],
    ['本年度无政府信息公开申请结转到下年度。', 'AR-45'],
    ['未因政府信息公开工作被申请行政复议、提起行政诉讼。', 'AR-45', 'AR-45'],
    ['政府信息公开行政复议无变更、撤销，未被行政复议机关责令重新答复。'],
  ]
  test.each(CASES)('%s', (sentence, ...rules) => {
    expect(findingsOn(sentence)).toEqual(rules)
  })
})

describe('documents', () => {
  // Table two: 行政规范性文件 3 issued, 2 repealed, 18 in force; no 规章.
  // biome-ignore format: a table
  const CASES: readonly (readonly [string, ...string[]])[] = [
    ['制发行政规范性文件3件，废止2件，现行有效18件。'],
    ['制发行政规范性文件4件，废止2件，现行有效18件。', 'AR-47'],
    ['制发3件行政规范性文件，现行有效19件。', 'AR-47'],
    ['制定规章1件。', 'AR-47'],
    ['主动公开方面：制发行政规范性文件5件。', 'AR-47'],
    ['以市政府名义制发行政规范性文件9件。'],
    ['清理规范性文件40件，废止5件。', 'AR-47'],
    ['制定公开制度6件。'],
    ['制发规范性文件5件，其中行政规范性文件3件。'],
    ['主动公开市政府规章13件（含新制定5件，修改4件，废止4件）。'],
    ['制发党内规范性文件7件。'],
  ]
  test.each(CASES)('%s', (sentence, ...rules) => {
    expect(findingsOn(sentence)).toEqual(rules)
  })
})

describe('growth against last year', () => {
  // 132 against 120 is 10 %.
  // biome-ignore format: a table
  const CASES: readonly (readonly [string, ...string[]])[] = [
    ['新收申请同比增长10.0%。'],
    ['新收申请同比增长10%。'],
    ['新收申请同比增长12%。', 'AR-48'],
    ['新收申请132件，同比下降10%。', 'AR-48'],
    ['新收申请132件，同比增长约11%。'],
    ['公开信息642条，同比增长30%。'],
    ['收到政府信息公开申请132件，同比增加12件，增长10%。'],
    ['收到政府信息公开申请132件，同比增加12件，增长12%。', 'AR-48'],
  ]
  test.each(CASES)('%s', (sentence, ...rules) => {
    expect(findingsOn(sentence)).toEqual(rules)
  })
})

describe('shares and rates within the year', () => {
  // 136 of 132 + 12 = 144 is 94.44 %; 49 of 136 is 36.03 %, of 132 37.12 %, of 144 34.03 %.
  // biome-ignore format: a table
  const CASES: readonly (readonly [string, ...string[]])[] = [
    ['政府信息公开申请办结率94.4%。'],
    ['政府信息公开申请办结率为94%。'],
    ['政府信息公开申请办结率90.4%。', 'AR-48'],
    ['政府信息公开申请按时办结率98%。'],
    ['行政许可事项办结率90.4%。'],
    ['收到政府信息公开申请132件，一窗受理服务事项办结率90%。'],
    ['办结申请136件，其中予以公开49件，占36%。'],
    ['办结申请136件，其中予以公开49件，占申请总数的37.1%。'],
    ['办结申请136件，其中予以公开49件，占46%。', 'AR-48'],
    ['办结申请136件，其中予以公开49件，占涉企申请的46%。'],
    ['办结申请136件，其中不予公开18件，占办结总数的31.2%。', 'AR-48'],
    ['2023年政府信息公开申请办结率90.4%。'],
  ]
  test.each(CASES)('%s', (sentence, ...rules) => {
    expect(findingsOn(sentence)).toEqual(rules)
  })

  test('a rate whose figures are not in the tables is not assessable', () => {
    const { notAssessable } = checkReport(withText(sampleReport(), 's1', '政府信息公开申请按时办结率98%。'))
    expect(notAssessable.map(({ rule }) => rule)).toEqual(['AR-48'])
  })
})

describe('breakdowns', () => {
  // biome-ignore format: a table
  const CASES: readonly (readonly [string, ...string[]])[] = [
    ['新收申请132件，其中自然人114件、商业企业12件、科研机构1件、社会公益组织2件、法律服务机构3件。'],
    ['新收申请132件，其中自然人115件、商业企业12件、科研机构1件、社会公益组织2件、法律服务机构3件。', 'AR-49'],
    ['新收申请132件。其中，网络申请100件，信函申请30件，当面申请3件。', 'AR-49'],
    ['新收申请132件，其中网络申请100件，信函申请20件。'],
    ['新收申请132件，其中自然人114件，商业企业12件等。'],
    ['公开信息642条，其中微博500条，微信300条。'],
    ['收到依申请公开132件，其中予以公开49件，部分公开15件，不予公开18件，本机关不掌握27件。'],
    ['办结申请136件，其中予以公开49件，部分公开15件，不予公开18件，无法提供31件，不予处理10件，其他处理13件。'],
    ['收取信息处理费3件900元，其中甲局1件300元，乙局2件600元。'],
    ['收取信息处理费3件900元，其中甲局1件300元，乙局2件700元。', 'AR-49'],
  ]
  test.each(CASES)('%s', (sentence, ...rules) => {
    expect(findingsOn(sentence)).toEqual(rules)
  })
})

describe('sentences of governments', () => {
  const meta = { ...sampleReport().meta, orgName: '示例市人民政府', orgType: 'government' } as const
  // biome-ignore format: a table
  const CASES: readonly (readonly [string, ...string[]])[] = [
    ['市政府本级收到政府信息公开申请32件，办结30件，结转下年度2件。'],
    ['市政府收到政府信息公开申请32件，全部按期答复。'],
    ['以市政府名义答复政府信息公开申请30件，其中予以公开10件，部分公开5件。'],
    ['全市法院受理政府信息公开行政诉讼30件。'],
    ['市政府门户网站收到网民留言1200条，办结1180条，其中申请公开类3条。'],
    ['政府信息公开申请答复率100%、按时办结率100%。'],
    ['全市行政许可办结率100%，推进政府信息公开申请办理规范化。'],
    ['新收申请量比2023年的120件增长10%。'],
    ['对申请人反映强烈的5件申请予以公开。'],
    ['审查公文500件，其中主动公开200件、依申请公开100件、不予公开200件。'],
    ['2022年、2023年、2024年分别受理政府信息公开申请100件、120件、132件。'],
    ['将20条依申请公开的信息转为主动公开，予以公开信息20条。'],
    ['全市新收政府信息公开申请133件。', 'AR-39'],
    ['全市政府信息公开申请办结率100%。', 'AR-45'],
  ]
  test.each(CASES)('%s', (sentence, ...expected) => {
    const report = withText({ ...sampleReport(), meta }, 's1', sentence)
    const found = checkReport(report).findings.map(({ rule }) => rule)
    expect(found.filter((rule) => /^AR-(39|4\d)$/.test(rule))).toEqual(expected)
  })
})

test('a government speaks of its region, an organ does not', () => {
  const sentence = '全市新收政府信息公开申请130件。'
  const meta = { ...sampleReport().meta, orgName: '示例市人民政府', orgType: 'government' } as const
  const ofGovernment = withText({ ...sampleReport(), meta }, 's1', sentence)
  expect(checkReport(ofGovernment).findings.map(({ rule }) => rule)).toContain('AR-39')
  expect(findingsOn(sentence)).toEqual([])
})
