import { judgeOpinionPeriod, type OpinionSubject, type PlainDate } from '@mingfu/law'
import { nextNumber } from '../../../db/counter.ts'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import { contentChanged } from '../../content-version.ts'
import { actorName, type Context } from '../../context.ts'
import { uphold } from '../../uphold.ts'
import { allowFor } from '../feedback.ts'
import { publishedFor } from '../follow-feedback.ts'
import { requireCleanTexts } from '../require-clean.ts'

export type OpenCall = Readonly<{
  agencyId: string
  /** 征求意见稿: released like everything else, with its reviews and its signature. */
  documentId: string
  subject: OpinionSubject
  title: string
  explanation: string
  otherWays: string
  opensOn: PlainDate
  closesOn: PlainDate
  shortReason: string
}>

/** 发起征集: over a draft that is published, for as long as the norm asks or with the reason why not. */
export async function openCall(ctx: Context, input: OpenCall): Promise<{ callId: string; number: string }> {
  const { agencyId, documentId, subject, opensOn, closesOn } = input
  allowFor(ctx, 'publish-document', agencyId)
  const { isShort } = uphold(judgeOpinionPeriod(input, ctx.today, ctx.calendar))
  const [title, explanation] = [input.title.trim(), input.explanation.trim()]
  return tx(ctx, async (t) => {
    const draft = await publishedFor(t, agencyId, documentId)
    if (draft === null) {
      const sentence = '请选择已经发布的征求意见稿；征求意见稿先按发布程序审查、签发、发布'
      throw new Invalid(sentence, { documentId: sentence })
    }
    // The draft is named by what stands in its own title, and is public with it.
    const named = [...draft.title.matchAll(/《([^》]+)》/g)].map(([, name = '']) => name)
    const said = [
      { where: '标题', field: 'title', text: title },
      { where: '说明', field: 'explanation', text: explanation },
    ]
    await requireCleanTexts(t, ctx, agencyId, said, [draft.title, ...named])
    const year = Number(ctx.today.slice(0, 4))
    const number = `征集〔${year}〕${await nextNumber(t, agencyId, year, 'opinion-call')}号`
    const callId = newId()
    await t
      .insertInto('opinion_call')
      .values({
        agency_id: agencyId,
        call_id: callId,
        number,
        document_id: documentId,
        subject,
        title,
        explanation,
        other_ways: input.otherWays.trim(),
        opens_on: opensOn,
        closes_on: closesOn,
        short_reason: isShort ? input.shortReason.trim() : null,
        created_at: ctx.now,
        created_by: actorName(ctx.actor),
      })
      .execute()
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'open-opinion-call',
      objectKind: 'opinion-call',
      objectId: callId,
      detail: { number, documentId },
    })
    return { callId, number }
  })
}
