import { tx } from '../../db/transaction.ts'
import { Forbidden } from '../../errors.ts'
import { may } from '../allow.ts'
import type { Context } from '../context.ts'
import { listDocumentEvents } from './document-event-store.ts'
import { changeDocument, lockDocument } from './document-store.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'
import { moveDocument } from './release.ts'

export type ReturnDocument = OnDocument & Readonly<{ reason: string }>

const WHO = ['review-secrecy', 'approve-document', 'publish-document'] as const

/** 退回: back to the drafter, with the reason; review and signature are void. */
export async function returnDocument(ctx: Context, input: ReturnDocument): Promise<{ version: number }> {
  allowWithin(ctx, 'read-documents', input.agencyId)
  if (!WHO.some((permission) => may(ctx.actor, permission))) {
    throw new Forbidden('只有审查人、签发领导和负责发布的人可以退回')
  }
  return tx(ctx, async (t) => {
    const document = await lockDocument(t, input)
    const events = await listDocumentEvents(t, document)
    const reason = input.reason.trim()
    const state = moveDocument('return', { ctx, document, events, digest: document.contentDigest, reason })
    const change = { state, approved_digest: null, publish_at: null }
    return {
      version: await changeDocument(t, ctx, document, change, { kind: 'returned', facts: { reason } }),
    }
  })
}
