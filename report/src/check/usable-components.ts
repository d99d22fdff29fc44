import type { ReportComponent } from '../report.ts'
import { isObject, list } from './loose.ts'
import { usableTables } from './usable-tables.ts'

type Usable = Readonly<{ components?: readonly ReportComponent[]; fault?: string }>

const SHAPE = '应当是列表，每一项写明单位名称（orgName）和三张表（tables）'

/**
 * 下属单位的报告 of a report from elsewhere. One unit that cannot be read makes every sum over the units wrong, so
 * the list is used whole or not at all; `fault` then says what to mend.
 */
export function usableComponents(value: unknown): Usable {
  if (value === undefined || value === null) return {}
  const units = list(value)
  if (units === undefined) return { fault: `各单位的报告（components）写法不对：${SHAPE}` }
  const components: ReportComponent[] = []
  for (const [index, unit] of units.entries()) {
    const broken = whatIsBroken(unit)
    if (broken !== null) {
      return { fault: `各单位的报告（components）第${index + 1}项${broken}，${SHAPE}，请改正后再核验` }
    }
    components.push(componentOf(unit as Record<string, unknown>))
  }
  return { components }
}

function whatIsBroken(unit: unknown): string | null {
  if (!isObject(unit)) return '不是一个单位的报告'
  if (typeof unit.orgName !== 'string' || unit.orgName.trim() === '') return '没有单位名称'
  return isObject(unit.tables) ? null : `（${unit.orgName}）没有表格数据`
}

function componentOf({ orgName, format, reportYear, tables }: Record<string, unknown>): ReportComponent {
  const year = typeof reportYear === 'string' ? Number(reportYear) : reportYear
  return {
    orgName: (orgName as string).trim(),
    ...(format === '2019' || format === '2021' ? { format } : {}),
    ...(typeof year === 'number' && Number.isInteger(year) ? { reportYear: year } : {}),
    tables: usableTables(tables),
  }
}
