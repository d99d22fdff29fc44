import type { Tx } from '../../../db/database.ts'
import { newId } from '../../../db/new-id.ts'
import { NotFound } from '../../../errors.ts'
import { actorId, actorName, type Context } from '../../context.ts'

/**
 * 台账导入 on its way: checking → faulty, or checked → importing → imported. `failed` is a file that cannot be read
 * as a ledger; `discarded` was given up, or nobody confirmed it in two days.
 */
export type LedgerImportState =
  | 'checking'
  | 'faulty'
  | 'checked'
  | 'importing'
  | 'imported'
  | 'failed'
  | 'discarded'

export type LedgerImport = Readonly<{
  agencyId: string
  importId: string
  fileName: string
  state: LedgerImportState
  /** Cases in the file that are to be imported; `null` until that is known. */
  total: number | null
  done: number
  known: number
  faultCount: number
  /** The first of them, as many as anybody mends in one go. */
  faults: readonly string[]
  startedAt: Date
  startedBy: string
  confirmedBy: Readonly<{ name: string; id: string | null }> | null
  endedAt: Date | null
}>

type Key = Readonly<{ agencyId: string; importId: string }>

/** More faults than anybody mends in one go. */
const FAULTS_KEPT = 500

export async function insertLedgerImport(
  t: Tx,
  ctx: Context,
  { agencyId, fileName, bytes }: Readonly<{ agencyId: string; fileName: string; bytes: Uint8Array }>,
): Promise<string> {
  const importId = newId()
  await t
    .insertInto('ledger_import')
    .values({
      agency_id: agencyId,
      import_id: importId,
      file_name: fileName,
      content_sealed: ctx.seal.seal(Buffer.from(bytes).toString('base64')),
      started_at: ctx.now,
      started_by: actorId(ctx.actor),
      started_name: actorName(ctx.actor),
    })
    .execute()
  return importId
}

const COLUMNS = [
  'agency_id',
  'import_id',
  'file_name',
  'state',
  'total',
  'done',
  'known',
  'fault_count',
  'faults_sealed',
  'started_at',
  'started_name',
  'confirmed_by',
  'confirmed_name',
  'ended_at',
] as const

export async function readLedgerImports(
  t: Tx,
  ctx: Context,
  agencyId: string,
): Promise<readonly LedgerImport[]> {
  const rows = await t
    .selectFrom('ledger_import')
    .select(COLUMNS)
    .where('agency_id', '=', agencyId)
    .orderBy('started_at', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => importOf(ctx, row))
}

export async function getLedgerImport(
  t: Tx,
  ctx: Context,
  { agencyId, importId }: Key,
): Promise<LedgerImport> {
  const row = await t
    .selectFrom('ledger_import')
    .select(COLUMNS)
    .where('agency_id', '=', agencyId)
    .where('import_id', '=', importId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('这次导入')
  return importOf(ctx, row)
}

/** Takes the import for itself when it is in that state; nothing when somebody else took it on meanwhile. */
export async function lockLedgerImport(
  t: Tx,
  { agencyId, importId }: Key,
  state: LedgerImportState,
): Promise<boolean> {
  const row = await t
    .selectFrom('ledger_import')
    .select('state')
    .where('agency_id', '=', agencyId)
    .where('import_id', '=', importId)
    .forUpdate()
    .executeTakeFirst()
  return row?.state === state
}

export async function ledgerContent(t: Tx, ctx: Context, { agencyId, importId }: Key): Promise<Uint8Array> {
  const row = await t
    .selectFrom('ledger_import')
    .select('content_sealed')
    .where('agency_id', '=', agencyId)
    .where('import_id', '=', importId)
    .executeTakeFirst()
  if (!row?.content_sealed) throw new NotFound('这份台账')
  return Buffer.from(ctx.seal.open(row.content_sealed), 'base64')
}

export type ImportChange = Readonly<{
  state?: LedgerImportState
  total?: number
  done?: number
  known?: number
  faults?: readonly string[]
  confirmedBy?: Readonly<{ name: string; id: string | null }>
}>

const ENDED: readonly LedgerImportState[] = ['faulty', 'imported', 'failed', 'discarded']

/** Notes where an import stands; when it has ended, the file with the applicants' names is let go. */
export async function saveLedgerImport(
  t: Tx,
  ctx: Context,
  { agencyId, importId }: Key,
  { state, total, done, known, faults, confirmedBy }: ImportChange,
): Promise<void> {
  const ended = state !== undefined && ENDED.includes(state)
  await t
    .updateTable('ledger_import')
    .set({
      ...(state === undefined ? {} : { state }),
      ...(total === undefined ? {} : { total }),
      ...(done === undefined ? {} : { done }),
      ...(known === undefined ? {} : { known }),
      ...(faults === undefined
        ? {}
        : {
            fault_count: faults.length,
            faults_sealed: ctx.seal.seal(JSON.stringify(faults.slice(0, FAULTS_KEPT))),
          }),
      ...(confirmedBy === undefined
        ? {}
        : { confirmed_by: confirmedBy.id, confirmed_name: confirmedBy.name }),
      ...(ended ? { ended_at: ctx.now, content_sealed: null } : {}),
    })
    .where('agency_id', '=', agencyId)
    .where('import_id', '=', importId)
    .execute()
}

type Row = Readonly<{
  agency_id: string
  import_id: string
  file_name: string
  state: string
  total: number | null
  done: number
  known: number
  fault_count: number
  faults_sealed: Buffer | null
  started_at: Date
  started_name: string
  confirmed_by: string | null
  confirmed_name: string | null
  ended_at: Date | null
}>

function importOf(ctx: Context, row: Row): LedgerImport {
  return {
    agencyId: row.agency_id,
    importId: row.import_id,
    fileName: row.file_name,
    state: row.state as LedgerImportState,
    total: row.total,
    done: row.done,
    known: row.known,
    faultCount: row.fault_count,
    faults: row.faults_sealed === null ? [] : (JSON.parse(ctx.seal.open(row.faults_sealed)) as string[]),
    startedAt: row.started_at,
    startedBy: row.started_name,
    confirmedBy: row.confirmed_name === null ? null : { name: row.confirmed_name, id: row.confirmed_by },
    endedAt: row.ended_at,
  }
}
