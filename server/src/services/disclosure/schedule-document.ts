import { cite, type PlainDate, refuse } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { listDocumentEvents } from './document-event-store.ts'
import { changeDocument, digestNow, lockDocument } from './document-store.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'
import { moveDocument, sameContent } from './release.ts'

export type ScheduleDocument = OnDocument & Readonly<{ publishAt: Date }>

/** 定时发布: set for a moment to come; what is signed now is what goes out then, and any change takes it off. */
export async function scheduleDocument(ctx: Context, input: ScheduleDocument): Promise<{ version: number }> {
  allowWithin(ctx, 'publish-document', input.agencyId)
  return tx(ctx, async (t) => {
    const document = await lockDocument(t, input)
    const events = await listDocumentEvents(t, document)
    const digest = await digestNow(t, document)
    const publishOn = dayInChina(input.publishAt)
    const state = moveDocument('schedule', { ctx, document, events, digest, publishOn })
    if (input.publishAt <= ctx.now) {
      uphold(refuse('moment-past', '定时发布的时间应当晚于现在', cite('regulation', 17)))
    }
    uphold(sameContent(digest, document.approvedDigest))
    const facts = { publishAt: input.publishAt.toISOString() }
    const change = { state, publish_at: input.publishAt }
    const version = await changeDocument(t, ctx, document, change, { kind: 'scheduled', facts })
    await recordAudit(t, ctx, {
      agencyId: document.agencyId,
      action: 'schedule-document',
      objectKind: 'document',
      objectId: document.documentId,
      detail: facts,
    })
    return { version }
  })
}

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

function dayInChina(at: Date): PlainDate {
  return DAY.format(at) as PlainDate
}
