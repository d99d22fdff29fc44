import type { PlainDate } from '@mingfu/law'
import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Context } from '../context.ts'
import { readable } from '../requests/reading/readable-cases.ts'

/** Something since the last look that calls for another: an application for it, its basis gone, another organ open. */
export type Prompt = Readonly<{
  kind: 'application' | 'basis' | 'elsewhere'
  /** The application, or the document of this organ; null where it is another's. */
  id: string | null
  text: string
  on: PlainDate | null
}>

type Withheld = Readonly<{
  document_id: string
  title: string
  document_number: string | null
  attribute_reason: string | null
  reviewed_on: PlainDate
}>

/** Titles so short would be found in anything. */
const SHORTEST = 6

/** 提前评估的事由 of what is not open, by document. */
export async function reReviewPrompts(
  t: Tx,
  ctx: Context,
  agencyId: string,
  withheld: readonly Withheld[],
): Promise<ReadonlyMap<string, readonly Prompt[]>> {
  if (withheld.length === 0) return new Map()
  const earliest = withheld.map((one) => one.reviewed_on).toSorted()[0] ?? ''
  const applications = await applicationsSince(t, ctx, agencyId, earliest)
  const ended = await endedSince(t, agencyId, earliest)
  const elsewhere = await publishedElsewhere(t, agencyId, withheld)
  return new Map(
    withheld.map((one): readonly [string, readonly Prompt[]] => {
      const since = ({ on }: Prompt) => on !== null && on >= one.reviewed_on
      const names = [one.title, one.document_number ?? ''].filter((name) => name.length >= SHORTEST)
      const asked = applications.filter(({ wanted }) => names.some((name) => wanted.includes(name)))
      const gone = ended.filter(({ names: basis }) =>
        basis.some((name) => (one.attribute_reason ?? '').includes(name)),
      )
      const others = elsewhere.filter(({ number }) => number === one.document_number)
      const prompts = [...asked, ...gone, ...others].map(({ prompt }) => prompt)
      return [one.document_id, prompts.filter(since)]
    }),
  )
}

/** Applications, named where the reader may know of them; that there was one prompts the look either way. */
async function applicationsSince(t: Tx, ctx: Context, agencyId: string, from: string) {
  const rows = await t
    .selectFrom('request')
    .select(['request_id', 'number', 'description', 'received_on'])
    .select((eb) => readable(ctx)(eb).as('readable'))
    .where('agency_id', '=', agencyId)
    .where('set_aside_at', 'is', null)
    .where('received_on', '>=', from)
    .orderBy('received_on', 'desc')
    .limit(20_000)
    .execute()
  return rows.map((row) => ({
    wanted: row.description,
    prompt: {
      kind: 'application',
      id: row.readable ? row.request_id : null,
      text: row.readable ? `申请${row.number}` : '限定知悉范围的一件申请',
      on: row.received_on as PlainDate,
    } satisfies Prompt,
  }))
}

/** Own documents that ended: a ground that cites one of them no longer stands. */
async function endedSince(t: Tx, agencyId: string, from: string) {
  const rows = await t
    .selectFrom('document')
    .select(['document_id', 'title', 'document_number', 'validity_changed_on'])
    .where('agency_id', '=', agencyId)
    .where('validity', 'in', ['amended', 'repealed', 'expired'])
    .where('validity_changed_on', '>=', from)
    .execute()
  return rows.map((row) => ({
    names: [row.title, row.document_number ?? ''].filter((name) => name.length >= SHORTEST),
    prompt: {
      kind: 'basis',
      id: row.document_id,
      text: row.document_number ?? row.title,
      on: row.validity_changed_on as PlainDate | null,
    } satisfies Prompt,
  }))
}

/** The same number, public at another organ of this installation. */
async function publishedElsewhere(t: Tx, agencyId: string, withheld: readonly Withheld[]) {
  const numbers = [...new Set(withheld.flatMap((one) => one.document_number ?? []))]
  if (numbers.length === 0) return []
  const on = sql<PlainDate>`(published_at at time zone 'Asia/Shanghai')::date::text`
  const rows = await t
    .selectFrom('document')
    .innerJoin('agency', 'agency.agency_id', 'document.agency_id')
    .select(['document.document_number', 'agency.name', on.as('published_on')])
    .where('document.agency_id', '<>', agencyId)
    .where('document.state', '=', 'published')
    .where('document.document_number', 'in', numbers)
    .execute()
  return rows.map((row) => ({
    number: row.document_number,
    prompt: {
      kind: 'elsewhere',
      id: null,
      text: `${row.name}已经公开`,
      on: row.published_on,
    } satisfies Prompt,
  }))
}
