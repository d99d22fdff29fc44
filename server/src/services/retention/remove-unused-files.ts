import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { dueBefore } from './removals.ts'

const AT_ONCE = 500

/**
 * 清除没有提交的附件: contents of the file store that came in long ago and that no record names. What is being entered
 * at this moment is young, and what a record names stays. Answers how many went.
 */
export async function removeUnusedFiles(ctx: Context): Promise<number> {
  allow(ctx.actor, 'apply-retention')
  const before = dueBefore('uploads', ctx.now)
  let removed = 0
  let some: string[] = []
  const sweep = async () => {
    const named = await namedOf(ctx, some)
    for (const sha256 of some) {
      if (named.has(sha256)) continue
      await ctx.files.remove(sha256, async () => !(await namedOf(ctx, [sha256])).has(sha256))
      removed += 1
    }
    some = []
  }
  for await (const { sha256, keptAt } of ctx.files.list()) {
    if (keptAt >= before) continue
    some.push(sha256)
    if (some.length >= AT_ONCE) await sweep()
  }
  await sweep()
  return removed
}

/** Which of these contents a record names: the register of files, and the copies of published documents. */
async function namedOf(ctx: Context, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await tx({ ...ctx, scope: 'all' }, async (t) => [
    ...(await t
      .selectFrom('file')
      .select('sha256')
      .where('sha256', 'in', [...hashes])
      .execute()),
    ...(await t
      .selectFrom('document_copy')
      .select('sha256')
      .where('sha256', 'in', [...hashes])
      .execute()),
  ])
  return new Set(rows.map(({ sha256 }) => sha256))
}
