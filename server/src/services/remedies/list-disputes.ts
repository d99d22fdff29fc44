import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { readDisputes, type StoredDispute } from './dispute-store.ts'

/** 行政复议、行政诉讼案件 of an agency, newest first. */
export function listDisputes(ctx: Context, agencyId: string): Promise<readonly StoredDispute[]> {
  allow(ctx.actor, 'read-requests')
  return tx(ctx, (t) => readDisputes(t, agencyId))
}
