import { cite, INTERPRETED_KINDS, interpretationReady, type PlainDate, refuse } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { changeDocument, lockDocument } from './document-store.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'
import { dayOf } from './publishing-gates.ts'

export type PlanInterpretation = OnDocument &
  Readonly<{
    /** By when it will come; `null` when there will be none. */
    plannedOn: PlainDate | null
    /** Why there will be none. */
    exemption: string
  }>

/**
 * 登记解读计划 of a document that is out already, as one released in a hurry is: by which day, or why there will be
 * none. The published text and its digest stay as they are.
 */
export async function planInterpretation(
  ctx: Context,
  input: PlanInterpretation,
): Promise<{ version: number }> {
  allowWithin(ctx, 'publish-document', input.agencyId)
  const { plannedOn } = input
  const exemption = input.exemption.trim() || null
  if ((plannedOn === null) === (exemption === null)) {
    const sentence = '请填写解读的日期，或者写明不解读的理由，二者选一'
    throw new Invalid(sentence, { plannedOn: sentence })
  }
  return tx(ctx, async (t) => {
    const document = await lockDocument(t, input)
    const { agencyId, documentId, content, publishedAt, state } = document
    if (state !== 'published' || publishedAt === null || !INTERPRETED_KINDS.includes(content.kind)) {
      const reason = '只有已经发布的规章、规范性文件、政策文件需要登记解读计划'
      return uphold(refuse('no-interpretation-due', reason, cite('openness-points-2016')))
    }
    const calendar = ctx.calendarOf(agencyId)
    const publishedOn = dayOf(publishedAt)
    uphold(
      interpretationReady(
        { kind: content.kind, publishedOn, interpretations: 0, plannedOn, exemption },
        calendar,
      ),
    )
    const change = { interpretation_planned_on: plannedOn, interpretation_exemption: exemption }
    const facts = { plannedOn, exemption }
    const version = await changeDocument(t, ctx, document, change, { kind: 'interpretation-planned', facts })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'plan-interpretation',
      objectKind: 'document',
      objectId: documentId,
      detail: facts,
    })
    return { version }
  })
}
