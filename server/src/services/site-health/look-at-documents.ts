import { type PlainDate, PUBLICATION_RULES } from '@mingfu/law'
import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Look, PublicationRuleId, SiteFinding } from './site-finding.ts'

/** What the last examination and the last screening found in what is public now. */
export async function lookAtDocuments(
  t: Tx,
  { agencyId, today }: Readonly<{ agencyId: string; today: PlainDate }>,
): Promise<Look> {
  const { rows } = await sql<{
    rule: string
    document_id: string
    title: string
    message: string
    since: PlainDate
  }>`
    select rule, document_id, title, message, (found_at at time zone 'Asia/Shanghai')::date::text as since
    from site_finding join document using (agency_id, document_id)
    where agency_id = ${agencyId} and gone_at is null and state = 'published'
    union all
    select rule, document_id, title, place || '：' || message,
      (found_at at time zone 'Asia/Shanghai')::date::text
    from screening_issue join document using (agency_id, document_id)
    where agency_id = ${agencyId} and gone_at is null and settled_at is null and state = 'published'
      -- These are looked at by the examination, which also sees what was let pass before they were known.
      and rule not in ('PUB-54', 'PUB-55')
    order by since, title
    limit 2000`.execute(t)
  const findings = rows.flatMap(({ rule, document_id, title, message, since }): readonly SiteFinding[] => {
    if (!(rule in PUBLICATION_RULES)) return []
    const id = rule as PublicationRuleId
    const { level } = PUBLICATION_RULES[id]
    const severity = level === 'veto' ? 'veto' : level === 'block' ? 'fault' : 'warning'
    return [{ rule: id, severity, text: `${title}：${message}`, since, href: `/disclosure/${document_id}` }]
  })
  return { findings: [...findings, ...(await circles(t, agencyId)), ...(await oldLists(t, agencyId, today))] }
}

/** 文件关系 that lead back to where they began. */
async function circles(t: Tx, agencyId: string): Promise<readonly SiteFinding[]> {
  const { rows } = await sql<{ document_id: string; title: string }>`
    with recursive walk(start, at, depth) as (
      select from_id, to_id, 1 from document_relation
      where agency_id = ${agencyId} and kind <> 'interprets'
      union
      select walk.start, r.to_id, walk.depth + 1 from walk
      join document_relation r on r.agency_id = ${agencyId} and r.from_id = walk.at and r.kind <> 'interprets'
      where walk.depth < 20 and walk.at <> walk.start
    )
    select distinct document_id, title from walk
    join document on document.agency_id = ${agencyId} and document.document_id = walk.start
    where walk.at = walk.start
    order by title limit 20`.execute(t)
  return rows.map(({ document_id, title }) => ({
    rule: 'PUB-46',
    severity: 'fault',
    text: `${title}：废止、修改、代替的关系成环`,
    since: null,
    href: `/disclosure/${document_id}`,
  }))
}

/** 词表更新以后, within a week everything has been looked at again. */
async function oldLists(t: Tx, agencyId: string, today: PlainDate): Promise<readonly SiteFinding[]> {
  const row = await t
    .selectFrom('screening_entry')
    .select(sql<PlainDate | null>`max((added_at at time zone 'Asia/Shanghai')::date)::text`.as('changed_on'))
    .where('agency_id', '=', agencyId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  const changedOn = row?.changed_on ?? null
  if (changedOn === null) return []
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from mingfu_jobs.job
    where name = 'rescreen-documents' and state in ('created', 'retry', 'active', 'failed')
      and data ->> 'agencyId' = ${agencyId}
      and created_on < (${today}::date - 7)`.execute(t)
  return (rows[0]?.waiting ?? 0) === 0
    ? []
    : [
        {
          rule: 'PUB-73',
          severity: 'warning',
          text: `词表在${changedOn}更新，已发布的内容还没有复查完`,
          since: changedOn,
          href: '/disclosure/screening',
        },
      ]
}
