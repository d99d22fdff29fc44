import { foldRequest, type Settings } from '@mingfu/law'
import { type CaseColumn, type CaseLine, readCaseLedgerInWorker, UnreadableFile } from '@mingfu/report'
import type { Tx } from '../../../db/database.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { getAgency } from '../../agencies/find-agency.ts'
import { allow } from '../../allow.ts'
import { type AuditRecord, recordAudit, recordAudits } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { readRequestSettings } from '../request-settings.ts'
import { type Colleague, colleaguesOf } from '../staff-of-agency.ts'
import { insertImported, type ToInsert } from './insert-imported.ts'
import { raiseCounters } from './raise-counters.ts'
import { readLine } from './read-line.ts'

export type ImportLedger = Readonly<{
  agencyId: string
  bytes: Uint8Array
  /** Only looks: nothing is written. */
  check: boolean
  /** Who imports, where the program does it for somebody. */
  by?: AuditRecord['by']
  /** Hears how many of the ledger's cases were read or written so far. */
  onProgress?: (done: number, total: number) => Promise<void>
  /** Last in the transaction of the import. */
  end?: (t: Tx, done: ImportedLedger) => Promise<void>
}>

/** What an import did, or would do. With faults nothing is written at all. */
export type ImportedLedger = Readonly<{
  imported: number
  /** Numbers that the register has already; left as they are. */
  known: number
  faults: readonly string[]
}>

/** Cases written between two looks at how far it is. */
const A_STEP = 200

/**
 * 导入台账: cases of another system, or of an office's own old ledger, with their course. All faults are told at once;
 * what is written is written in one transaction, so that nothing is ever half imported.
 */
export async function importLedger(ctx: Context, input: ImportLedger): Promise<ImportedLedger> {
  allow(ctx.actor, 'import-ledger')
  const { agencyId, bytes, check, onProgress } = input
  const { cases: lines, faults: unread } = await readBytes(bytes)
  const known = await tx(ctx, async (t) => ({
    settings: await readRequestSettings(t, agencyId),
    colleagues: await colleaguesOf(t, agencyId),
    numbers: await numbersOf(t, agencyId),
  }))
  const read = await readCases(ctx, lines, known, check ? onProgress : undefined)
  const faults = [...unread.map(({ message }) => message), ...read.faults]
  const done = { imported: faults.length > 0 ? 0 : read.fresh.length, known: read.known, faults }
  if (faults.length === 0 && !check) await write(ctx, input, read.fresh, done)
  return done
}

async function write(
  ctx: Context,
  { agencyId, by, onProgress, end }: ImportLedger,
  cases: readonly ToInsert[],
  done: ImportedLedger,
): Promise<void> {
  await tx(ctx, async (t) => {
    await raiseCounters(t, await getAgency(t, agencyId), cases)
    const records: AuditRecord[] = []
    for (let at = 0; at < cases.length; at += A_STEP) {
      await onProgress?.(at, cases.length)
      records.push(...(await insertImported(t, ctx, agencyId, cases.slice(at, at + A_STEP))))
    }
    // Last, because the audit trail lets nobody of the agency in until the transaction ends.
    for (let at = 0; at < records.length; at += A_STEP) {
      const some = records.slice(at, at + A_STEP)
      const named = some.map((record) => ({ ctx, record: by ? { ...record, by } : record }))
      await recordAudits(t, agencyId, named)
    }
    const detail = { imported: done.imported, known: done.known }
    await recordAudit(t, ctx, { agencyId, action: 'import-ledger', detail, ...(by ? { by } : {}) })
    await end?.(t, done)
  })
}

type Known = Readonly<{
  settings: Settings
  colleagues: readonly Colleague[]
  numbers: ReadonlySet<string>
}>

/** The cases that are not on the register yet, and every fault in any of them. */
async function readCases(
  ctx: Context,
  lines: readonly CaseLine[],
  { settings, colleagues, numbers }: Known,
  onProgress: ImportLedger['onProgress'],
) {
  const faults: string[] = []
  const fresh: ToInsert[] = []
  let known = 0
  for (const [index, line] of lines.entries()) {
    if (index % A_STEP === 0) await onProgress?.(index, lines.length)
    const fault = (column: CaseColumn, what: string) => faults.push(`“申请”第${line.row}行“${column}”${what}`)
    const one = readLine(line, fault)
    if (one === null) continue
    if (numbers.has(one.number)) {
      known += 1
      continue
    }
    const events = one.events.map(({ event }) => event)
    const fold = foldRequest(events, ctx.calendar, settings)
    const misplaced = fold.violations.find(({ code }) => code === 'event-out-of-place')
    if (misplaced !== undefined) fault('申请编号', `的办理经过前后不合：${misplaced.text}`)
    const latest = events.find(({ on }) => on > ctx.today)
    if (latest !== undefined) fault('申请编号', `的办理经过有晚于今天的日期（${latest.on}），请核对`)
    const handler = colleagues.filter(({ name }) => name === one.handlerName)
    fresh.push({ one, fold, handlerId: handler.length === 1 ? (handler[0]?.staffId ?? null) : null })
  }
  return { fresh, known, faults }
}

async function readBytes(bytes: Uint8Array) {
  try {
    return await readCaseLedgerInWorker(bytes)
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Invalid(error.message)
    throw error
  }
}

async function numbersOf(t: Tx, agencyId: string): Promise<ReadonlySet<string>> {
  const rows = await t.selectFrom('request').select('number').where('agency_id', '=', agencyId).execute()
  return new Set(rows.map(({ number }) => number))
}
