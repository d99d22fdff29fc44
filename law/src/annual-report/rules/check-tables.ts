import type { TableId } from '../cell-id.ts'
import { TABLE_NAMES } from '../cell-name.ts'
import type { FormatId } from '../report-format.ts'
import { checkCells } from './check-cells.ts'
import { checkStructure } from './check-structure.ts'
import { checkTableFour } from './check-table-four.ts'
import { checkTableThree } from './check-table-three.ts'
import { checkTableTwo } from './check-table-two.ts'
import { type Assessment, mergeAssessments, unassessed } from './finding.ts'
import { identitiesOf } from './identities.ts'
import { checkIdentity, type Identity } from './identity.ts'
import { holdsPlainly, plainFigures } from './plain-figures.ts'
import { type Presence, presenceOf } from './presence.ts'
import type { ReportFacts } from './report-facts.ts'
import type { RuleId } from './report-rules.ts'

/** 表格核验: AR-13 to AR-38 over the tables of one report. Holds, fails or not assessable, never a guess. */
export function checkTables(facts: ReportFacts): Assessment {
  const presence = presenceOf(facts)
  const { present, absent } = identitiesByPresence(facts.format, presence)
  const figures = plainFigures(facts, presence)
  const identities = present
    .filter((identity) => !holdsPlainly(identity, facts.format, figures))
    .map((identity) => checkIdentity(identity, facts.cells, presence.unreachable, facts.format))
  return mergeAssessments([
    checkStructure(facts, presence),
    checkCells(facts, presence),
    ...identities,
    ...absent.map(([rule, table]) => unassessed(rule, `${TABLE_NAMES[table]}没有可读的数据`)),
    checkTableTwo(facts, presence),
    checkTableThree(facts, presence),
    checkTableFour(facts, presence),
  ])
}

/** The identities of tables that can be read; of the others each rule once, instead of line by line. */
function identitiesByPresence(format: FormatId, { tables }: Presence) {
  const present: Identity[] = []
  const absent = new Map<RuleId, TableId>()
  for (const identity of identitiesOf(format)) {
    const [first] = identity.left
    const table = (first?.cell.slice(0, 2) ?? 't3') as TableId
    if (tables[table] === 'data') present.push(identity)
    else absent.set(identity.rule, table)
  }
  return { present, absent: [...absent] }
}
