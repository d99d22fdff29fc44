import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { type Filed, openRequest } from '../open-request.ts'
import { lockForDecision, type OnRequest, saveFold } from '../record-event.ts'
import { insertNote } from '../request-notes.ts'
import { readApplicant } from '../request-store.ts'
import { insertLink } from './link-store.ts'

export type SplitRequest = OnRequest & Readonly<{ parts: readonly string[]; reason: string }>

const RECEIPT = new Set(['submitted', 'arrived', 'received', 'confirmed'])

/**
 * 一事一申请: opens a case for each further matter of an application, received on the same day, of the same applicant.
 * The application itself stays as it was written; fee and report count by the same split. Answers the new cases with
 * their query codes, which are shown this once.
 */
export async function splitRequest(ctx: Context, input: SplitRequest): Promise<readonly Filed[]> {
  allow(ctx.actor, 'handle-request')
  const { parts, reason } = input
  return tx(ctx, async (t) => {
    const { request, history, fold } = await lockForDecision(t, ctx, input)
    if (fold.state !== 'registered' && fold.state !== 'under-review')
      throw new Invalid('只有登记后、作出决定前的申请可以拆分')
    const applicant = await readApplicant(t, ctx, request)
    const events = history.map(({ event }) => event).filter(({ kind }) => RECEIPT.has(kind))
    const made: Filed[] = []
    for (const description of parts) {
      const filed = await openRequest(t, ctx, {
        application: {
          agencyId: request.agencyId,
          filingKey: newId(),
          applicant,
          wish: {
            description,
            infoTitle: '',
            infoDocumentNumber: '',
            infoIndexNumber: '',
            wantedMedium: request.wantedMedium,
            wantedDelivery: request.wantedDelivery,
          },
          purpose: request.purpose,
          acceptsOtherForm: request.acceptsOtherForm,
          attachments: [],
        },
        channel: request.channel,
        events,
        applicantClass: request.applicantClass,
        office: { splitFrom: request.number },
      })
      const child = { agencyId: request.agencyId, requestId: filed.requestId }
      await insertLink(t, ctx, child, { otherId: request.requestId, kind: 'split-from', note: reason })
      await insertNote(t, ctx, child, `由${request.number}拆分：${reason}`)
      made.push(filed)
    }
    await insertNote(t, ctx, request, `拆分出${made.map(({ number }) => number).join('、')}：${reason}`)
    await saveFold(t, request, fold)
    await recordAudit(t, ctx, {
      agencyId: request.agencyId,
      action: 'split-request',
      objectKind: 'request',
      objectId: request.requestId,
      detail: { number: request.number, into: made.map(({ number }) => number) },
    })
    return made
  })
}
