import { foldRequest, parseDocumentNumber, type RequestFold, type Settings } from '@mingfu/law'
import { type CaseColumn, readCaseLedgerInWorker, UnreadableFile } from '@mingfu/report'
import { sql } from 'kysely'
import type { Tx } from '../../../db/database.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { type Agency, getAgency } from '../../agencies/find-agency.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { readRequestSettings } from '../request-settings.ts'
import { colleaguesOf } from '../staff-of-agency.ts'
import { insertImported, type ToInsert } from './insert-imported.ts'
import { readLine } from './read-line.ts'

export type ImportLedger = Readonly<{
  agencyId: string
  bytes: Uint8Array
  /** Only looks: nothing is written. */
  check: boolean
}>

/** What an import did, or would do. With faults nothing is written at all. */
export type ImportedLedger = Readonly<{
  imported: number
  /** Numbers that the register has already; left as they are. */
  known: number
  faults: readonly string[]
}>

/** Cases in one transaction. What a broken import left behind, the next one finds known. */
const A_STEP = 200

/** 导入台账: cases of another system, or of an office's own old ledger, with their course. All faults are told at once. */
export async function importLedger(ctx: Context, input: ImportLedger): Promise<ImportedLedger> {
  allow(ctx.actor, 'import-ledger')
  const { agencyId, bytes, check } = input
  const { agency, settings, colleagues, numbers } = await tx(ctx, async (t) => ({
    agency: await getAgency(t, agencyId),
    settings: await readRequestSettings(t, agencyId),
    colleagues: await colleaguesOf(t, agencyId),
    numbers: await numbersOf(t, agencyId),
  }))
  const read = await readBytes(bytes)
  const faults = read.faults.map(({ message }) => message)
  const cases: ToInsert[] = []
  let known = 0
  for (const line of read.cases) {
    const fault = (column: CaseColumn, what: string) => faults.push(`“申请”第${line.row}行“${column}”${what}`)
    const one = readLine(line, fault)
    if (one === null) continue
    if (numbers.has(one.number)) {
      known += 1
      continue
    }
    const fold = folded(
      ctx,
      settings,
      one.events.map(({ event }) => event),
    )
    const misplaced = fold.violations.find(({ code }) => code === 'event-out-of-place')
    if (misplaced !== undefined) fault('申请编号', `的办理经过前后不合：${misplaced.text}`)
    const latest = one.events.find(({ event }) => event.on > ctx.today)
    if (latest !== undefined) fault('申请编号', `的办理经过有晚于今天的日期（${latest.event.on}），请核对`)
    const handler = colleagues.filter(({ name }) => name === one.handlerName)
    cases.push({ one, fold, handlerId: handler.length === 1 ? (handler[0]?.staffId ?? null) : null })
  }
  if (faults.length > 0 || check) return { imported: faults.length > 0 ? 0 : cases.length, known, faults }
  for (let at = 0; at < cases.length; at += A_STEP) {
    const step = cases.slice(at, at + A_STEP)
    await tx(ctx, async (t) => {
      await insertImported(t, ctx, agencyId, step)
      await raiseCounters(t, agency, step)
    })
  }
  await tx(ctx, (t) =>
    recordAudit(t, ctx, { agencyId, action: 'import-ledger', detail: { imported: cases.length, known } }),
  )
  return { imported: cases.length, known, faults: [] }
}

async function readBytes(bytes: Uint8Array) {
  try {
    return await readCaseLedgerInWorker(bytes)
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Invalid(error.message)
    throw error
  }
}

function folded(ctx: Context, settings: Settings, events: Parameters<typeof foldRequest>[0]): RequestFold {
  return foldRequest(events, ctx.calendar, settings)
}

async function numbersOf(t: Tx, agencyId: string): Promise<ReadonlySet<string>> {
  const rows = await t.selectFrom('request').select('number').where('agency_id', '=', agencyId).execute()
  return new Set(rows.map(({ number }) => number))
}

/** Numbers given from now on come behind the imported ones: of applications and of letters. */
async function raiseCounters(t: Tx, { agencyId, slug }: Agency, cases: readonly ToInsert[]): Promise<void> {
  const highest = new Map<string, { year: number; kind: string; value: number }>()
  const raise = (year: number, kind: string, value: number) => {
    const key = `${year} ${kind}`
    if ((highest.get(key)?.value ?? 0) < value) highest.set(key, { year, kind, value })
  }
  for (const { one } of cases) {
    const [, prefix, year, serial] = /^(.+)-(\d{4})-(\d+)$/.exec(one.number) ?? []
    if (prefix === slug.toUpperCase()) raise(Number(year), 'request', Number(serial))
    for (const { event, office } of one.events) {
      const text = event.kind === 'decision-approved' ? event.documentNumber : office.number
      const number = typeof text === 'string' ? parseDocumentNumber(text) : undefined
      if (number !== undefined) raise(number.year, `document ${number.word}`, number.serial)
    }
  }
  for (const { year, kind, value } of highest.values()) {
    await t
      .insertInto('counter')
      .values({ agency_id: agencyId, year, kind, value })
      .onConflict((conflict) =>
        conflict
          .columns(['agency_id', 'year', 'kind'])
          .doUpdateSet({ value: sql`greatest(counter.value, excluded.value)` }),
      )
      .execute()
  }
}
