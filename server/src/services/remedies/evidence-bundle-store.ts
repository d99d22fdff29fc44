import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { NotFound } from '../../errors.ts'
import { actorId, actorName, type Context } from '../context.ts'
import type { KeptFile } from '../requests/keep-attachment.ts'

/** 举证材料 as its row has it. */
export type StoredBundle = Readonly<{
  agencyId: string
  bundleId: string
  disputeId: string
  requestId: string
  withIdentity: boolean
  state: 'waiting' | 'ready' | 'failed'
  /** Why it could not be made. */
  fault: string | null
  orderedAt: Date
  orderedBy: string
  madeAt: Date | null
  entries: number | null
  pages: number | null
  /** The digest of its list, which stands for the whole. */
  sha256: string | null
}>

type Order = Readonly<{ agencyId: string; disputeId: string; requestId: string; withIdentity: boolean }>

export async function insertBundle(tx: Tx, ctx: Context, order: Order): Promise<string> {
  const bundleId = newId()
  await tx
    .insertInto('evidence_bundle')
    .values({
      agency_id: order.agencyId,
      bundle_id: bundleId,
      dispute_id: order.disputeId,
      request_id: order.requestId,
      with_identity: order.withIdentity,
      ordered_at: ctx.now,
      ordered_by: actorId(ctx.actor),
      ordered_name: actorName(ctx.actor),
    })
    .execute()
  return bundleId
}

export async function readBundles(
  tx: Tx,
  agencyId: string,
  disputeId: string,
): Promise<readonly StoredBundle[]> {
  const rows = await query(tx, agencyId)
    .where('dispute_id', '=', disputeId)
    .orderBy('ordered_at', 'desc')
    .orderBy('bundle_id', 'desc')
    .execute()
  return rows.map(bundleOf)
}

export async function getBundle(tx: Tx, agencyId: string, bundleId: string): Promise<StoredBundle> {
  const row = await query(tx, agencyId).where('bundle_id', '=', bundleId).executeTakeFirst()
  if (row === undefined) throw new NotFound('这份举证材料')
  return bundleOf(row)
}

type Made = Readonly<{
  entries: number
  pages: number
  sha256: string
  sm3: string
  zip: KeptFile
  pdf: KeptFile
}>

/** Notes a bundle as made; one that was made meanwhile stays as it is. Answers whether this one holds. */
export async function saveMadeBundle(
  tx: Tx,
  ctx: Context,
  bundle: StoredBundle,
  made: Made,
): Promise<boolean> {
  const { agencyId, bundleId } = bundle
  const { state } = await tx
    .selectFrom('evidence_bundle')
    .select('state')
    .where('agency_id', '=', agencyId)
    .where('bundle_id', '=', bundleId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (state === 'ready') return false
  await tx
    .updateTable('evidence_bundle')
    .set({
      state: 'ready',
      fault: null,
      made_at: ctx.now,
      entries: made.entries,
      pages: made.pages,
      sha256: made.sha256,
      sm3: made.sm3,
      zip_file_id: await insertFile(tx, ctx, agencyId, made.zip),
      pdf_file_id: await insertFile(tx, ctx, agencyId, made.pdf),
    })
    .where('agency_id', '=', agencyId)
    .where('bundle_id', '=', bundleId)
    .execute()
  return true
}

export async function saveFailedBundle(
  tx: Tx,
  { agencyId, bundleId }: StoredBundle,
  fault: string,
): Promise<void> {
  await tx
    .updateTable('evidence_bundle')
    .set({ state: 'failed', fault })
    .where('agency_id', '=', agencyId)
    .where('bundle_id', '=', bundleId)
    .where('state', '<>', 'ready')
    .execute()
}

/** Where the bytes of a bundle lie, sealed. */
export async function findBundleDigest(
  tx: Tx,
  { agencyId, bundleId }: StoredBundle,
  type: 'zip' | 'pdf',
): Promise<string> {
  const row = await tx
    .selectFrom('evidence_bundle')
    .innerJoin('file', (join) =>
      join
        .onRef('file.agency_id', '=', 'evidence_bundle.agency_id')
        .onRef('file.file_id', '=', `evidence_bundle.${type}_file_id`),
    )
    .select('file.sha256')
    .where('evidence_bundle.agency_id', '=', agencyId)
    .where('evidence_bundle.bundle_id', '=', bundleId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('这份举证材料的文件')
  return row.sha256
}

async function insertFile(tx: Tx, ctx: Context, agencyId: string, file: KeptFile): Promise<string> {
  const fileId = newId()
  await tx
    .insertInto('file')
    .values({
      agency_id: agencyId,
      file_id: fileId,
      name: file.name,
      media_type: file.mediaType,
      size_bytes: file.sizeBytes,
      sha256: file.sha256,
      sm3: file.sm3,
      created_at: ctx.now,
      created_by: actorId(ctx.actor),
    })
    .execute()
  return fileId
}

function query(tx: Tx, agencyId: string) {
  return tx
    .selectFrom('evidence_bundle')
    .select([
      'agency_id',
      'bundle_id',
      'dispute_id',
      'request_id',
      'with_identity',
      'state',
      'fault',
      'ordered_at',
      'ordered_name',
      'made_at',
      'entries',
      'pages',
      'sha256',
    ])
    .where('agency_id', '=', agencyId)
}

type Row = Awaited<ReturnType<ReturnType<typeof query>['execute']>>[number]

function bundleOf(row: Row): StoredBundle {
  return {
    agencyId: row.agency_id,
    bundleId: row.bundle_id,
    disputeId: row.dispute_id,
    requestId: row.request_id,
    withIdentity: row.with_identity,
    state: row.state as StoredBundle['state'],
    fault: row.fault,
    orderedAt: row.ordered_at,
    orderedBy: row.ordered_name,
    madeAt: row.made_at,
    entries: row.entries,
    pages: row.pages,
    sha256: row.sha256,
  }
}
