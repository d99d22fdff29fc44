import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { openCase } from './reading/open-case.ts'
import { insertNote } from './request-notes.ts'

export type AddNote = Readonly<{ agencyId: string; requestId: string; body: string }>

/** 添加备注: stands in the course of the case, moves nothing. */
export async function addNote(ctx: Context, { agencyId, requestId, body }: AddNote): Promise<void> {
  allow(ctx.actor, 'read-requests')
  return tx(ctx, async (t) => {
    await openCase(t, ctx, { agencyId, requestId })
    await insertNote(t, ctx, { agencyId, requestId }, body)
  })
}
