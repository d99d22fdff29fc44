import type { PriorReport, ReadReport } from '@mingfu/report'
import type { CheckResult } from './check-pool.ts'

/** 核验一个文件里的每一份报告: most files hold one; the others are named behind the file, `名称.pdf#2`. */
export async function checkEach(
  file: string,
  read: ReadReport,
  priorOf: (orgName: string | null) => PriorReport | null | Promise<PriorReport | null>,
): Promise<CheckResult> {
  const { checkReport } = await import('@mingfu/report')
  const check = async (one: ReadReport, name: string) => {
    const prior = await priorOf(one.report.meta.orgName ?? null)
    return checkReport(prior === null ? one.report : { ...one.report, prior }, name, one)
  }
  const checked = await check(read, file)
  const others = []
  for (const [index, other] of (read.others ?? []).entries()) {
    others.push(await check(other, `${file}#${index + 2}`))
  }
  return others.length === 0 ? { file, checked } : { file, checked, others }
}
