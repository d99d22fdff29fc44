import { cellsOf } from '@mingfu/law'
import type { CellTexts, Report } from '../report.ts'
import { sampleReport } from './sample-report.ts'

/** A report of 2020 in the trial format in which nothing happened: every figure is 0, and everything ties. */
export function zeroTrialReport(): Report {
  const tables: Record<'t2' | 't3' | 't4', Record<string, Record<string, string>>> = {
    t2: {},
    t3: {},
    t4: {},
  }
  for (const { table, row, column } of cellsOf('2019')) {
    tables[table][row] = { ...tables[table][row], [column]: '0' }
  }
  const { t2, t3, t4 }: Record<string, CellTexts> = tables
  const sections = (sampleReport().sections ?? []).map((section) =>
    section.id === 's1'
      ? { ...section, text: '2020年，本局推进政府信息公开，未收到政府信息公开申请。' }
      : section,
  )
  return {
    meta: {
      orgName: '示例市统计局',
      orgType: 'department',
      canMakeRegulations: false,
      reportYear: 2020,
      format: '2019',
    },
    title: '示例市统计局2020年政府信息公开工作年度报告',
    statPeriod: { from: '2020-01-01', to: '2020-12-31' },
    preamble: '本报告所列数据的统计期限为2020年1月1日至2020年12月31日。',
    sections,
    tables: { t2: { cells: t2 ?? {} }, t3: { cells: t3 ?? {} }, t4: { cells: t4 ?? {} } },
    prior: { format: '2019', reportYear: 2019, t2: t2 ?? {}, t3: t3 ?? {}, t4: t4 ?? {} },
  }
}
