import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CannotStart } from '../db/embedded/cannot-start.ts'

const Digest = z.string().regex(/^[0-9a-f]{64}$/)
const Name = z.string().regex(/^[a-z_0-9]+$/)

/** What a backup holds, with the digest of every part. */
export const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  schema: z.array(z.object({ name: z.string(), hash: Digest })),
  tables: z.array(z.object({ name: Name, columns: z.array(Name), rows: z.int(), sha256: Digest })),
  files: z.array(z.object({ sha256: Digest, sizeBytes: z.int() })),
  /** Work that was waiting; it is queued anew. */
  jobs: z.array(z.object({ kind: z.string(), payload: z.record(z.string(), z.unknown()) })),
  /** Whether anything in it can be read with the keys only. */
  sealed: z.boolean(),
  /** Whether the keys are in it. */
  keys: z.boolean(),
})
export type Manifest = z.infer<typeof Manifest>

export const MANIFEST = 'manifest.json'

/** Reads a backup's manifest, or says what is wrong with it. */
export function readManifest(folder: string): Manifest {
  let text: string
  try {
    text = readFileSync(join(folder, MANIFEST), 'utf8')
  } catch {
    throw new CannotStart(`目录 ${folder} 不是明府的备份（没有 ${MANIFEST}），请核对路径。`)
  }
  try {
    return Manifest.parse(JSON.parse(text))
  } catch {
    throw new CannotStart(`备份 ${folder} 的清单 ${MANIFEST} 已经损坏，或者由更新版本的明府制作。`)
  }
}

/** The digest of the manifest stands for the whole backup: whoever notes it can tell later whether anything changed. */
export function digestOfBackup(folder: string): string {
  return createHash('sha256')
    .update(readFileSync(join(folder, MANIFEST)))
    .digest('hex')
}
