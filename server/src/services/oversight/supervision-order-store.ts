import {
  moveRectification,
  type PlainDate,
  parsePlainDate,
  type RectificationAct,
  type RectificationState,
} from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { Invalid, NotFound } from '../../errors.ts'

export type OrderGround =
  | 'overdue'
  | 'differing-answers'
  | 'failure-to-disclose'
  | 'complaint'
  | 'annual-report'
  | 'inspection'
  | 'other'

/** 督办单 as its row has it. */
export type StoredOrder = Readonly<{
  agencyId: string
  orderId: string
  toAgencyId: string
  fromName: string
  toName: string
  number: string
  ground: OrderGround
  subject: string
  demand: string
  requestNumber: string | null
  issuedOn: PlainDate
  replyBy: PlainDate
  issuedName: string
  reply: string | null
  repliedOn: PlainDate | null
  repliedName: string | null
  settledOn: PlainDate | null
  settlement: 'accepted' | 'returned' | null
  remark: string | null
  version: number
}>

/** 整改状态 of an order; one that was sent back waits for another reply, though the first still stands. */
function rectificationOf({ repliedOn, settlement }: StoredOrder): RectificationState {
  if (settlement === 'accepted') return 'verified'
  return repliedOn === null || settlement === 'returned' ? 'ordered' : 'replied'
}

/** Refuses a step that the order is not ready for, or that lacks its words; `null` for an order not yet issued. */
export function requireStep(
  order: StoredOrder | null,
  act: RectificationAct,
  field: string,
  words: string,
): void {
  const ruling = moveRectification(order === null ? 'found' : rectificationOf(order), act, words)
  if (ruling.granted) return
  const { code, reason } = ruling.refusal
  throw new Invalid(reason, code === 'words-missing' ? { [field]: reason } : {})
}

/** Orders that an agency issued or got, newest first. */
export async function readOrders(tx: Tx, agencyId: string): Promise<readonly StoredOrder[]> {
  const rows = await query(tx)
    .where(({ or, eb }) => or([eb('o.agency_id', '=', agencyId), eb('o.to_agency_id', '=', agencyId)]))
    .orderBy('o.issued_on', 'desc')
    .orderBy('o.order_id', 'desc')
    .execute()
  return rows.map(orderOf)
}

/** The order with its row locked, for one of its two sides. */
export async function lockOrder(
  tx: Tx,
  side: 'agency_id' | 'to_agency_id',
  agencyId: string,
  orderId: string,
): Promise<StoredOrder> {
  await tx
    .selectFrom('supervision_order')
    .select('order_id')
    .where('order_id', '=', orderId)
    .where(side, '=', agencyId)
    .forUpdate()
    .execute()
  const row = await query(tx)
    .where('o.order_id', '=', orderId)
    .where(`o.${side}`, '=', agencyId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('这件督办')
  return orderOf(row)
}

function query(tx: Tx) {
  return tx
    .selectFrom('supervision_order as o')
    .innerJoin('agency as f', 'f.agency_id', 'o.agency_id')
    .innerJoin('agency as g', 'g.agency_id', 'o.to_agency_id')
    .selectAll('o')
    .select(['f.short_name as from_name', 'g.short_name as to_name'])
}

type Row = Awaited<ReturnType<ReturnType<typeof query>['execute']>>[number]

function orderOf(row: Row): StoredOrder {
  return {
    agencyId: row.agency_id,
    orderId: row.order_id,
    toAgencyId: row.to_agency_id,
    fromName: row.from_name,
    toName: row.to_name,
    number: row.number,
    ground: row.ground as OrderGround,
    subject: row.subject,
    demand: row.demand,
    requestNumber: row.request_number,
    issuedOn: parsePlainDate(row.issued_on),
    replyBy: parsePlainDate(row.reply_by),
    issuedName: row.issued_name,
    reply: row.reply,
    repliedOn: row.replied_on === null ? null : parsePlainDate(row.replied_on),
    repliedName: row.replied_name,
    settledOn: row.settled_on === null ? null : parsePlainDate(row.settled_on),
    settlement: row.settlement as StoredOrder['settlement'],
    remark: row.remark,
    version: row.version,
  }
}
