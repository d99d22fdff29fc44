import { checkCells } from './check-cells.ts'
import { checkStructure } from './check-structure.ts'
import { checkTableFour } from './check-table-four.ts'
import { checkTableThree } from './check-table-three.ts'
import { checkTableTwo } from './check-table-two.ts'
import { type Assessment, mergeAssessments } from './finding.ts'
import { identitiesOf } from './identities.ts'
import { checkIdentity } from './identity.ts'
import { presenceOf } from './presence.ts'
import type { ReportFacts } from './report-facts.ts'

/** 表格核验: AR-13 to AR-38 over the tables of one report. Holds, fails or not assessable, never a guess. */
export function checkTables(facts: ReportFacts): Assessment {
  const presence = presenceOf(facts)
  const identities = identitiesOf(facts.format).map((identity) =>
    checkIdentity(identity, facts.cells, presence.unreachable, facts.format),
  )
  return mergeAssessments([
    checkStructure(facts, presence),
    checkCells(facts, presence),
    ...identities,
    checkTableTwo(facts, presence),
    checkTableThree(facts, presence),
    checkTableFour(facts, presence),
  ])
}
