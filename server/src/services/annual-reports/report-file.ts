import { type FormatId, formatForYear, type PlainDate } from '@mingfu/law'
import { type Report, type ReportOutput, renderReport } from '@mingfu/report'
import { tx } from '../../db/transaction.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { yearInHand } from './draft-of.ts'
import type { PublishedReport } from './find-published-reports.ts'

export type ReportFile = Readonly<{ bytes: Uint8Array; name: string; mediaType: string }>

const MEDIA_TYPES: Readonly<Record<ReportOutput, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

/** 下载年度报告: the report as it stands, draft or published, in one of its forms. */
export async function reportFile(
  ctx: Context,
  input: { agencyId: string; year: number; type: ReportOutput; format?: FormatId | undefined },
): Promise<ReportFile> {
  allow(ctx.actor, 'read-annual-report')
  const { agencyId, year, type, format = formatForYear(year) } = input
  const { report } = await tx(ctx, async (t) =>
    yearInHand(t, await getAgency(t, agencyId), year, format, ctx.countingPractice),
  )
  return fileOf(report, type)
}

/** A published report, which anybody may have: the same bytes each time, dated on the day it was published. */
export function publishedReportFile(
  { report }: Pick<PublishedReport, 'report'>,
  type: ReportOutput,
  publishedOn: PlainDate,
): Promise<ReportFile> {
  return fileOf(report, type, publishedOn)
}

async function fileOf(report: Report, type: ReportOutput, dated?: PlainDate): Promise<ReportFile> {
  return {
    bytes: await renderReport(report, type, dated === undefined ? {} : { dated }),
    name: `${report.title ?? '政府信息公开工作年度报告'}.${type}`,
    mediaType: MEDIA_TYPES[type],
  }
}
