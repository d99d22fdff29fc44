import { parsePlainDate, yearOf } from '@mingfu/law'
import { publishAnnualReport } from '../services/annual-reports/publish-annual-report.ts'
import { recordYearlyFigure } from '../services/annual-reports/record-yearly-figure.ts'
import { saveReportSections } from '../services/annual-reports/save-report-sections.ts'
import { measuresOf } from '../services/annual-reports/yearly-measure.ts'
import { SEED_REPORT } from './seed-report-text.ts'
import type { Stage } from './stage.ts'

const THIS_YEAR = {
  'decisions.administrative_license': '318',
  'decisions.administrative_penalty': '27',
  'decisions.administrative_compulsion': '2',
  'fees.amount': '46.8350',
} as const

/** The report of 2019, whose year had no case at all, published as it was; and the figures of the current year. */
export async function seedReports(stage: Stage): Promise<void> {
  const { agencyId } = stage
  const writtenOn = parsePlainDate('2020-01-14')
  const clerk = stage.as('jingban', writtenOn)
  for (const [measure] of measuresOf('2019')) {
    await recordYearlyFigure(clerk, { agencyId, year: 2019, measure, value: '0', source: '各部门报送' })
  }
  const version = await saveReportSections(clerk, {
    agencyId,
    year: 2019,
    version: 0,
    sections: (['s1', 's5', 's6'] as const).map((id) => ({ id, text: SEED_REPORT[id] })),
  })
  await publishAnnualReport(stage.as('fuzeren', parsePlainDate('2020-01-16')), {
    agencyId,
    year: 2019,
    version,
  })

  const year = yearOf(stage.today)
  for (const [measure, value] of Object.entries(THIS_YEAR)) {
    await recordYearlyFigure(stage.as('jingban', stage.today), {
      agencyId,
      year,
      measure,
      value,
      source: '财政局、市场监督管理局等部门报送',
    })
  }
}
