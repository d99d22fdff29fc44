import { type PlainDate, plainDateText } from '@mingfu/law'
import { tx } from '../../../db/transaction.ts'
import { Invalid, Stale } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import { contentChanged } from '../../content-version.ts'
import type { Context } from '../../context.ts'
import { allowFor } from '../feedback.ts'
import { publishedFor } from '../follow-feedback.ts'
import { changeCall, lockCall, type OnCall } from './opinion-call.ts'

export type ChangeCall = OnCall &
  Readonly<
    | { act: 'extend'; closesOn: PlainDate }
    | { act: 'cancel'; reason: string }
    | { act: 'link-final'; documentId: string }
  >

/** 延长、终止征集，关联后来公布的文件: a period is only ever made longer. */
export async function changeOpinionCall(ctx: Context, input: ChangeCall): Promise<{ version: number }> {
  allowFor(ctx, 'publish-document', input.agencyId)
  const { agencyId, callId } = input
  return tx(ctx, async (t) => {
    const call = await lockCall(t, input, ctx.today)
    const version = await changeCall(t, agencyId, call, await changeOf())
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, {
      agencyId,
      action: `${input.act}-opinion-call`,
      objectKind: 'opinion-call',
      objectId: callId,
    })
    return { version }

    async function changeOf() {
      switch (input.act) {
        case 'extend': {
          if (call.state !== 'coming' && call.state !== 'open') throw new Stale('这次征集')
          if (input.closesOn <= call.closesOn) {
            throw refused('closesOn', `延长后的截止日期应当晚于${plainDateText(call.closesOn)}`)
          }
          return { closes_on: input.closesOn }
        }
        case 'cancel': {
          if (call.state === 'cancelled' || call.state === 'concluded') throw new Stale('这次征集')
          const reason = input.reason.trim()
          if (reason === '') throw refused('reason', '请写明终止征集的理由，理由会公布')
          return { cancelled_on: ctx.today, cancelled_for: reason }
        }
        case 'link-final': {
          if ((await publishedFor(t, agencyId, input.documentId)) === null) {
            throw refused('documentId', '请选择已经发布的文件')
          }
          if (input.documentId === call.documentId) {
            throw refused('documentId', '这是征求意见稿，请选择后来公布的文件')
          }
          return { final_document_id: input.documentId }
        }
      }
    }
  })
}

function refused(field: string, sentence: string): Invalid {
  return new Invalid(sentence, { [field]: sentence })
}
