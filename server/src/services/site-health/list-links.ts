import { sql } from 'kysely'
import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { allowWithin } from '../disclosure/own-agency.ts'
import type { LinkOutcome } from './web-probe.ts'

/** One link with its last check, and the documents whose text has it. */
export type CheckedLink = Readonly<{
  linkId: string
  url: string
  outcome: LinkOutcome | null
  status: number | null
  finalUrl: string | null
  error: string | null
  title: string | null
  knownTitle: string | null
  checkedAt: Date | null
  failingSince: Date | null
  jumpedAt: Date | null
  usedBy: readonly Readonly<{ documentId: string; title: string; words: string }>[]
}>

const SHOWN = 500

/** 链接检查的结果: what fails first, the longest first. */
export async function listLinks(
  ctx: Context,
  { agencyId, failing }: Readonly<{ agencyId: string; failing?: boolean }>,
): Promise<readonly CheckedLink[]> {
  allowWithin(ctx, 'read-documents', agencyId)
  return tx(ctx, async (t) => {
    const links = await t
      .selectFrom('outside_link')
      .selectAll()
      .where('agency_id', '=', agencyId)
      .$if(failing === true, (query) =>
        query.where((eb) => eb.or([eb('failing_since', 'is not', null), eb('jumped_at', 'is not', null)])),
      )
      .orderBy(sql`failing_since nulls last`)
      .orderBy(sql`jumped_at nulls last`)
      .orderBy('url')
      .limit(SHOWN)
      .execute()
    if (links.length === 0) return []
    const uses = await t
      .selectFrom('link_use')
      .innerJoin('document', (join) =>
        join
          .onRef('document.agency_id', '=', 'link_use.agency_id')
          .onRef('document.document_id', '=', 'link_use.document_id'),
      )
      .select(['link_id', 'document.document_id', 'document.title', 'words'])
      .where('link_use.agency_id', '=', agencyId)
      .where(
        'link_id',
        'in',
        links.map(({ link_id }) => link_id),
      )
      .orderBy('document.title')
      .execute()
    const usesOf = Map.groupBy(uses, ({ link_id }) => link_id)
    return links.map((row) => ({
      linkId: row.link_id,
      url: row.url,
      outcome: row.outcome as LinkOutcome | null,
      status: row.status,
      finalUrl: row.final_url,
      error: row.error,
      title: row.title,
      knownTitle: row.known_title,
      checkedAt: row.checked_at,
      failingSince: row.failing_since,
      jumpedAt: row.jumped_at,
      usedBy: (usesOf.get(row.link_id) ?? []).map(({ document_id, title, words }) => ({
        documentId: document_id,
        title,
        words,
      })),
    }))
  })
}

/** 确认没有变质: a person has looked at the page; what it says now is what is known from here. */
export async function acceptLink(
  ctx: Context,
  { agencyId, linkId }: Readonly<{ agencyId: string; linkId: string }>,
): Promise<void> {
  allowWithin(ctx, 'draft-document', agencyId)
  await tx(ctx, async (t) => {
    const { numUpdatedRows } = await t
      .updateTable('outside_link')
      .set((row) => ({ known_title: row.ref('title'), known_language: row.ref('language'), jumped_at: null }))
      .where('agency_id', '=', agencyId)
      .where('link_id', '=', linkId)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) throw new NotFound('这条链接')
    await recordAudit(t, ctx, {
      agencyId,
      action: 'accept-link',
      objectKind: 'link',
      objectId: linkId,
    })
  })
}
