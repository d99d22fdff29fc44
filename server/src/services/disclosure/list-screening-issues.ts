import type { ScreeningFinding } from '@mingfu/screening'
import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'
import { allowWithin } from './own-agency.ts'

export type ScreeningIssue = Readonly<{
  documentId: string
  findingId: string
  title: string
  rule: string
  level: ScreeningFinding['level']
  place: string
  message: string
  excerpt: string
  foundAt: Date
  assignedTo: string | null
  assignedName: string
}>

const MOST = 500

/** 在网内容复查 of the office: open issues, the gravest first. */
export async function listScreeningIssues(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly ScreeningIssue[]> {
  allowWithin(ctx, 'read-documents', agencyId)
  const rows = await tx(ctx, (t) =>
    t
      .selectFrom('screening_issue as issue')
      .innerJoin('document', (join) =>
        join
          .onRef('document.agency_id', '=', 'issue.agency_id')
          .onRef('document.document_id', '=', 'issue.document_id'),
      )
      .leftJoin('staff', (join) =>
        join
          .onRef('staff.agency_id', '=', 'issue.agency_id')
          .onRef('staff.staff_id', '=', 'issue.assigned_to'),
      )
      .select(['issue.document_id', 'finding_id', 'document.title', 'rule', 'level', 'place', 'message'])
      .select(['excerpt', 'found_at', 'assigned_to', 'staff.name as assigned_name'])
      .where('issue.agency_id', '=', agencyId)
      .where('document.state', '=', 'published')
      .where('gone_at', 'is', null)
      .where('settled_at', 'is', null)
      .orderBy((eb) =>
        eb.case().when('level', '=', 'veto').then(0).when('level', '=', 'block').then(1).else(2).end(),
      )
      .orderBy('found_at')
      .orderBy('finding_id')
      .limit(MOST)
      .execute(),
  )
  return rows.map((row) => ({
    documentId: row.document_id,
    findingId: row.finding_id,
    title: row.title,
    rule: row.rule,
    level: row.level as ScreeningIssue['level'],
    place: row.place,
    message: row.message,
    excerpt: row.excerpt,
    foundAt: row.found_at,
    assignedTo: row.assigned_to,
    assignedName: row.assigned_name ?? '',
  }))
}
