import type { Context } from '../../context.ts'
import { listVersions } from './catalogue-store.ts'

/** 现行目录 of an organ by id: what the public may look at. */
export async function cataloguesInForce(
  ctx: Pick<Context, 'db'>,
  agencyId: string,
): Promise<readonly string[]> {
  const versions = await listVersions(ctx.db, agencyId)
  return versions.filter(({ state }) => state === 'in-force').map(({ catalogue }) => catalogue)
}
