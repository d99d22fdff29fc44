import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'
import { convertInWorker } from './convert-in-worker.ts'
import { type Preview, type Reader, without } from './preview.ts'

/** Raised when the same bytes would be shown otherwise. */
export const PREVIEW_EDITION = 2
/** A file that could not be shown is tried again after a day: the machine may have been busy. */
const TRY_AGAIN_AFTER = 24 * 3600 * 1000

type StoredFile = Readonly<{ agencyId: string; sha256: string; name: string; reader: Reader }>

const running = new Map<string, Promise<Preview>>()

/**
 * 一个附件的预览: made once for the same bytes and kept. Who may see the file is for the caller to have asked. Call it
 * outside a transaction: it may take as long as a large file takes.
 */
export async function previewOfFile(
  ctx: Pick<Context, 'db' | 'scope' | 'files' | 'now'>,
  file: StoredFile,
): Promise<Preview> {
  const kept = await findKept(ctx, file)
  if (kept !== undefined) return kept
  const key = `${file.agencyId} ${file.sha256} ${file.reader}`
  const started = running.get(key)
  if (started !== undefined) return started
  const making = make(ctx, file).finally(() => running.delete(key))
  running.set(key, making)
  return making
}

type Ctx = Parameters<typeof previewOfFile>[0]

async function findKept(ctx: Ctx, { agencyId, sha256, reader }: StoredFile): Promise<Preview | undefined> {
  const row = await tx(ctx, (t) =>
    t
      .selectFrom('file_preview')
      .select(['pages', 'notes', 'fault', 'edition', 'made_at'])
      .where('agency_id', '=', agencyId)
      .where('sha256', '=', sha256)
      .where('reader', '=', reader)
      .executeTakeFirst(),
  )
  if (row?.edition !== PREVIEW_EDITION) return undefined
  const { pages, notes, fault, made_at: madeAt } = row
  if (fault !== null && ctx.now.getTime() - madeAt.getTime() > TRY_AGAIN_AFTER) return undefined
  return { pages, notes, fault }
}

async function make(ctx: Ctx, { agencyId, sha256, name, reader }: StoredFile): Promise<Preview> {
  const bytes = await ctx.files.find(sha256)
  if (bytes === undefined) return without('文件已经丢失，请与本机关联系')
  const preview = await convertInWorker(bytes, name, reader)
  const row = {
    // PostgreSQL takes no NUL in a text, and damaged files hold some.
    pages: preview.pages.map((page) => page.replaceAll('\0', '')),
    notes: [...preview.notes],
    fault: preview.fault,
    edition: PREVIEW_EDITION,
    made_at: ctx.now,
  }
  await tx(ctx, (t) =>
    t
      .insertInto('file_preview')
      .values({ agency_id: agencyId, sha256, reader, ...row })
      .onConflict((conflict) => conflict.columns(['agency_id', 'sha256', 'reader']).doUpdateSet(row))
      .execute(),
  )
  return { ...preview, pages: row.pages }
}
