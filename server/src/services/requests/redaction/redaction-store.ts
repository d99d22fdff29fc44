import type { RedactionGround } from '@mingfu/law'
import type { PageSize, RedactionMark, RedactionProof } from '@mingfu/screening'
import type { Tx } from '../../../db/database.ts'
import { NotFound, Stale } from '../../../errors.ts'
import { actorId, actorName, type Context } from '../../context.ts'

/** 遮盖框 with its ground, and what lies under it by name (“公民身份号码”), never by its text. */
export type GroundedMark = RedactionMark & Readonly<{ ground: RedactionGround; part: string }>

export type StoredRedaction = Readonly<{
  agencyId: string
  redactionId: string
  requestId: string
  sourceFileId: string
  pages: readonly PageSize[]
  marks: readonly GroundedMark[]
  /** Who drew last; somebody else releases. */
  markedBy: string | null
  version: number
  createdAt: Date
  releasedAt: Date | null
  releasedBy: string | null
  releasedFileId: string | null
  proof: RedactionProof | null
}>

export type OnRedaction = Readonly<{ agencyId: string; redactionId: string }>

const COLUMNS = [
  'agency_id',
  'redaction_id',
  'request_id',
  'source_file_id',
  'pages',
  'marks',
  'marked_by',
  'version',
  'created_at',
  'released_at',
  'released_by',
  'released_file_id',
  'proof',
] as const

type New = OnRedaction & Readonly<{ requestId: string; sourceFileId: string; pages: readonly PageSize[] }>

export async function insertRedaction(tx: Tx, ctx: Context, made: New): Promise<void> {
  await tx
    .insertInto('redaction')
    .values({
      agency_id: made.agencyId,
      redaction_id: made.redactionId,
      request_id: made.requestId,
      source_file_id: made.sourceFileId,
      pages: JSON.stringify(made.pages),
      marked_by: actorId(ctx.actor),
      created_at: ctx.now,
    })
    .execute()
}

export async function readRedaction(
  tx: Tx,
  { agencyId, redactionId }: OnRedaction,
): Promise<StoredRedaction> {
  return found(await query(tx, agencyId).where('redaction_id', '=', redactionId).executeTakeFirst())
}

/** The redaction with its row locked; refused when somebody changed it since the page was shown. */
export async function lockRedaction(
  tx: Tx,
  { agencyId, redactionId, version }: OnRedaction & Readonly<{ version: number }>,
): Promise<StoredRedaction> {
  const row = await query(tx, agencyId).where('redaction_id', '=', redactionId).forUpdate().executeTakeFirst()
  const redaction = found(row)
  if (redaction.version !== version) throw new Stale('遮盖标注')
  return redaction
}

export async function readRedactions(
  tx: Tx,
  { agencyId, requestId }: Readonly<{ agencyId: string; requestId: string }>,
): Promise<readonly StoredRedaction[]> {
  const rows = await query(tx, agencyId)
    .where('request_id', '=', requestId)
    .orderBy('created_at')
    .orderBy('redaction_id')
    .execute()
  return rows.map(fromRow)
}

/** Keeps the boxes, and this state of them for good; answers the new version. */
export async function writeMarks(
  tx: Tx,
  ctx: Context,
  { agencyId, redactionId, version }: StoredRedaction,
  marks: readonly GroundedMark[],
): Promise<number> {
  const kept = JSON.stringify(marks)
  await tx
    .updateTable('redaction')
    .set({ marks: kept, marked_by: actorId(ctx.actor), version: version + 1 })
    .where('agency_id', '=', agencyId)
    .where('redaction_id', '=', redactionId)
    .execute()
  await tx
    .insertInto('redaction_revision')
    .values({
      agency_id: agencyId,
      redaction_id: redactionId,
      version: version + 1,
      marks: kept,
      saved_at: ctx.now,
      actor: actorName(ctx.actor),
      actor_id: actorId(ctx.actor),
    })
    .execute()
  return version + 1
}

export async function writeRelease(
  tx: Tx,
  ctx: Context,
  { agencyId, redactionId, version }: StoredRedaction,
  release: Readonly<{ fileId: string; proof: RedactionProof }>,
): Promise<number> {
  await tx
    .updateTable('redaction')
    .set({
      released_at: ctx.now,
      released_by: actorId(ctx.actor),
      released_file_id: release.fileId,
      proof: JSON.stringify(release.proof),
      version: version + 1,
    })
    .where('agency_id', '=', agencyId)
    .where('redaction_id', '=', redactionId)
    .execute()
  return version + 1
}

function query(tx: Tx, agencyId: string) {
  return tx.selectFrom('redaction').select(COLUMNS).where('agency_id', '=', agencyId)
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirst']>>>

function found(row: Row | undefined): StoredRedaction {
  if (row === undefined) throw new NotFound('这份遮盖标注')
  return fromRow(row)
}

function fromRow(row: Row): StoredRedaction {
  return {
    agencyId: row.agency_id,
    redactionId: row.redaction_id,
    requestId: row.request_id,
    sourceFileId: row.source_file_id,
    pages: row.pages as readonly PageSize[],
    marks: row.marks as readonly GroundedMark[],
    markedBy: row.marked_by,
    version: row.version,
    createdAt: row.created_at,
    releasedAt: row.released_at,
    releasedBy: row.released_by,
    releasedFileId: row.released_file_id,
    proof: row.proof as RedactionProof | null,
  }
}
