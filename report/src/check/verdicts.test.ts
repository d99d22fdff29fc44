import { expect, test } from 'vitest'
import { readReport } from '../read/read-report.ts'
import { renderReport } from '../render/render-report.ts'
import { sampleReport, withCell } from '../testing/sample-report.ts'
import { checkReport } from './check-report.ts'
import { addVerdict, parseVerdicts, type Verdict, verdictsText, withVerdicts } from './verdicts.ts'

const faulty = withCell(sampleReport(), 't3.new_received.total', '133')
const findings = checkReport(faulty).findings
const verdictOn = (rule: string): Verdict => ({
  fingerprint: findings.find((finding) => finding.rule === rule)?.fingerprint ?? '',
  verdict: 'explained',
  words: '已向上级机关说明',
  by: '王经办',
  on: '2025-01-10',
})
const judged = (report: Parameters<typeof checkReport>[0], verdicts: readonly Verdict[]) =>
  withVerdicts(checkReport(report), verdicts)
    .findings.filter(({ verdict }) => verdict !== null)
    .map(({ rule }) => rule)

test('every finding of a report has a fingerprint of its own', () => {
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length)
})

test('a verdict is found again on the next run, through its file, and in another form of the report', async () => {
  const file = verdictsText([verdictOn('AR-24')])
  expect(judged(faulty, parseVerdicts(file))).toEqual(['AR-24'])
  for (const form of ['docx', 'html', 'xlsx', 'pdf'] as const) {
    const { report } = await readReport(await renderReport(faulty, form), `report.${form}`)
    expect(judged(report, parseVerdicts(file))).toEqual(['AR-24'])
  }
})

test('other figures, another year and another organ are another fault', () => {
  const verdicts = [verdictOn('AR-24')]
  expect(judged(withCell(sampleReport(), 't3.new_received.total', '134'), verdicts)).toEqual([])
  expect(judged({ ...faulty, meta: { ...faulty.meta, reportYear: 2023 } }, verdicts)).toEqual([])
  expect(judged({ ...faulty, meta: { ...faulty.meta, orgName: '示例市财政局' } }, verdicts)).toEqual([])
})

test('the later verdict replaces the earlier one', () => {
  const first = verdictOn('AR-24')
  const second: Verdict = { ...first, verdict: 'confirmed', words: '确有差错' }
  expect(addVerdict([first], second)).toEqual([second])
})

// biome-ignore format: a table
const BROKEN = [
  ['{', '判定文件不是完整的 JSON，请检查是否改坏了括号或者引号'],
  ['[]', '判定文件里没有 verdicts 列表'],
  ['{"verdicts":[{"fingerprint":"x","verdict":"maybe"}]}', '判定文件第1条写法不对：应当有 fingerprint（指纹）、verdict（confirmed 或者 explained）、words（说明）、by（判定人）、on（日期）'],
] as const
test.each(BROKEN)('%s is refused with a sentence', (text, sentence) => {
  expect(() => parseVerdicts(text)).toThrow(sentence)
})
