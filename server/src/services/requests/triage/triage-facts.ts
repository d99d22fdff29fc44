import {
  type OutcomeCode,
  type PlainDate,
  parsePlainDate,
  type RequestState,
  suggestsProactive,
} from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'
import { tx } from '../../../db/transaction.ts'
import { listAgencies } from '../../agencies/find-agency.ts'
import { allow } from '../../allow.ts'
import type { Context } from '../../context.ts'
import type { FoundDocument } from '../../search/present-hits.ts'
import { searchDocuments } from '../../search/search-documents.ts'
import { readOfficeRules } from '../office-rules/office-rules.ts'
import { openCase } from '../reading/open-case.ts'
import { readable } from '../reading/readable-cases.ts'
import { wishWords } from '../wish-words.ts'

/** 受理参考: facts that help to judge a new case. Nothing here decides, refuses or counts anything by itself. */
export type TriageFacts = Readonly<{
  /** What is public already and speaks of the same. */
  published: readonly (FoundDocument & Readonly<{ path: string }>)[]
  /** 同一申请人 at this agency: how many, this case included. */
  sameApplicant: Readonly<{ thisMonth: number; halfYear: number; year: number }>
  /** 相同内容 answered here before, by whom it was asked for left out. */
  earlierAnswers: readonly EarlierAnswer[]
  /** 条例 第四十四条: how many different applicants were given the same; `null` below the office's measure. */
  worthPublishing: Readonly<{ applicants: number; threshold: number }> | null
  /** 其他机关 that were asked the very same; without who asked. */
  elsewhere: readonly Readonly<{
    agency: string
    receivedOn: PlainDate | null
    state: RequestState
    outcome: OutcomeCode | null
  }>[]
}>

export type EarlierAnswer = Readonly<{
  requestId: string
  number: string
  outcome: OutcomeCode | null
  documentNumber: string | null
  answeredOn: PlainDate | null
}>

export type OnCase = Readonly<{ agencyId: string; requestId: string }>

const SHOWN = 8

export async function triageFacts(ctx: Context, { agencyId, requestId }: OnCase): Promise<TriageFacts> {
  allow(ctx.actor, 'read-requests')
  const { request, content, identity } = await tx(ctx, async (t) => {
    const row = await t
      .selectFrom('request')
      .innerJoin('applicant', (join) =>
        join
          .onRef('applicant.agency_id', '=', 'request.agency_id')
          .onRef('applicant.request_id', '=', 'request.request_id'),
      )
      .select(['request.content_index', 'applicant.identity_index'])
      .where('request.agency_id', '=', agencyId)
      .where('request.request_id', '=', requestId)
      .executeTakeFirst()
    return {
      request: await openCase(t, ctx, { agencyId, requestId }),
      content: row?.content_index ?? null,
      identity: row?.identity_index ?? null,
    }
  })
  const q = wishWords(request)
  const found = q === '' ? undefined : await searchDocuments(ctx, { q, everyWord: true })
  const on = request.receivedOn ?? ctx.today
  return {
    ...(await tx(ctx, async (t) => ({
      published: await withPaths(t, found?.items.slice(0, SHOWN) ?? []),
      sameApplicant: await countOf(t, agencyId, identity, on),
      worthPublishing: content === null ? null : await worthPublishing(t, agencyId, content),
      earlierAnswers: content === null ? [] : await answersOf(t, ctx, { agencyId, requestId }, content),
    }))),
    // Other agencies' cases are seen for this one question: that they have the same matter, and not from whom.
    elsewhere:
      content === null
        ? []
        : await tx({ db: ctx.db, scope: 'all' }, (t) => elsewhereOf(t, agencyId, content)),
  }
}

async function worthPublishing(
  t: Tx,
  agencyId: string,
  content: Buffer,
): Promise<TriageFacts['worthPublishing']> {
  const { publishAfterApplicants: threshold } = await readOfficeRules(t, agencyId)
  const { applicants } = await t
    .selectFrom('request')
    .innerJoin('applicant', (join) =>
      join
        .onRef('applicant.agency_id', '=', 'request.agency_id')
        .onRef('applicant.request_id', '=', 'request.request_id'),
    )
    .select(({ fn }) => fn.count<number>('applicant.identity_index').distinct().as('applicants'))
    .where('request.agency_id', '=', agencyId)
    .where('request.content_index', '=', content)
    .where('request.outcome', 'in', ['grant-provided', 'grant-later', 'partial'])
    .executeTakeFirstOrThrow()
  const item = { attribute: 'upon-request', distinctApplicantsGranted: applicants } as const
  return suggestsProactive(item, threshold) ? { applicants, threshold } : null
}

/** Where each stands on the portal, relative to its root. */
async function withPaths(t: Tx, items: readonly FoundDocument[]) {
  const slugs = new Map((await listAgencies(t)).map(({ agencyId, slug }) => [agencyId, slug]))
  return items.map((item) => ({
    ...item,
    path: `/${slugs.get(item.agencyId) ?? ''}/documents/${item.documentId}`,
  }))
}

async function countOf(t: Tx, agencyId: string, identity: Buffer | null, on: PlainDate) {
  // An applicant whose identity is not known yet stands alone.
  if (identity === null) return { thisMonth: 1, halfYear: 1, year: 1 }
  const rows = await t
    .selectFrom('applicant')
    .innerJoin('request', (join) =>
      join
        .onRef('request.agency_id', '=', 'applicant.agency_id')
        .onRef('request.request_id', '=', 'applicant.request_id'),
    )
    .select('request.received_on')
    .where('applicant.agency_id', '=', agencyId)
    .where('applicant.identity_index', '=', identity)
    .where('request.received_on', 'is not', null)
    .where('request.set_aside_at', 'is', null)
    .execute()
  const days = rows.map(({ received_on }) => received_on ?? '')
  const since = (from: string) => days.filter((day) => day >= from && day <= on).length
  return {
    thisMonth: days.filter((day) => day.slice(0, 7) === on.slice(0, 7)).length,
    halfYear: since(monthsBefore(on, 6)),
    year: since(monthsBefore(on, 12)),
  }
}

/** The same day of the month so many months earlier, as text to compare; a day that month lacks compares all the same. */
function monthsBefore(on: PlainDate, months: number): string {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number)
  const count = year * 12 + (month - 1) - months
  const two = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(count / 12)}-${two((count % 12) + 1)}-${two(day)}`
}

async function answersOf(
  t: Tx,
  ctx: Context,
  { agencyId, requestId }: OnCase,
  content: Buffer,
): Promise<readonly EarlierAnswer[]> {
  const rows = await t
    .selectFrom('request')
    .leftJoin('letter', (join) =>
      join
        .onRef('letter.agency_id', '=', 'request.agency_id')
        .onRef('letter.request_id', '=', 'request.request_id')
        .on('letter.kind', 'in', ['D12', 'D14']),
    )
    .select([
      'request.request_id',
      'request.number',
      'request.outcome',
      'letter.document_number',
      'letter.issued_on',
    ])
    .where('request.agency_id', '=', agencyId)
    .where('request.request_id', '!=', requestId)
    .where('request.content_index', '=', content)
    .where('request.served_on', 'is not', null)
    .where(readable(ctx))
    .orderBy('request.received_on', 'desc')
    .limit(SHOWN)
    .execute()
  return rows.map((row) => ({
    requestId: row.request_id,
    number: row.number,
    outcome: row.outcome as OutcomeCode | null,
    documentNumber: row.document_number,
    answeredOn: row.issued_on === null ? null : parsePlainDate(row.issued_on),
  }))
}

async function elsewhereOf(t: Tx, agencyId: string, content: Buffer): Promise<TriageFacts['elsewhere']> {
  const rows = await t
    .selectFrom('request')
    .innerJoin('agency', 'agency.agency_id', 'request.agency_id')
    .select(['agency.name', 'request.received_on', 'request.state', 'request.outcome'])
    .where('request.agency_id', '!=', agencyId)
    .where('request.content_index', '=', content)
    .where('request.set_aside_at', 'is', null)
    .orderBy('request.received_on', 'desc')
    .limit(SHOWN)
    .execute()
  return rows.map((row) => ({
    agency: row.name,
    receivedOn: row.received_on === null ? null : parsePlainDate(row.received_on),
    state: row.state as RequestState,
    outcome: row.outcome as OutcomeCode | null,
  }))
}
