import { cellsOf } from '@mingfu/law'
import type { Report } from '../report.ts'
import { sampleReport } from './sample-report.ts'

/** A report in the trial format whose every figure differs from its neighbours. */
export function trialReport(): Report {
  const tables: Record<'t2' | 't3' | 't4', Record<string, Record<string, string>>> = {
    t2: {},
    t3: {},
    t4: {},
  }
  cellsOf('2019').forEach(({ table, row, column, valueType }, index) => {
    const value = { count: String(index), signedCount: `-${index}`, amount: `${index}.5000` }[valueType]
    tables[table][row] = { ...tables[table][row], [column]: value }
  })
  const sample = sampleReport()
  return {
    meta: { orgName: '示例市统计局', orgType: 'department', reportYear: 2020, format: '2019' },
    title: '示例市统计局2020年政府信息公开工作年度报告',
    statPeriod: { from: '2020-01-01', to: '2020-12-31' },
    preamble: '本报告由总体情况等六部分组成，所列数据的统计期限为2020年1月1日至2020年12月31日。',
    sections: sample.sections ?? [],
    tables: { t2: { cells: tables.t2 }, t3: { cells: tables.t3 }, t4: { cells: tables.t4 } },
    printedLabels: {},
  }
}
