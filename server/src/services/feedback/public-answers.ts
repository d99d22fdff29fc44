import type { PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'
import type { InletKind } from './feedback.ts'

export type PublicAnswer = Readonly<{
  number: string
  kind: InletKind
  question: string
  answer: string
  receivedOn: PlainDate
  answeredAt: Date
}>

/** 公开的答复, newest first: only what was chosen and worded for the public. */
export async function publicAnswers(
  ctx: Pick<Context, 'db' | 'scope'>,
  { agencyId, limit = 50 }: Readonly<{ agencyId: string; limit?: number }>,
): Promise<readonly PublicAnswer[]> {
  const rows = await tx(ctx, (t) =>
    t
      .selectFrom('feedback')
      .select(['number', 'kind', 'public_question', 'answer', 'received_on', 'answered_at'])
      .where('agency_id', '=', agencyId)
      .where('state', '=', 'answered')
      .where('public_question', 'is not', null)
      .orderBy('answered_at', 'desc')
      .limit(limit)
      .execute(),
  )
  return rows.map((row) => ({
    number: row.number,
    kind: row.kind as InletKind,
    question: row.public_question ?? '',
    answer: row.answer ?? '',
    receivedOn: row.received_on as PlainDate,
    answeredAt: row.answered_at as Date,
  }))
}
