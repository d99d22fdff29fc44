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
  /** 采纳建议后公开的信息, while it is public. */
  published: Readonly<{ documentId: string; title: string }> | null
}>

/** 公开的答复, newest first: only what was chosen and worded for the public. */
export async function publicAnswers(
  ctx: Pick<Context, 'db' | 'scope'>,
  { agencyId, limit = 50 }: Readonly<{ agencyId: string; limit?: number }>,
): Promise<readonly PublicAnswer[]> {
  const rows = await tx(ctx, (t) =>
    t
      .selectFrom('feedback')
      .leftJoin('document', (join) =>
        join
          .onRef('document.agency_id', '=', 'feedback.agency_id')
          .onRef('document.document_id', '=', 'feedback.document_id')
          .on('document.published_at', 'is not', null)
          .on('document.withdrawn_at', 'is', null),
      )
      .select(['feedback.number', 'feedback.kind', 'public_question', 'answer', 'received_on', 'answered_at'])
      .select(['document.document_id', 'document.title'])
      .where('feedback.agency_id', '=', agencyId)
      .where('feedback.state', '=', 'answered')
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
    published: row.document_id === null ? null : { documentId: row.document_id, title: row.title ?? '' },
  }))
}
