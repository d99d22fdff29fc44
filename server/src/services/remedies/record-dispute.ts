import type { Dispute, PlainDate, T4BlockId } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import { actorId, type Context } from '../context.ts'
import { allowToRead } from '../requests/reading/open-case.ts'
import { lockDispute } from './dispute-store.ts'

/** What is known of a dispute before it is decided. */
export type DisputeEntry = Readonly<{
  /** The application it is about; `null` for a dispute over proactive disclosure. */
  requestId: string | null
  block: T4BlockId
  role: Dispute['role']
  /** 复议机关 or 法院. */
  organ: string
  caseNumber: string
  filedOn: PlainDate
  copyReceivedOn: PlainDate | null
  acceptedOn: PlainDate | null
  procedure: Dispute['procedure']
  note: string
}>

export type RecordDispute = DisputeEntry &
  Readonly<{
    agencyId: string
    /** 二审: the dispute of the first instance, with which it counts as one case. */
    appealOf: string | null
  }>

/** 登记复议、诉讼案件; answers its id. */
export async function recordDispute(ctx: Context, input: RecordDispute): Promise<string> {
  allow(ctx.actor, 'record-dispute')
  const { agencyId } = input
  checkDays(ctx, input)
  return tx(ctx, async (t) => {
    await checkRequest(t, ctx, agencyId, input)
    const disputeId = newId()
    await t
      .insertInto('dispute')
      .values({
        agency_id: agencyId,
        dispute_id: disputeId,
        case_key: input.appealOf === null ? null : await caseOf(t, ctx, agencyId, input.appealOf),
        created_by: actorId(ctx.actor),
        created_at: ctx.now,
        ...entryColumns(input),
      })
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'record-dispute',
      objectKind: 'dispute',
      objectId: disputeId,
      detail: { block: input.block, caseNumber: input.caseNumber },
    })
    return disputeId
  })
}

export function entryColumns(entry: DisputeEntry) {
  return {
    request_id: entry.requestId,
    block: entry.block,
    role: entry.role,
    organ: entry.organ,
    case_number: entry.caseNumber || null,
    filed_on: entry.filedOn,
    copy_received_on: entry.copyReceivedOn,
    accepted_on: entry.acceptedOn,
    procedure: entry.procedure,
    note: entry.note || null,
  }
}

/** A day that has not come cannot have happened, and nothing of a case comes before its filing. */
export function checkDays(ctx: Context, entry: DisputeEntry): void {
  const fields: Record<string, string> = {}
  for (const field of ['filedOn', 'copyReceivedOn', 'acceptedOn'] as const) {
    const on = entry[field]
    if (on !== null && on > ctx.today) fields[field] = '日期不能晚于今天，请核对'
    else if (on !== null && on < entry.filedOn) fields[field] = '日期不能早于申请、起诉之日，请核对'
  }
  const [message] = Object.values(fields)
  if (message !== undefined) throw new Invalid(message, fields)
}

/** A dispute is about an application of this agency, and comes after it. */
export async function checkRequest(
  t: Tx,
  ctx: Context,
  agencyId: string,
  { requestId, filedOn }: DisputeEntry,
): Promise<void> {
  if (requestId === null) return
  const request = await t
    .selectFrom('request')
    .select('received_on')
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  if (request === undefined) throw new NotFound('这件申请')
  await allowToRead(t, ctx, { agencyId, requestId })
  if (request.received_on !== null && filedOn < request.received_on) {
    const message = '日期不能早于收到申请之日，请核对'
    throw new Invalid(message, { filedOn: message })
  }
}

/** Both instances carry the key of the first; it gets one when its appeal is entered. */
async function caseOf(t: Tx, ctx: Context, agencyId: string, firstId: string): Promise<string> {
  const first = await lockDispute(t, ctx, agencyId, firstId)
  if (first.block === 'review')
    throw new Invalid('行政复议没有二审，请核对', { appealOf: '行政复议没有二审，请核对' })
  if (first.caseId !== undefined) return first.caseId
  await t
    .updateTable('dispute')
    .set({ case_key: firstId })
    .where('agency_id', '=', agencyId)
    .where('dispute_id', '=', firstId)
    .execute()
  return firstId
}
