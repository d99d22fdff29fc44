import { parsePlainDate } from '@mingfu/law'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../db/new-id.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { casesBehindCell } from './cases-behind-cell.ts'
import { findPublishedReport } from './find-published-reports.ts'
import { getAnnualReport } from './get-annual-report.ts'
import { listAnnualReports } from './list-annual-reports.ts'
import { publishAnnualReport } from './publish-annual-report.ts'
import { recordYearlyFigure } from './record-yearly-figure.ts'
import { reportFile } from './report-file.ts'
import { saveReportSections } from './save-report-sections.ts'
import { waiveFinding } from './waive-finding.ts'
import { measuresOf } from './yearly-measure.ts'

let runtime: TestRuntime
let agencyId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { name: '测试区管理委员会', orgType: 'functional_zone' })
})

const clerk = (on = '2025-01-10') => runtime.as({ agencyId, roles: ['clerk'], name: '王经办' }, on)
const head = (on = '2025-01-20') => runtime.as({ agencyId, roles: ['office-head'], name: '孙负责' }, on)

/** A case as its row stands: when received, when and how it ended. */
async function aCase(
  number: string,
  receivedOn: string,
  result: readonly [on: string, outcome: string] | null,
) {
  const requestId = newId()
  await runtime.owner.query(
    `insert into request (agency_id, request_id, number, query_code_hash, channel, applicant_kind, applicant_class,
       description, wanted_medium, wanted_delivery, state, received_on, result_on, result_outcome)
     values ($1, $2, $3, '', 'online', 'person', 'natural-person', '申请内容', '', '', 'closed', $4, $5, $6)`,
    [agencyId, requestId, number, receivedOn, result?.[0] ?? null, result?.[1] ?? null],
  )
  return requestId
}

async function recordAll(year: number): Promise<void> {
  for (const [measure] of measuresOf('2021')) {
    await recordYearlyFigure(clerk(), { agencyId, year, measure, value: '0', source: '各部门' })
  }
}

const PROSE = {
  s1: '2024年，认真贯彻落实《中华人民共和国政府信息公开条例》，推进政府信息公开工作。',
  s5: '存在的问题：一是业务培训不够。改进情况：全年组织培训两次。',
  s6: '2024年没有收取信息处理费。',
} as const

describe('年度报告', () => {
  it('counts a case of December that is answered in January as carried over, and opens to it', async () => {
    await aCase('测-2024-0001', '2024-03-04', ['2024-03-20', 'grant-provided'])
    await aCase('测-2024-0002', '2024-12-20', ['2025-01-06', 'partial'])
    await aCase('测-2023-0009', '2023-12-28', ['2024-01-15', 'noproc-petition'])
    const report = await getAnnualReport(clerk(), { agencyId, year: 2024 })
    const value = (id: string) => report.cells.find((cell) => cell.id === id)?.value
    expect(value('t3.new_received.natural_person')).toBe('2')
    expect(value('t3.carried_in.natural_person')).toBe('1')
    expect(value('t3.granted.natural_person')).toBe('1')
    expect(value('t3.partially_granted.natural_person')).toBe('0')
    expect(value('t3.not_handled.petition_complaint.total')).toBe('1')
    expect(value('t3.results_total.total')).toBe('2')
    expect(value('t3.carried_out.total')).toBe('1')
    const cell = await casesBehindCell(clerk(), { agencyId, year: 2024, cellId: 't3.carried_out.total' })
    expect(cell.members.map(({ kind, number }) => [kind, number])).toEqual([['request', '测-2024-0002']])
    expect(cell.value).toBe('1')
  })

  it('leaves a figure that nobody recorded open, and does not publish over it', async () => {
    const report = await getAnnualReport(clerk(), { agencyId, year: 2024 })
    expect(report.cells.map(({ id }) => id)).not.toContain('t2.administrative_license.decisions')
    await expect(publishAnnualReport(head(), { agencyId, year: 2024, version: 0 })).rejects.toThrow(
      '4个单元格没有数据',
    )
    expect((await getAnnualReport(clerk(), { agencyId, year: 2024 })).state).not.toBe('published')
  })

  it.each([
    ['decisions.administrative_license', '3.5', '请填写不小于0的整数'],
    ['decisions.administrative_license', '-1', '请填写不小于0的整数'],
    ['fees.amount', '1.23456', '最多四位小数'],
    ['no-such-measure', '1', '没有找到这项年度数据'],
  ])('refuses %s = %s', async (measure, value, sentence) => {
    await expect(
      recordYearlyFigure(clerk(), { agencyId, year: 2024, measure, value, source: '' }),
    ).rejects.toThrow(sentence)
  })

  it('is not published before its year is over', async () => {
    await expect(
      publishAnnualReport(head('2024-12-30'), { agencyId, year: 2024, version: 0 }),
    ).rejects.toThrow('2024年还没有结束')
  })

  it('wants problems and improvements written, or a person to answer for their absence', async () => {
    await recordAll(2024)
    await expect(publishAnnualReport(head(), { agencyId, year: 2024, version: 0 })).rejects.toThrow('AR-08')
    for (const { rule, fingerprint } of (await getAnnualReport(clerk(), { agencyId, year: 2024 })).findings) {
      if (rule !== 'AR-08') continue
      const said = { agencyId, year: 2024, fingerprint, reason: '文字部分另行补充' }
      await waiveFinding(head(), { ...said, verdict: 'confirmed' })
      await expect(publishAnnualReport(head(), { agencyId, year: 2024, version: 0 })).rejects.toThrow('AR-08')
      await waiveFinding(head(), { ...said, verdict: 'explained' })
    }
    await expect(
      waiveFinding(head(), {
        agencyId,
        year: 2024,
        fingerprint: '0',
        verdict: 'explained',
        reason: '没有这条',
      }),
    ).rejects.toThrow('这条校验结果')
    const { findings } = await getAnnualReport(clerk(), { agencyId, year: 2024 })
    const empty = findings.filter(({ rule }) => rule === 'AR-08')
    expect(empty.length).toBeGreaterThan(0)
    expect(empty.every(({ waivedBy }) => waivedBy?.name === '孙负责')).toBe(true)
  })

  it('keeps two people from overwriting one another', async () => {
    const sections = [{ id: 's1', text: PROSE.s1 }] as const
    const version = await saveReportSections(clerk(), { agencyId, year: 2024, version: 0, sections })
    await saveReportSections(clerk(), { agencyId, year: 2024, version, sections })
    await expect(saveReportSections(clerk(), { agencyId, year: 2024, version, sections })).rejects.toThrow(
      '刚刚被其他人修改过',
    )
  })

  it('is fixed when it is published: what the cases do later changes nothing in it', async () => {
    const { version } = await getAnnualReport(clerk(), { agencyId, year: 2024 })
    const sections = (['s1', 's5', 's6'] as const).map((id) => ({ id, text: PROSE[id] }))
    const saved = await saveReportSections(clerk(), { agencyId, year: 2024, version, sections })
    await expect(publishAnnualReport(clerk(), { agencyId, year: 2024, version: saved })).rejects.toThrow(
      '没有办理',
    )
    await publishAnnualReport(head(), { agencyId, year: 2024, version: saved })
    await aCase('测-2024-0003', '2024-06-01', ['2024-06-20', 'grant-provided'])

    const after = await getAnnualReport(clerk(), { agencyId, year: 2024 })
    expect(after.state).toBe('published')
    expect(after.cells.find(({ id }) => id === 't3.granted.total')?.value).toBe('1')
    await expect(
      saveReportSections(clerk(), { agencyId, year: 2024, version: after.version, sections }),
    ).rejects.toThrow('已经发布')
    const published = await findPublishedReport(runtime.db, agencyId, 2024)
    expect(published?.title).toBe('测试区管理委员会2024年政府信息公开工作年度报告')
    const word = await reportFile(clerk(), { agencyId, year: 2024, type: 'docx' })
    expect(word.name).toBe('测试区管理委员会2024年政府信息公开工作年度报告.docx')
    expect(Buffer.from(word.bytes.subarray(0, 2)).toString()).toBe('PK')
  })

  it('carries what stood open into the next year', async () => {
    const next = await getAnnualReport(clerk(), { agencyId, year: 2025 })
    const value = (id: string) => next.cells.find((cell) => cell.id === id)?.value
    expect(value('t3.carried_in.total')).toBe('1')
    expect(value('t3.partially_granted.total')).toBe('1')
    expect(next.findings.filter(({ rule }) => rule === 'AR-50')).toEqual([])
  })

  it('is listed by year, with the day by which the regulation wants it', async () => {
    const reports = await listAnnualReports(clerk(), agencyId)
    expect(reports.map(({ year, state, publishBy }) => [year, state, publishBy])).toEqual([
      [2025, 'not-begun', parsePlainDate('2026-01-31')],
      [2024, 'published', parsePlainDate('2025-01-31')],
      [2023, 'not-begun', parsePlainDate('2024-01-31')],
    ])
  })

  it('is closed to who has no part in it', async () => {
    const auditor = runtime.as({ agencyId, roles: ['audit-admin'] })
    expect(() => getAnnualReport(auditor, { agencyId, year: 2024 })).toThrow('没有办理这一事项的权限')
  })
})
