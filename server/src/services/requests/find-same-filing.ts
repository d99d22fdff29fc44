import { type PlainDate, parsePlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import type { Applicant } from './applicant.ts'
import { normalisedNumber } from './applicant.ts'
import { contentIndex } from './same-content.ts'
import type { Wish } from './wish.ts'

/**
 * 相同的申请: the day on which the same applicant asked the same thing last, or `null`. It names no number: whoever
 * knows an identity number and a text must not learn from the form what its owner filed.
 */
export async function findSameFiling(
  ctx: Context,
  { agencyId, applicant, wish }: Readonly<{ agencyId: string; applicant: Applicant; wish: Wish }>,
): Promise<PlainDate | null> {
  allow(ctx.actor, 'file-request')
  const number = normalisedNumber(applicant.identityNumber)
  if (number === '') return null
  return tx(ctx, async (t) => {
    const row = await t
      .selectFrom('request')
      .innerJoin('applicant', (join) =>
        join
          .onRef('applicant.agency_id', '=', 'request.agency_id')
          .onRef('applicant.request_id', '=', 'request.request_id'),
      )
      .select('request.received_on')
      .where('request.agency_id', '=', agencyId)
      .where('applicant.identity_index', '=', ctx.seal.index(`identity ${applicant.identityKind} ${number}`))
      .where('request.content_index', '=', contentIndex(ctx.seal, wish))
      .where('request.state', '!=', 'withdrawn')
      .where('request.set_aside_at', 'is', null)
      .where('request.received_on', 'is not', null)
      .orderBy('request.received_on', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row?.received_on ? parsePlainDate(row.received_on) : null
  })
}
