import { type PlainDate, parsePlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { readable } from './reading/readable-cases.ts'
import { askedOf } from './wish.ts'

/** 垃圾信息: what somebody set aside, with who, why, and the deadline that it would have. */
export type SetAside = Readonly<{
  requestId: string
  number: string
  version: number
  asked: string
  receivedOn: PlainDate | null
  dueOn: PlainDate | null
  at: Date
  by: string
  reason: string
}>

export async function listSetAside(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly SetAside[]> {
  allow(ctx.actor, 'read-requests')
  return tx(ctx, async (t) => {
    const rows = await t
      .selectFrom('request')
      .select([
        'request_id',
        'number',
        'version',
        'description',
        'info_title',
        'info_document_number',
        'info_index_number',
        'received_on',
        'due_on',
        'set_aside_at',
        'set_aside_by',
        'set_aside_reason',
      ])
      .where('agency_id', '=', agencyId)
      .where('set_aside_at', 'is not', null)
      .where(readable(ctx))
      .orderBy('set_aside_at', 'desc')
      .limit(200)
      .execute()
    return rows.map((row) => ({
      requestId: row.request_id,
      number: row.number,
      version: row.version,
      asked: askedOf({
        description: row.description,
        infoTitle: row.info_title ?? '',
        infoDocumentNumber: row.info_document_number ?? '',
        infoIndexNumber: row.info_index_number ?? '',
      }),
      receivedOn: row.received_on === null ? null : parsePlainDate(row.received_on),
      dueOn: row.due_on === null ? null : parsePlainDate(row.due_on),
      at: row.set_aside_at ?? ctx.now,
      by: row.set_aside_by ?? '',
      reason: row.set_aside_reason ?? '',
    }))
  })
}
