import { cellsOf, type FormatId, REPORT_FORMATS } from '@mingfu/law'
import fc from 'fast-check'
import { describe, test } from 'vitest'
import { readReport } from '../read/read-report.ts'
import { figuresThatTie } from '../read/testing/printed-report.ts'
import type { Report } from '../report.ts'
import { REPORT_OUTPUTS, type ReportOutput, renderReport } from './render-report.ts'

const ORGANS = ['示例市财政局', '示例省人民政府', '示例县青山镇人民政府', '示例高新技术产业开发区管理委员会']
const SENTENCES = [
  '全年公开信息642条，制发行政规范性文件3件。',
  '（一）主动公开。围绕“放管服”改革推进公开，网站访问量达1,204.5万次。',
  '1.加强培训；2.完善制度，答复率为98.5%。',
  '主要问题：一是人员流动较快；二是解读形式单一。',
  '改进情况：编印范本，开展《条例》学习3次，接待群众410人次。',
  '收取信息处理费300元，见www.example.gov.cn的说明（2024年第3期）。',
]

/** A report whose figures tie; among its zeros some are left blank or struck out, as offices do. */
function aReport(format: FormatId): fc.Arbitrary<Report> {
  const { sections } = REPORT_FORMATS[format]
  const year = format === '2019' ? fc.constantFrom(2019, 2020) : fc.integer({ min: 2021, max: 2029 })
  const text = fc
    .array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 3 })
    .map((lines) => lines.join('\n'))
  return fc
    .record({
      year,
      organ: fc.constantFrom(...ORGANS),
      texts: fc.tuple(...sections.map(() => text)),
      choices: fc.array(fc.nat(100_000), { minLength: 60, maxLength: 60 }),
    })
    .map(({ year: reportYear, organ, texts, choices }): Report => {
      let at = 0
      const choose = (below: number) => (choices[at++ % choices.length] ?? 0) % below
      const figures = figuresThatTie(format, choose)
      const tables: Record<string, Record<string, Record<string, string>>> = { t2: {}, t3: {}, t4: {} }
      for (const { id, table, row, column, valueType } of cellsOf(format)) {
        const figure = figures[id] ?? 0
        const blank =
          figure === 0 && column !== 'total' && table !== 't4' ? ['', '/', '0', '0'][choose(4)] : undefined
        const printed = valueType === 'amount' ? (figure / 10_000).toFixed(4) : String(figure)
        const rows = tables[table] ?? {}
        rows[row] = { ...rows[row], [column]: blank ?? printed }
      }
      return {
        meta: { orgName: organ, reportYear, format },
        title: `${organ}${reportYear}年政府信息公开工作年度报告`,
        statPeriod: { from: `${reportYear}-01-01`, to: `${reportYear}-12-31` },
        preamble: `本报告所列数据的统计期限为${reportYear}年1月1日至${reportYear}年12月31日。`,
        sections: sections.map(({ id, label, table }, index) => ({
          id,
          heading: label,
          text: table === null ? (texts[index] ?? '') : '',
        })),
        tables: {
          t2: { cells: tables.t2 ?? {} },
          t3: { cells: tables.t3 ?? {} },
          t4: { cells: tables.t4 ?? {} },
        },
      }
    })
}

const RUNS: Readonly<Record<ReportOutput, number>> = { html: 12, docx: 8, xlsx: 8, json: 12, pdf: 4 }

describe.each(['2021', '2019'] as const)('a random report in the format of %s', (format) => {
  test.each(REPORT_OUTPUTS)(
    'comes back from %s with every cell, title, section and period',
    async (output) => {
      await fc.assert(
        fc.asyncProperty(aReport(format), async (report) => {
          const { report: read } = await readReport(await renderReport(report, output), `report.${output}`)
          const lost = differences(essentials(report), essentials(read))
          if (lost.length > 0) throw new Error(lost.join('\n'))
        }),
        { numRuns: RUNS[output], seed: 20_190_515, endOnFailure: true },
      )
    },
  )
})

function essentials({ title, preamble, statPeriod, sections, tables, meta }: Report) {
  const { orgName, reportYear, format } = meta
  const { t2, t3, t4 } = tables
  const cells = { t2: t2?.cells, t3: t3?.cells, t4: t4?.cells }
  // A report that we wrote prints nothing twice.
  const repeated = [t2?.repeatedRows, t3?.repeatedRows, t4?.repeatedRows]
  return { title, preamble, statPeriod, sections, cells, repeated, orgName, reportYear, format }
}

/** Every leaf that did not come back, with both sides. */
function differences(given: unknown, back: unknown, path = ''): readonly string[] {
  if (typeof given !== 'object' || given === null) {
    return given === back ? [] : [`${path}: ${JSON.stringify(given)} → ${JSON.stringify(back)}`]
  }
  const keys = new Set([...Object.keys(given), ...Object.keys((back ?? {}) as object)])
  return [...keys].flatMap((key) =>
    differences(
      (given as Record<string, unknown>)[key],
      (back as Record<string, unknown> | undefined)?.[key],
      `${path}/${key}`,
    ),
  )
}
