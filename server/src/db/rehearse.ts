import type { Db, Tx } from './database.ts'
import { tx } from './transaction.ts'

/**
 * 预演: does something for real, and takes everything back. Whatever `work` changes goes through the `db` of the
 * context that it is given; it must do nothing outside the database.
 */
export async function rehearse<Ctx extends { db: Db; scope: string }, T>(
  ctx: Ctx,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  try {
    return await tx(ctx, async (t: Tx): Promise<T> => {
      throw new TakenBack(await work({ ...ctx, db: t }))
    })
  } catch (error) {
    if (error instanceof TakenBack) return error.result as T
    throw error
  }
}

class TakenBack extends Error {
  override readonly name = 'TakenBack'
  readonly result: unknown
  constructor(result: unknown) {
    super()
    this.result = result
  }
}
