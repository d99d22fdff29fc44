import { describe, expect, test } from 'vitest'
import type { Report } from '../report.ts'
import { sampleReport, withCell, withText } from '../testing/sample-report.ts'
import { checkReport } from './check-report.ts'

function rulesOf(report: Report): readonly string[] {
  return checkReport(report).findings.map(({ rule }) => rule)
}

test('a complete and consistent report gives no finding and leaves no rule open', () => {
  expect(checkReport(sampleReport(), 'report-2024.json')).toEqual({
    file: 'report-2024.json',
    format: '2021',
    reportYear: 2024,
    orgName: '示例市住房和城乡建设局',
    findings: [],
    notAssessable: [],
    summary: { errors: 0, warnings: 0, infos: 0, notAssessable: 0 },
  })
})

test('a report of tables alone is not failed for what is not known', () => {
  const { meta, tables } = sampleReport()
  const checked = checkReport({ meta, tables })
  expect(checked.findings).toEqual([])
  expect([...new Set(checked.notAssessable.map(({ rule }) => rule))]).toEqual([
    'AR-01',
    'AR-02',
    'AR-04',
    'AR-05',
    'AR-06',
    'AR-07',
    'AR-08',
    'AR-09',
    'AR-11',
    'AR-12',
    'AR-23',
    'AR-35',
    'AR-50',
    'AR-51',
    'AR-52',
    'AR-53',
    'AR-54',
    'AR-55',
    'AR-56',
  ])
})

test('a broken sum is named with its cells, both sides and a sentence', () => {
  const { findings, summary } = checkReport(withCell(sampleReport(), 't4.review.total', '11'))
  expect(findings.find(({ rule }) => rule === 'AR-36')).toEqual({
    rule: 'AR-36',
    severity: 'error',
    cells: [
      't4.review.total',
      't4.review.upheld',
      't4.review.corrected',
      't4.review.other',
      't4.review.pending',
    ],
    message: '表四“行政复议”：“总计”（11）应当等于结果维持、结果纠正、其他结果、尚未审结之和（10），相差1。',
    expected: '10',
    actual: '11',
    where: '表四“行政复议”',
    fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
  })
  // The prose says 10 reconsiderations.
  expect(summary).toEqual({ errors: 1, warnings: 1, infos: 0, notAssessable: 0 })
})

describe('the document itself', () => {
  const sample = sampleReport()
  const sections = sample.sections ?? []
  const without = (id: string) => ({ ...sample, sections: sections.filter((section) => section.id !== id) })
  // biome-ignore format: a table
  const CASES: readonly (readonly [string, Report, readonly string[]])[] = [
    ['a title of another year', { ...sample, title: '示例市住房和城乡建设局2023年政府信息公开工作年度报告' }, ['AR-01']],
    ['a period that ends early', { ...sample, statPeriod: { from: '2024-01-01', to: '2024-11-30' } }, ['AR-02']],
    ['a section that is missing', without('s6'), ['AR-04', 'AR-09']],
    ['a heading lost although its table is there', without('s3'), ['AR-04']],
    ['sections out of order', { ...sample, sections: [...sections.slice(0, 4), ...sections.slice(4).reverse()] }, ['AR-05']],
    ['a heading numbered 1、', { ...sample, sections: sections.map((each) => (each.id === 's1' ? { ...each, heading: '1、总体情况' } : each)) }, ['AR-05']],
    ['a heading in other words', { ...sample, sections: sections.map((each) => (each.id === 's5' ? { ...each, heading: '五、存在问题及改进情况' } : each)) }, ['AR-06']],
    ['a heading with a space', { ...sample, sections: sections.map((each) => (each.id === 's5' ? { ...each, heading: '五、 存在的主要问题及改进情况' } : each)) }, []],
    ['a section twice', { ...sample, sections: [...sections, ...sections.slice(5)] }, ['AR-07']],
    ['no problems', withText(sample, 's5', '无。'), ['AR-08']],
    ['no word of the processing fee', withText(sample, 's6', '无其他需要报告的事项。'), ['AR-09']],
    ['a government that is silent on appraisal', { ...sample, meta: { ...sample.meta, orgType: 'government' }, publication: { ...sample.publication } }, ['AR-10']],
    ['a government that tells of 绩效考评 and 满意度测评', { ...withText(sample, 's1', '落实绩效考评，开展群众满意度测评，全年无责任追究情况。'), meta: { ...sample.meta, orgType: 'government' }, publication: { ...sample.publication } }, []],
    ['a preamble that names five of six parts', { ...sample, preamble: '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。' }, ['AR-11']],
    ['a title in other words', { ...sample, title: '示例市住房和城乡建设局关于2024年度政府信息公开情况的报告' }, ['AR-12']],
    ['a title that says 管委会 for 管理委员会', { ...sample, title: '示例区管委会2024年政府信息公开工作年度报告', meta: { ...sample.meta, orgName: '示例区管理委员会' } }, []],
    ['a title with the short name of the organ', { ...sample, meta: { ...sample.meta, orgName: '示例市住房和城乡建设局（本级）' } }, []],
  ]
  test.each(CASES)('%s', (_case, report, rules) => {
    expect(rulesOf(report)).toEqual(rules)
  })

  test('the trial format is an error for 2024 and a hint for 2019', () => {
    const trial = (reportYear: number): Report => ({ meta: { format: '2019', reportYear }, tables: {} })
    expect(checkReport(trial(2024)).findings.find(({ rule }) => rule === 'AR-03')?.severity).toBe('error')
    const late: Report = { meta: { format: '2021', reportYear: 2019 }, tables: {} }
    expect(checkReport(late).findings.find(({ rule }) => rule === 'AR-03')?.severity).toBe('info')
  })
})

describe('publication', () => {
  const sample = sampleReport()
  const published = (facts: Report['publication']): Report => ({
    ...sample,
    publication: { ...sample.publication, ...facts },
  })
  // biome-ignore format: a table
  const CASES: readonly (readonly [string, Report, readonly string[]])[] = [
    ['on the last day', published({ publishedOn: '2025-01-31' }), []],
    ['a day late', published({ publishedOn: '2025-02-01' }), ['AR-62']],
    ['in another column', published({ column: '通知公告' }), ['AR-65']],
    ['without a file', published({ attachments: [] }), ['AR-66']],
    ['with a file that differs', published({ attachments: [{ type: 'docx', differences: { 't3.granted.total': '50' } }] }), ['AR-67']],
    ['changed without notice', published({ captures: [{ capturedOn: '2025-03-01', changedCells: ['t3.granted.total'] }] }), ['AR-68']],
    ['changed with notice', published({ captures: [{ capturedOn: '2025-03-01', changedCells: ['t3.granted.total'], notice: true }] }), []],
  ]
  test.each(CASES)('%s', (_case, report, rules) => {
    expect(rulesOf(report)).toEqual(rules)
  })
})

describe('prose that repeats last year', () => {
  const sample = sampleReport()
  const s5 = sample.sections?.find(({ id }) => id === 's5')?.text ?? ''

  test('with other figures only is found', () => {
    const prior = { ...sample.prior, texts: { s5: s5.replace('近三年', '近五年') } }
    expect(rulesOf({ ...sample, prior })).toContain('AR-56')
  })

  test('half rewritten is not', () => {
    const prior = {
      ...sample.prior,
      texts: { s5: `${s5.slice(0, 40)}全面梳理权责清单，完善依申请公开台账，加强业务骨干轮训。` },
    }
    expect(rulesOf({ ...sample, prior })).not.toContain('AR-56')
  })
})

test('a ledger that disagrees with the report is found', () => {
  const ledger = { applications: [], disputes: [] }
  const rules = new Set(rulesOf({ ...sampleReport(), ledger }))
  expect([...rules]).toEqual(['AR-71', 'AR-72', 'AR-73', 'AR-74'])
})

test('a report whose parts are not what they should be is checked by the parts that are', () => {
  const strange = {
    ...sampleReport(),
    statPeriod: '2024年',
    sections: [{ id: 's1' }, null, 'text'],
    prior: [],
    publication: { attachments: 'none', captures: [{}] },
    ledger: { applications: [{ receivedOn: 20240101 }], disputes: 'none' },
  } as unknown as Report
  const rules = new Set(checkReport(strange).findings.map(({ rule }) => rule))
  expect(rules.has('AR-08')).toBe(true)
  expect(rules.has('AR-24')).toBe(false)
})

test('a printed label that is not the canonical one is a hint', () => {
  const report = {
    ...sampleReport(),
    printedLabels: { 'denied.prohibited_by_law': '2.其他法律法规禁止公开' },
  }
  expect(checkReport(report).findings).toMatchObject([
    {
      rule: 'AR-17',
      severity: 'info',
      expected: '2.其他法律行政法规禁止公开',
      actual: '2.其他法律法规禁止公开',
    },
  ])
})

describe('units from a file of another system', () => {
  const { tables } = sampleReport()
  // biome-ignore format: a table
  const CASES: readonly (readonly [string, unknown, string])[] = [
    ['no list', { 甲局: tables }, '各单位的报告（components）写法不对：应当是列表，每一项写明单位名称（orgName）和三张表（tables）'],
    ['a unit without a name', [{ orgName: '甲局', tables }, { tables }], '各单位的报告（components）第2项没有单位名称，应当是列表，每一项写明单位名称（orgName）和三张表（tables），请改正后再核验'],
    ['a unit without tables', [{ orgName: '甲局' }], '各单位的报告（components）第1项（甲局）没有表格数据，应当是列表，每一项写明单位名称（orgName）和三张表（tables），请改正后再核验'],
    ['words for units', ['甲局'], '各单位的报告（components）第1项不是一个单位的报告，应当是列表，每一项写明单位名称（orgName）和三张表（tables），请改正后再核验'],
  ]
  test.each(CASES)('%s: the sums stay open with a sentence', (_case, components, why) => {
    const { findings, notAssessable } = checkReport({ ...sampleReport(), components } as unknown as Report)
    expect(findings).toEqual([])
    expect(notAssessable.map((open) => [open.rule, open.why])).toEqual(
      ['AR-57', 'AR-58', 'AR-59', 'AR-61'].map((rule) => [rule, why]),
    )
  })

  test.each([
    null,
    7,
    'text',
    [],
    { tables: [] },
    { tables: { t3: { cells: 'x', extraRows: 'y' } } },
    { meta: 3, ledger: { applications: [{ receivedOn: '2024-02-30' }] } },
  ])('nothing that JSON can hold stops the check: %j', (given) => {
    expect(checkReport(given as unknown as Report).format).toBe('2021')
  })
})
