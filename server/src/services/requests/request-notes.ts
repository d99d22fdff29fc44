import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { actorId, actorName, type Context } from '../context.ts'

/** 办理备注: a call to the applicant, a remark inside, a letter fetched. Only added. */
export type RequestNote = Readonly<{ noteId: string; body: string; at: Date; actor: string }>

type Key = Readonly<{ agencyId: string; requestId: string }>

export async function insertNote(
  tx: Tx,
  ctx: Context,
  { agencyId, requestId }: Key,
  body: string,
): Promise<void> {
  await tx
    .insertInto('request_note')
    .values({
      agency_id: agencyId,
      request_id: requestId,
      note_id: newId(),
      body,
      at: ctx.now,
      actor: actorName(ctx.actor),
      actor_id: actorId(ctx.actor),
    })
    .execute()
}

export async function readNotes(tx: Tx, { agencyId, requestId }: Key): Promise<readonly RequestNote[]> {
  const rows = await tx
    .selectFrom('request_note')
    .select(['note_id', 'body', 'at', 'actor'])
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .orderBy('at')
    .orderBy('note_id')
    .execute()
  return rows.map(({ note_id, body, at, actor }) => ({ noteId: note_id, body, at, actor }))
}
