import { OUTCOMES, type OutcomeCode } from '@mingfu/law'
import { sql } from 'kysely'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { maskedName } from '../requests/applicant.ts'
import { READ_SCOPE } from '../requests/reading/readable-cases.ts'
import { agenciesBelow, overWalls } from './below.ts'

/** 同一事项、同一申请人: one matter, or one person, at several agencies; the person is masked. */
export type SameMatter = Readonly<{
  same: 'matter' | 'applicant'
  applicant: string
  asked: string
  /** Whether the answers that were given are of different kinds. */
  differs: boolean
  answers: readonly Readonly<{
    agencyId: string
    agency: string
    number: string
    asked: string
    receivedOn: string | null
    outcome: OutcomeCode | null
    concludedOn: string | null
  }>[]
}>

export type CompareAnswers = Readonly<{ agencyId: string; year: number; same: 'matter' | 'applicant' }>

const GROUPS = 100
const RESTRICTED = '（限定知悉范围）'

type Row = Readonly<{
  key: string
  agency_id: string
  number: string
  asked: string
  received_on: string | null
  outcome: string | null
  concluded_on: string | null
  applicant_kind: 'person' | 'organisation'
  name_sealed: Buffer
  /** 限定知悉范围 within its own organ: that it was asked and how it ended, and no more. */
  restricted: boolean
}>

/** 比对答复: those that differ first. It reads over the walls between agencies, so every look is logged. */
export async function compareAnswers(ctx: Context, input: CompareAnswers): Promise<readonly SameMatter[]> {
  allow(ctx.actor, 'supervise')
  const { agencyId, year, same } = input
  return tx(overWalls(ctx), async (t) => {
    const below = await agenciesBelow(t, agencyId)
    const names = new Map(below.map((one) => [one.agencyId, one.shortName]))
    const key = same === 'matter' ? sql.ref('request.content_index') : sql.ref('p.identity_index')
    const { rows } = await sql<Row>`
      with one as (
        select encode(${key}, 'hex') as key, request.agency_id, request.number, request.received_on::text, request.outcome, request.concluded_on::text,
          coalesce(nullif(request.description, ''), request.info_title, request.info_document_number, '') as asked,
          request.applicant_kind, p.name_sealed, ${READ_SCOPE} <> 'office' as restricted
        from request join applicant p on p.agency_id = request.agency_id and p.request_id = request.request_id
        where request.agency_id = any (${[...names.keys()]}) and ${key} is not null and request.set_aside_at is null
          and request.received_on between ${`${year}-01-01`} and ${`${year}-12-31`}
      ), several as (
        select key from one group by key having count(distinct agency_id) > 1 order by max(received_on) desc limit ${GROUPS}
      )
      select one.* from one join several using (key) order by one.key, one.received_on, one.number
    `.execute(t)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'compare-answers',
      detail: { year, same, found: rows.length },
    })
    return [...Map.groupBy(rows, (row) => row.key).values()]
      .map((group) => sameMatter(ctx, same, group, names))
      .sort((a, b) => Number(b.differs) - Number(a.differs))
  })
}

function sameMatter(
  ctx: Context,
  same: SameMatter['same'],
  group: readonly Row[],
  names: ReadonlyMap<string, string>,
): SameMatter {
  const open = group.find(({ restricted }) => !restricted)
  const people = new Set(group.map((row) => maskedName(ctx.seal, row.applicant_kind, row.name_sealed)))
  const answered = group.flatMap(({ outcome }) => (outcome === null ? [] : [kindOf(outcome as OutcomeCode)]))
  return {
    same,
    applicant: people.size === 1 ? ([...people][0] ?? '') : `${people.size}人`,
    asked: open === undefined ? RESTRICTED : short(open.asked),
    differs: new Set(answered).size > 1,
    answers: group.map((row) => ({
      agencyId: row.agency_id,
      agency: names.get(row.agency_id) ?? '',
      number: row.restricted ? '' : row.number,
      asked: row.restricted ? RESTRICTED : short(row.asked),
      receivedOn: row.received_on,
      outcome: row.outcome as OutcomeCode | null,
      concludedOn: row.concluded_on,
    })),
  }
}

/** 予以公开 and 主动公开过的 say the same; a refusal under another article does not. The row of table three decides. */
function kindOf(outcome: OutcomeCode): string {
  return OUTCOMES[outcome].rows['2021']
}

function short(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 80)}…`
}
