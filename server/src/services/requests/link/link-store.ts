import type { Tx } from '../../../db/database.ts'
import { actorName, type Context } from '../../context.ts'

/** 关联 between two requests, as the file of either shows it. */
export type LinkKind = 'related' | 'merged-into' | 'split-from'

export type RequestLink = Readonly<{
  otherId: string
  number: string
  kind: LinkKind
  /** Whether this request points to the other, or the other to this. */
  outward: boolean
  note: string
}>

type Key = Readonly<{ agencyId: string; requestId: string }>

export async function insertLink(
  tx: Tx,
  ctx: Context,
  { agencyId, requestId }: Key,
  { otherId, kind, note }: Pick<RequestLink, 'otherId' | 'kind' | 'note'>,
): Promise<void> {
  await tx
    .insertInto('request_link')
    .values({
      agency_id: agencyId,
      request_id: requestId,
      other_id: otherId,
      kind,
      note,
      actor: actorName(ctx.actor),
      linked_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function readLinks(tx: Tx, { agencyId, requestId }: Key): Promise<readonly RequestLink[]> {
  const rows = await tx
    .selectFrom('request_link')
    .innerJoin('request', (join) =>
      join
        .onRef('request.agency_id', '=', 'request_link.agency_id')
        .on((eb) =>
          eb.or([
            eb.and([
              eb('request_link.request_id', '=', requestId),
              eb('request.request_id', '=', eb.ref('request_link.other_id')),
            ]),
            eb.and([
              eb('request_link.other_id', '=', requestId),
              eb('request.request_id', '=', eb.ref('request_link.request_id')),
            ]),
          ]),
        ),
    )
    .select([
      'request.request_id',
      'request.number',
      'request_link.kind',
      'request_link.note',
      'request_link.other_id',
    ])
    .where('request_link.agency_id', '=', agencyId)
    .orderBy('request_link.linked_at')
    .execute()
  return rows.map((row) => ({
    otherId: row.request_id,
    number: row.number,
    kind: row.kind as LinkKind,
    outward: row.other_id === row.request_id,
    note: row.note,
  }))
}
