import { annualReports as contract } from '@mingfu/contract'
import { casesBehindCell } from '../services/annual-reports/cases-behind-cell.ts'
import { getAnnualReport } from '../services/annual-reports/get-annual-report.ts'
import { listAnnualReports } from '../services/annual-reports/list-annual-reports.ts'
import { proseAlike } from '../services/annual-reports/prose-alike.ts'
import { publishAnnualReport } from '../services/annual-reports/publish-annual-report.ts'
import { recordYearlyFigure } from '../services/annual-reports/record-yearly-figure.ts'
import { reportFile } from '../services/annual-reports/report-file.ts'
import { saveReportSections } from '../services/annual-reports/save-report-sections.ts'
import { draftSkeleton } from '../services/annual-reports/skeleton/draft-skeleton.ts'
import { waiveFinding } from '../services/annual-reports/waive-finding.ts'
import { agencyOf } from './agencies.ts'
import { type Api, FileAnswer } from './route.ts'

export function annualReportRoutes(api: Api): void {
  api.route(contract.list, async ({ ctx }) => {
    const reports = await listAnnualReports(ctx, agencyOf(ctx))
    return reports.map(({ publishedAt, ...report }) => ({
      ...report,
      publishedAt: publishedAt?.toISOString() ?? null,
    }))
  })
  api.route(contract.get, async ({ ctx, params, query }) => {
    const report = await getAnnualReport(ctx, { agencyId: agencyOf(ctx), ...params, format: query.format })
    return {
      ...report,
      publishedAt: report.publishedAt?.toISOString() ?? null,
      sections: [...report.sections],
      cells: [...report.cells],
      figures: [...report.figures],
      findings: report.findings.map((finding) => ({ ...finding, cells: [...finding.cells] })),
      notAssessable: [...report.notAssessable],
    }
  })
  api.route(contract.cell, async ({ ctx, params, query }) => {
    const cell = await casesBehindCell(ctx, { agencyId: agencyOf(ctx), ...params, format: query.format })
    return { ...cell, members: [...cell.members] }
  })
  api.route(contract.saveSections, async ({ ctx, params, body }) => ({
    version: await saveReportSections(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  }))
  api.route(contract.recordFigure, async ({ ctx, params, body }) => {
    const agencyId = agencyOf(ctx)
    await recordYearlyFigure(ctx, { agencyId, ...params, ...body })
    const { figures } = await getAnnualReport(ctx, { agencyId, year: params.year })
    const figure = figures.find(({ measure }) => measure === params.measure)
    return figure ?? { measure: params.measure, label: params.measure, unit: '', ...body }
  })
  api.route(contract.skeleton, async ({ ctx, params, query }) =>
    draftSkeleton(ctx, { agencyId: agencyOf(ctx), ...params, format: query.format }),
  )
  api.route(contract.alike, async ({ ctx, params }) =>
    proseAlike(ctx, { agencyId: agencyOf(ctx), ...params }),
  )
  api.route(contract.waive, async ({ ctx, params, body }) => ({
    version: await waiveFinding(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  }))
  api.route(contract.publish, async ({ ctx, params, body }) => {
    const { version, publishedAt } = await publishAnnualReport(ctx, {
      agencyId: agencyOf(ctx),
      ...params,
      ...body,
    })
    return { version, publishedAt: publishedAt.toISOString() }
  })
  api.route(contract.file, async ({ ctx, params, query }) => {
    const { bytes, name, mediaType } = await reportFile(ctx, { agencyId: agencyOf(ctx), ...params, ...query })
    return new FileAnswer(bytes, name, mediaType)
  })
}
