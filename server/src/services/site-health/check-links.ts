import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { readHtml } from '@mingfu/screening'
import { sql } from 'kysely'
import { enqueue } from '../../db/enqueue.ts'
import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'
import { allowWithin } from '../disclosure/own-agency.ts'
import { enqueueForPublishers } from '../disclosure/published-batch.ts'
import { faultInside, hostOf } from '../disclosure/screen-document-links.ts'
import { hasJumped } from './has-jumped.ts'
import { LINK_OUTCOMES, type WebVisit } from './web-probe.ts'

/** Links a run; the next goes on. */
const AT_ONCE = 300
const HOSTS_AT_ONCE = 4
/** Between two calls of one host: nobody is disturbed by us. */
const PAUSE_MS = 500
const TIMEOUT_MS = 12_000
const AGAIN_AFTER_HOURS = 20

/** 链接检查: the links of everything published, each once a day, politely. Links within the site are looked up. */
export async function checkLinks(
  ctx: Context,
  { agencyId, pauseMs = PAUSE_MS }: Readonly<{ agencyId: string; pauseMs?: number }>,
): Promise<void> {
  if (agencyId === 'all') return enqueueForPublishers(ctx, 'check-links')
  allowWithin(ctx, 'read-documents', agencyId)
  await collectLinks(ctx, agencyId)
  const due = await tx(ctx, (t) =>
    t
      .selectFrom('outside_link')
      .select(['link_id', 'url', 'host'])
      .where('agency_id', '=', agencyId)
      .where((eb) =>
        eb.or([
          eb('checked_at', 'is', null),
          eb('checked_at', '<', new Date(ctx.now.getTime() - AGAIN_AFTER_HOURS * 3_600_000)),
        ]),
      )
      .orderBy(sql`checked_at nulls first`)
      .orderBy('link_id')
      .limit(AT_ONCE)
      .execute(),
  )
  const hosts = [...Map.groupBy(due, ({ host }) => host).values()]
  const own = ctx.publicUrl === null ? null : new URL(ctx.publicUrl).host
  const worker = async () => {
    for (let links = hosts.shift(); links !== undefined; links = hosts.shift()) {
      for (const [order, { link_id, url }] of links.entries()) {
        if (order > 0) await sleep(pauseMs)
        await keepVisit(ctx, agencyId, link_id, await ctx.web.visit(url, { own, timeoutMs: TIMEOUT_MS }))
      }
    }
  }
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, worker))
  if (due.length === AT_ONCE) {
    await tx(ctx, (t) => enqueue(t, 'check-links', { agencyId }, { once: `${agencyId}/more` }))
  }
}

const CHUNK = 500

/** The links as the texts have them now; what no text uses any more is forgotten. */
async function collectLinks(ctx: Context, agencyId: string): Promise<void> {
  const uses = new Map<string, Readonly<{ linkId: string; url: string; documentId: string; words: string }>>()
  let after = ''
  for (;;) {
    const rows = await ctx.db
      .selectFrom('document_body')
      .innerJoin('document', (join) =>
        join
          .onRef('document.agency_id', '=', 'document_body.agency_id')
          .onRef('document.document_id', '=', 'document_body.document_id'),
      )
      .select(['document.document_id', 'html'])
      .where('document.agency_id', '=', agencyId)
      .where('document.state', '=', 'published')
      .where('html', 'like', '%href=%')
      .$if(after !== '', (query) => query.where('document.document_id', '>', after))
      .orderBy('document.document_id')
      .limit(CHUNK)
      .execute()
    for (const { document_id: documentId, html } of rows) {
      const inside: string[] = []
      for (const { href, text } of readHtml(html).links) {
        const url = wholeUrl(ctx, href)
        if (url === undefined) continue
        const path = ownPath(ctx, href)
        const fault = path === undefined ? undefined : await faultInside(ctx, path)
        if (fault !== undefined) inside.push(`${path}：${fault.message}`)
        if (path !== undefined && (fault !== undefined || ctx.publicUrl === null)) continue
        const linkId = createHash('sha256').update(url).digest('hex').slice(0, 32)
        uses.set(`${linkId} ${documentId}`, { linkId, url, documentId, words: text.trim().slice(0, 100) })
      }
      await keepInside(ctx, { agencyId, documentId }, inside)
    }
    const last = rows.at(-1)?.document_id
    if (last === undefined || rows.length < CHUNK) break
    after = last
  }
  await keepUses(ctx, agencyId, [...uses.values()])
}

/** Without a part of a page; `undefined` for what is no address on the web. */
function wholeUrl({ publicUrl }: Context, href: string): string | undefined {
  try {
    const url = new URL(href, publicUrl ?? 'http://own.invalid')
    if (!/^https?:$/.test(url.protocol) || url.href.length > 2000) return undefined
    url.hash = ''
    return url.href
  } catch {
    return undefined
  }
}

function ownPath({ publicUrl }: Context, href: string): string | undefined {
  if (href.startsWith('/') && !href.startsWith('//')) return href
  const host = hostOf(href)
  return publicUrl !== null && host !== undefined && host === hostOf(publicUrl)
    ? new URL(href).pathname
    : undefined
}

/** 站内链接失效 of one document, as a finding of its own. */
async function keepInside(
  ctx: Context,
  { agencyId, documentId }: Readonly<{ agencyId: string; documentId: string }>,
  faults: readonly string[],
): Promise<void> {
  const message = faults.join('；').slice(0, 1000)
  await tx(ctx, async (t) => {
    if (faults.length === 0) {
      await t
        .updateTable('site_finding')
        .set({ gone_at: ctx.now })
        .where('agency_id', '=', agencyId)
        .where('document_id', '=', documentId)
        .where('rule', '=', 'PUB-80')
        .where('gone_at', 'is', null)
        .execute()
      return
    }
    await t
      .insertInto('site_finding')
      .values({ agency_id: agencyId, rule: 'PUB-80', document_id: documentId, message, found_at: ctx.now })
      .onConflict((conflict) =>
        conflict.columns(['agency_id', 'rule', 'document_id']).doUpdateSet({ message, gone_at: null }),
      )
      .execute()
  })
}

type Use = Readonly<{ linkId: string; url: string; documentId: string; words: string }>

async function keepUses(ctx: Context, agencyId: string, uses: readonly Use[]): Promise<void> {
  await tx(ctx, async (t) => {
    await t.deleteFrom('link_use').where('agency_id', '=', agencyId).execute()
    for (const { linkId, url, documentId, words } of uses) {
      await t
        .insertInto('outside_link')
        .values({
          agency_id: agencyId,
          link_id: linkId,
          url,
          host: new URL(url).host,
          first_seen_at: ctx.now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await t
        .insertInto('link_use')
        .values({ agency_id: agencyId, link_id: linkId, document_id: documentId, words })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    await t
      .deleteFrom('outside_link')
      .where('agency_id', '=', agencyId)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('link_use')
              .select('link_use.link_id')
              .whereRef('link_use.agency_id', '=', 'outside_link.agency_id')
              .whereRef('link_use.link_id', '=', 'outside_link.link_id'),
          ),
        ),
      )
      .execute()
  })
}

async function keepVisit(ctx: Context, agencyId: string, linkId: string, visit: WebVisit): Promise<void> {
  await tx(ctx, async (t) => {
    const before = await t
      .selectFrom('outside_link')
      .select(['failures', 'failing_since', 'known_title', 'known_language', 'jumped_at'])
      .where('agency_id', '=', agencyId)
      .where('link_id', '=', linkId)
      .forUpdate()
      .executeTakeFirst()
    if (before === undefined) return
    const { outcome, status, finalUrl, error, title, language } = visit
    const failed = LINK_OUTCOMES[outcome].isFault
    const known = { title: before.known_title, language: before.known_language }
    const jumped = outcome === 'ok' && hasJumped(known, { title, language })
    await t
      .updateTable('outside_link')
      .set({
        checked_at: ctx.now,
        outcome,
        status,
        final_url: finalUrl,
        error,
        failures: failed ? before.failures + 1 : 0,
        failing_since: failed ? (before.failing_since ?? ctx.now) : null,
        ...(outcome === 'ok'
          ? {
              title,
              language,
              // What was seen first is what the editor saw when he wrote the link.
              known_title: before.known_title ?? title,
              known_language: before.known_language ?? language,
              jumped_at: jumped ? (before.jumped_at ?? ctx.now) : null,
            }
          : {}),
      })
      .where('agency_id', '=', agencyId)
      .where('link_id', '=', linkId)
      .execute()
  })
}
