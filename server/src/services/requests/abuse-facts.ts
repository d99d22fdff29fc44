import { addDays, type OutcomeCode, type PlainDate, parsePlainDate, plainDateText } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { readEvents } from './event-store.ts'
import { openCase } from './reading/open-case.ts'
import { readableAmong } from './reading/readable-cases.ts'
import { askedOf } from './wish.ts'

/** 同一申请人、同一内容: an earlier request with its answer. */
export type EarlierAnswer = Readonly<{
  requestId: string
  number: string
  receivedOn: PlainDate
  outcome: OutcomeCode
  servedOn: PlainDate | null
  documentNumber: string
}>

/**
 * 大量、反复申请的事实 (条例 第三十五条、第三十六条第（六）项): figures and earlier answers, and a notice drafted from
 * them. Whether the number is beyond reason, or one repeats another, a person decides.
 */
export type AbuseFacts = Readonly<{
  /** Of the same identity number, in the twelve months through this request's receipt; 0 when it is not known. */
  inTwelveMonths: number
  inThisMonth: number
  /** What other applicants of the agency filed in the same twelve months, the most and the middle one. */
  othersMost: number
  othersMedian: number
  sameContent: number
  answered: readonly EarlierAnswer[]
  /** 说明理由告知书, ready to be looked over; `null` while this is the applicant's only request. */
  draft: Readonly<{ requestCount: number; period: string; toExplain: string }> | null
}>

const YEAR_OF_DAYS = 365

export async function abuseFacts(
  ctx: Context,
  { agencyId, requestId }: Readonly<{ agencyId: string; requestId: string }>,
): Promise<AbuseFacts> {
  allow(ctx.actor, 'read-requests')
  return tx(ctx, async (t) => {
    const request = await openCase(t, ctx, { agencyId, requestId })
    const until = request.receivedOn ?? ctx.today
    const from = addDays(until, 1 - YEAR_OF_DAYS)
    const rows = await t
      .selectFrom('request')
      .innerJoin('applicant', (join) =>
        join
          .onRef('applicant.agency_id', '=', 'request.agency_id')
          .onRef('applicant.request_id', '=', 'request.request_id'),
      )
      .select([
        'request.request_id',
        'request.number',
        'request.received_on',
        'request.outcome',
        'request.served_on',
        'request.content_index',
        'applicant.identity_index',
      ])
      .where('request.agency_id', '=', agencyId)
      .where('request.received_on', '>=', from)
      .where('request.received_on', '<=', until)
      .where('request.set_aside_at', 'is', null)
      .orderBy('request.received_on')
      .orderBy('request.number')
      .execute()
    const mine = rows.find((row) => row.request_id === requestId)
    const identity = mine?.identity_index?.toString('hex')
    const byApplicant = Map.groupBy(rows, (row) => row.identity_index?.toString('hex'))
    const own = identity === undefined ? [] : (byApplicant.get(identity) ?? [])
    const others = [...byApplicant]
      .filter(([key]) => key !== undefined && key !== identity)
      .map(([, requests]) => requests.length)
      .toSorted((a, b) => a - b)
    const same = own.filter(
      (row) => row.request_id !== requestId && mine?.content_index?.equals(row.content_index ?? Buffer.of()),
    )
    const known = await readableAmong(
      t,
      ctx,
      agencyId,
      same.map((row) => row.request_id),
    )
    const answered: EarlierAnswer[] = []
    for (const row of same.filter((one) => known.has(one.request_id))) {
      if (row.served_on === null || row.outcome === null || row.received_on === null) continue
      const approved = (await readEvents(t, agencyId, row.request_id)).findLast(
        ({ event }) => event.kind === 'decision-approved',
      )?.event
      answered.push({
        requestId: row.request_id,
        number: row.number,
        receivedOn: parsePlainDate(row.received_on),
        outcome: row.outcome as OutcomeCode,
        servedOn: parsePlainDate(row.served_on),
        documentNumber: approved?.kind === 'decision-approved' ? approved.documentNumber : '',
      })
    }
    const month = until.slice(0, 7)
    const firstOn = own[0]?.received_on ?? until
    return {
      inTwelveMonths: own.length,
      inThisMonth: own.filter(({ received_on }) => received_on?.startsWith(month)).length,
      othersMost: others.at(-1) ?? 0,
      othersMedian: others[Math.floor(others.length / 2)] ?? 0,
      sameContent: same.length,
      answered,
      draft:
        own.length > 1 ? draftOf(own.length, parsePlainDate(firstOn), until, same.length, request) : null,
    }
  })
}

function draftOf(
  requestCount: number,
  from: PlainDate,
  until: PlainDate,
  same: number,
  request: Parameters<typeof askedOf>[0],
) {
  const repeated = same > 0 ? `，其中${same + 1}件与本件（${askedOf(request).slice(0, 60)}）内容相同` : ''
  return {
    requestCount,
    period: `${plainDateText(from)}至${plainDateText(until)}`,
    toExplain: `上述期间您共向本机关提出${requestCount}件政府信息公开申请${repeated}。请说明提出上述申请的理由，以及各件申请之间的关系。`,
  }
}
