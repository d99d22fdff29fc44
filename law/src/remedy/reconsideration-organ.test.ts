import { describe, expect, test } from 'vitest'
import { citationText } from '../citation.ts'
import { parsePlainDate } from '../plain-date.ts'
import { type AgencyKind, type AgencyStanding, reconsiderationOrgans } from './reconsideration-organ.ts'

const standing = (kind: AgencyKind): AgencyStanding => ({
  name: '本机关',
  kind,
  government: '本级政府',
  higherGovernment: '上级政府',
  higherDepartment: '上级主管部门',
})

describe('who hears the reconsideration', () => {
  // biome-ignore format: a table
  const CASES = [
    // kind                      from 2024                       before
    ['local-department',         ['本级政府'],                   ['本级政府', '上级主管部门']],
    ['local-government',         ['上级政府'],                   ['上级政府']],
    ['provincial-government',    ['本机关'],                     ['本机关']],
    ['dispatched-office',        ['本级政府'],                   ['本级政府']],
    ['department-branch',        ['本级政府'],                   ['上级主管部门', '本级政府']],
    ['authorised-organisation',  ['本级政府'],                   ['本级政府']],
    ['state-council-department', ['本机关'],                     ['本机关']],
    ['vertical-agency',          ['上级主管部门'],               ['上级主管部门']],
    ['justice-department',       ['本级政府', '上级主管部门'],   ['本级政府', '上级主管部门']],
  ] as const
  test.each(CASES)('%s', (kind, now, before) => {
    const names = (on: string) =>
      reconsiderationOrgans(standing(kind), parsePlainDate(on)).map(({ name }) => name)
    expect(names('2024-01-01')).toEqual(now)
    expect(names('2023-12-31')).toEqual(before)
  })
})

test('an organ that the standing does not name is left out, and the article is that of its kind', () => {
  const { higherDepartment: _, ...known } = standing('justice-department')
  const organs = reconsiderationOrgans(known, parsePlainDate('2025-01-01'))
  expect(organs.map(({ name, basis }) => [name, citationText(basis)])).toEqual([
    ['本级政府', '《中华人民共和国行政复议法》第二十八条'],
  ])
})
