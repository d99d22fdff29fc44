import type { Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'
import { type Topic, topicsOf } from './topics.ts'

/** 热点专题 for those who look after them. */
export async function listTopics(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly Topic[]> {
  allowWithin(ctx, 'read-documents', agencyId)
  return topicsOf(ctx, agencyId)
}
