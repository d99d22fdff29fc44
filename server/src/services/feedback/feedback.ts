import type { FeedbackKind, PlainDate } from '@mingfu/law'
import type { Selectable } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { FeedbackTable } from '../../db/rows.ts'
import { Forbidden, NotFound, Stale } from '../../errors.ts'
import { allow, type Permission } from '../allow.ts'
import type { Context } from '../context.ts'
import type { MessageChannel } from '../notifications/messengers.ts'

/** What somebody may leave; 征集 has a form of its own. */
export type InletKind = Exclude<FeedbackKind, 'consultation'>

export type Feedback = Readonly<{
  feedbackId: string
  number: string
  kind: InletKind
  title: string
  text: string
  contact: string
  pagePath: string
  /** Where it came in; with the number that the sender has of it there. */
  origin: FeedbackOrigin
  originNumber: string | null
  /** Whether the sender wants to be told of the answer, and how. */
  notifyBy: MessageChannel | null
  receivedAt: Date
  receivedOn: PlainDate
  /** Null where the law says 及时 and no number. */
  dueOn: PlainDate | null
  state: 'open' | 'drafted' | 'answered'
  answer: string | null
  publicQuestion: string | null
  draftedBy: string | null
  draftedById: string | null
  returnedFor: string | null
  reviewedBy: string | null
  answeredAt: Date | null
  /** 无效留言: why it needs no answer. */
  setAsideFor: string | null
  /** 采纳建议后公开的信息. */
  documentId: string | null
  orderId: string | null
  activityId: string | null
  forwardedTo: string | null
  forwardedOn: PlainDate | null
  version: number
}>

export const FEEDBACK_ORIGINS = {
  portal: '本站',
  'national-platform': '找错平台',
  forwarded: '其他机关转送',
} as const satisfies Record<string, string>

export type FeedbackOrigin = keyof typeof FEEDBACK_ORIGINS

/** Permission, and only for the agency one works for. */
export function allowFor(ctx: Context, permission: Permission, agencyId: string): void {
  allow(ctx.actor, permission)
  if (ctx.actor.kind === 'staff' && ctx.actor.agencyId !== agencyId) {
    throw new Forbidden('只能办理本机关的公众互动')
  }
}

export type OnFeedback = Readonly<{ agencyId: string; feedbackId: string; version: number }>

export async function lockFeedback(t: Tx, ctx: Context, what: OnFeedback): Promise<Feedback> {
  const row = await t
    .selectFrom('feedback')
    .selectAll()
    .where('agency_id', '=', what.agencyId)
    .where('feedback_id', '=', what.feedbackId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('这条留言')
  if (row.version !== what.version) throw new Stale('这条留言')
  return feedbackOf(ctx, row)
}

export function feedbackOf({ seal }: Pick<Context, 'seal'>, row: Selectable<FeedbackTable>): Feedback {
  return {
    feedbackId: row.feedback_id,
    number: row.number,
    kind: row.kind as InletKind,
    title: row.title,
    text: seal.open(row.text_sealed),
    contact: row.contact_sealed === null ? '' : seal.open(row.contact_sealed),
    pagePath: row.page_path,
    receivedAt: row.received_at,
    receivedOn: row.received_on as PlainDate,
    dueOn: row.due_on as PlainDate | null,
    state: row.state as Feedback['state'],
    answer: row.answer,
    publicQuestion: row.public_question,
    draftedBy: row.drafted_by,
    draftedById: row.drafted_by_id,
    returnedFor: row.returned_for,
    reviewedBy: row.reviewed_by,
    answeredAt: row.answered_at,
    origin: row.origin as FeedbackOrigin,
    originNumber: row.origin_number,
    notifyBy: row.notify_by as MessageChannel | null,
    setAsideFor: row.set_aside_reason,
    documentId: row.document_id,
    orderId: row.order_id,
    activityId: row.activity_id,
    forwardedTo: row.forwarded_to,
    forwardedOn: row.forwarded_on as PlainDate | null,
    version: row.version,
  }
}
