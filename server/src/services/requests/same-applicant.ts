import { type OutcomeCode, type PlainDate, parsePlainDate, type RequestState } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import type { Context } from '../context.ts'
import { readable } from './reading/readable-cases.ts'
import type { StoredRequest } from './request-store.ts'

/** 同一申请人、相同内容的申请: another request of the same applicant, or with the same content. A person judges; nothing is refused. */
export type RelatedRequest = Readonly<{
  requestId: string
  number: string
  receivedOn: PlainDate | null
  state: RequestState
  outcome: OutcomeCode | null
  sameApplicant: boolean
  sameContent: boolean
}>

const SHOWN = 50

/** What the reader may know of them, and how many lie outside. */
export type RelatedRequests = Readonly<{ shown: readonly RelatedRequest[]; outOfScope: number }>

/** Earlier and later requests that share the identity number or the words of this one, newest first. */
export async function relatedRequests(
  tx: Tx,
  ctx: Context,
  { agencyId, requestId }: Pick<StoredRequest, 'agencyId' | 'requestId'>,
): Promise<RelatedRequests> {
  const mine = await tx
    .selectFrom('request')
    .innerJoin('applicant', (join) =>
      join
        .onRef('applicant.agency_id', '=', 'request.agency_id')
        .onRef('applicant.request_id', '=', 'request.request_id'),
    )
    .select(['request.content_index', 'applicant.identity_index'])
    .where('request.agency_id', '=', agencyId)
    .where('request.request_id', '=', requestId)
    .executeTakeFirstOrThrow()
  const rows = await tx
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
      'request.state',
      'request.outcome',
      'request.content_index',
      'applicant.identity_index',
    ])
    .select((eb) => readable(ctx)(eb).as('readable'))
    .where('request.agency_id', '=', agencyId)
    .where('request.request_id', '!=', requestId)
    .where('request.set_aside_at', 'is', null)
    .where(({ eb, or }) =>
      or([
        eb('applicant.identity_index', '=', mine.identity_index),
        eb('request.content_index', '=', mine.content_index),
      ]),
    )
    .orderBy('request.request_id', 'desc')
    .limit(SHOWN)
    .execute()
  const within = rows.filter((row) => row.readable)
  const shown = within.map((row) => ({
    requestId: row.request_id,
    number: row.number,
    receivedOn: row.received_on === null ? null : parsePlainDate(row.received_on),
    state: row.state as RequestState,
    outcome: row.outcome as OutcomeCode | null,
    sameApplicant: isSame(row.identity_index, mine.identity_index),
    sameContent: isSame(row.content_index, mine.content_index),
  }))
  return { shown, outOfScope: rows.length - within.length }
}

function isSame(a: Buffer | null, b: Buffer | null): boolean {
  return a !== null && b !== null && a.equals(b)
}
