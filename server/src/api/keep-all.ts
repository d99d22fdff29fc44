import type { Context } from '../services/context.ts'
import { type KeptFile, keepAttachment } from '../services/requests/keep-attachment.ts'
import type { Upload } from './route.ts'

/** Uploads kept sealed, with the field they came in. */
export async function keepAll(
  ctx: Context,
  files: readonly Upload[],
): Promise<readonly (KeptFile & { field: string })[]> {
  const kept: (KeptFile & { field: string })[] = []
  for (const { field, name, bytes } of files) {
    kept.push({ ...(await keepAttachment(ctx, { name, bytes })), field })
  }
  return kept
}
