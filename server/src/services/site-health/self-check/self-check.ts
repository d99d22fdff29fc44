import { createHash } from 'node:crypto'
import { citationsText, type PlainDate, plainDate } from '@mingfu/law'
import { sql } from 'kysely'
import { nextNumber } from '../../../db/counter.ts'
import type { Tx } from '../../../db/database.ts'
import { tx } from '../../../db/transaction.ts'
import { Forbidden, Invalid, NotFound, Stale } from '../../../errors.ts'
import { getAgency } from '../../agencies/find-agency.ts'
import { recordAudit } from '../../audit.ts'
import { actorId, actorName, type Context } from '../../context.ts'
import { allowWithin } from '../../disclosure/own-agency.ts'
import { type HealthState, siteHealth } from '../site-health.ts'

/** 自查的一项, as it stood when the report was made. */
export type CheckedItem = Readonly<{
  rule: string
  group: string
  label: string
  state: HealthState
  figure: string
  since: string | null
  remedy: string
  basis: string
  count: number
  findings: readonly string[]
}>

/** 季度自查的内容: frozen when it is made. */
export type SelfCheckContent = Readonly<{
  agency: string
  year: number
  quarter: number
  checkedOn: PlainDate
  items: readonly CheckedItem[]
  /** What was done in the quarter. */
  work: Readonly<{
    published: number
    corrected: number
    withdrawn: number
    messages: number
    answered: number
  }>
}>

export type SelfCheck = Readonly<{
  year: number
  quarter: number
  number: string
  content: SelfCheckContent
  remarks: string
  digest: string
  madeAt: Date
  madeBy: string
  madeById: string | null
  signedAt: Date | null
  signedBy: string | null
  version: number
}>

export type Quarter = Readonly<{ agencyId: string; year: number; quarter: number }>

/** 生成季度自查: everything that is watched as it stands today. It may be made again until it is signed. */
export async function makeSelfCheck(
  ctx: Context,
  input: Quarter & Readonly<{ remarks: string }>,
): Promise<{ version: number }> {
  allowWithin(ctx, 'record-activity', input.agencyId)
  const { agencyId, year, quarter } = input
  const { from, until } = daysOf(input)
  if (from > ctx.today) throw new Invalid(`${year}年第${quarter}季度还没有开始`)
  const items = (await siteHealth(ctx, { agencyId })).map((item) => ({
    ...item,
    basis: citationsText(item.basis),
    // What people can put right; the whole list stays on the page.
    findings: item.findings.slice(0, 10).map(({ text }) => text),
  }))
  return tx(ctx, async (t) => {
    const before = await readOne(t, input, true)
    if (before?.signedAt != null) throw new Invalid('这份自查已经签字，不能重新生成')
    const { name } = await getAgency(t, agencyId)
    const content: SelfCheckContent = {
      agency: name,
      year,
      quarter,
      checkedOn: ctx.today,
      items: items.map(({ rule, group, label, state, figure, since, remedy, basis, count, findings }) => ({
        rule,
        group,
        label,
        state,
        figure,
        since,
        remedy,
        basis,
        count,
        findings,
      })),
      work: await workOf(t, agencyId, from, until),
    }
    const number = before?.number ?? `自查〔${year}〕${await nextNumber(t, agencyId, year, 'self-check')}号`
    const version = (before?.version ?? 0) + 1
    const values = {
      content: JSON.stringify(content),
      remarks: input.remarks.trim(),
      digest: digestOf(content, input.remarks.trim()),
      made_at: ctx.now,
      made_by: actorName(ctx.actor),
      made_by_id: actorId(ctx.actor),
      version,
    }
    await t
      .insertInto('self_check')
      .values({ agency_id: agencyId, year, quarter, number, ...values })
      .onConflict((conflict) =>
        conflict
          .columns(['agency_id', 'year', 'quarter'])
          .doUpdateSet(values)
          .where('self_check.signed_at', 'is', null),
      )
      .execute()
    await recordAudit(t, ctx, { agencyId, action: 'make-self-check', detail: { number } })
    return { version }
  })
}

/** 签字: by the head of the office, who did not make it; from here it does not change. */
export async function signSelfCheck(
  ctx: Context,
  input: Quarter & Readonly<{ version: number }>,
): Promise<{ version: number }> {
  allowWithin(ctx, 'lead-office', input.agencyId)
  const { agencyId, year, quarter } = input
  return tx(ctx, async (t) => {
    const check = await readOne(t, input, true)
    if (check === undefined) throw new NotFound('这份自查')
    if (check.version !== input.version || check.signedAt !== null) throw new Stale('这份自查')
    const by = actorId(ctx.actor)
    if (by !== null && by === check.madeById) throw new Forbidden('生成自查的人不能签字，请由其他负责人签字')
    const version = check.version + 1
    await t
      .updateTable('self_check')
      .set({ signed_at: ctx.now, signed_by: actorName(ctx.actor), version })
      .where('agency_id', '=', agencyId)
      .where('year', '=', year)
      .where('quarter', '=', quarter)
      .where('signed_at', 'is', null)
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'sign-self-check',
      detail: { number: check.number, digest: check.digest },
    })
    return { version }
  })
}

/** 历次季度自查, newest first. */
export async function listSelfChecks(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly SelfCheck[]> {
  allowWithin(ctx, 'read-documents', agencyId)
  return tx(ctx, async (t) => {
    const rows = await t
      .selectFrom('self_check')
      .selectAll()
      .where('agency_id', '=', agencyId)
      .orderBy('year', 'desc')
      .orderBy('quarter', 'desc')
      .execute()
    return rows.map(checkOf)
  })
}

export async function getSelfCheck(ctx: Context, which: Quarter): Promise<SelfCheck> {
  allowWithin(ctx, 'read-documents', which.agencyId)
  const check = await tx(ctx, (t) => readOne(t, which, false))
  if (check === undefined) throw new NotFound('这份自查')
  return check
}

async function readOne(
  t: Tx,
  { agencyId, year, quarter }: Quarter,
  lock: boolean,
): Promise<SelfCheck | undefined> {
  const row = await t
    .selectFrom('self_check')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .where('quarter', '=', quarter)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  return row && checkOf(row)
}

async function workOf(t: Tx, agencyId: string, from: PlainDate, until: PlainDate) {
  const { rows } = await sql<SelfCheckContent['work']>`
    select
      count(*) filter (where (published_at at time zone 'Asia/Shanghai')::date between ${from} and ${until})::int as published,
      count(*) filter (where (corrected_at at time zone 'Asia/Shanghai')::date between ${from} and ${until})::int as corrected,
      count(*) filter (where (withdrawn_at at time zone 'Asia/Shanghai')::date between ${from} and ${until})::int as withdrawn,
      (select count(*)::int from feedback f where f.agency_id = ${agencyId} and f.set_aside_at is null
         and f.received_on between ${from} and ${until}) as messages,
      (select count(*)::int from feedback f where f.agency_id = ${agencyId} and f.state = 'answered'
         and f.received_on between ${from} and ${until}) as answered
    from document where agency_id = ${agencyId}`.execute(t)
  return rows[0] ?? { published: 0, corrected: 0, withdrawn: 0, messages: 0, answered: 0 }
}

function daysOf({ year, quarter }: Quarter): Readonly<{ from: PlainDate; until: PlainDate }> {
  const last = [31, 30, 30, 31][quarter - 1] ?? 31
  return { from: plainDate(year, quarter * 3 - 2, 1), until: plainDate(year, quarter * 3, last) }
}

type Row = Readonly<{
  year: number
  quarter: number
  number: string
  content: unknown
  remarks: string
  digest: string
  made_at: Date
  made_by: string
  made_by_id: string | null
  signed_at: Date | null
  signed_by: string | null
  version: number
}>

function checkOf(row: Row): SelfCheck {
  return {
    year: row.year,
    quarter: row.quarter,
    number: row.number,
    content: row.content as SelfCheckContent,
    remarks: row.remarks,
    digest: row.digest,
    madeAt: row.made_at,
    madeBy: row.made_by,
    madeById: row.made_by_id,
    signedAt: row.signed_at,
    signedBy: row.signed_by,
    version: row.version,
  }
}

/** Over content and remarks, keys in one order: the database gives them back in its own. */
export function digestOf(content: SelfCheckContent, remarks: string): string {
  return createHash('sha256')
    .update(canonical([content, remarks]))
    .digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}
