import { renderPdf } from '@mingfu/documents'
import { nextState } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { type Claim, checkLastFour, lockClaimed } from './claim.ts'
import { deliveredOn } from './delivered-on.ts'
import { letterFile, type OutgoingFile } from './draw-letter.ts'
import { findClaimed, type Paper, papersFor } from './follow-request.ts'
import { CODE_NOT_KEPT } from './issue-receipt.ts'
import { openSealed } from './keep-attachment.ts'
import { letterDocument } from './letter-document.ts'
import { markPickedUp, readLetters } from './letter-store.ts'
import { recordEvent } from './record-event.ts'
import { readRequestFiles } from './request-file-store.ts'
import { insertNote } from './request-notes.ts'
import { readApplicant } from './request-store.ts'

export type FetchPaper = Claim & Readonly<{ paperId: string; lastFour: string }>

/**
 * 网上取件: hands a letter, or what came with the answer, to who knows number, code and the last four of the identity
 * or telephone number. The first time is remembered in the course of the case.
 */
export async function fetchPaper(ctx: Context, input: FetchPaper): Promise<OutgoingFile> {
  allow(ctx.actor, 'file-request')
  const found = await tx(ctx, async (t) => {
    const { request, history } = await findClaimed(t, ctx, input)
    await checkLastFour(t, ctx, request, input.lastFour, '下载')
    const paper = (await papersFor(t, ctx, request, history)).find(({ paperId }) => paperId === input.paperId)
    if (paper === undefined) throw new NotFound('这件文书')
    const first = paper.kind === 'letter' && (await markPickedUp(t, request.agencyId, paper.paperId, ctx.now))
    if (first) await insertNote(t, ctx, request, `申请人在网上取走《${paper.title}》`)
    if (first) await recordNoticeDelivered(t, ctx, input, paper)
    if (paper.kind === 'answer' || paper.code === 'D12') await recordFirstOpened(t, ctx, input)
    await recordAudit(t, ctx, {
      agencyId: request.agencyId,
      action: 'fetch-paper',
      objectKind: 'request',
      objectId: request.requestId,
      detail: { number: request.number, paper: paper.title },
    })
    return { request, paper }
  })
  const { agencyId } = found.request
  if (found.paper.kind === 'letter')
    return letterFile(ctx, { agencyId, letterId: found.paper.paperId }, 'pdf')
  return tx(ctx, async (t) => {
    const file = (await readRequestFiles(t, ctx, found.request)).find(
      ({ fileId }) => fileId === found.paper.paperId,
    )
    const bytes = file === undefined ? undefined : await openSealed(ctx, file.sha256)
    if (file === undefined || bytes === undefined) throw new NotFound('这个文件')
    return { name: file.name, mediaType: file.mediaType, bytes }
  })
}

const NOTICES = { D03: 'correction-notice', D11: 'fee-notice' } as const

/** A notice fetched is a notice that arrived: its day is recorded unless the office knew it before. */
async function recordNoticeDelivered(t: Tx, ctx: Context, claim: Claim, { code }: Paper): Promise<void> {
  const document = code === 'D03' || code === 'D11' ? NOTICES[code] : null
  if (document === null) return
  const locked = await lockClaimed(t, ctx, claim)
  if (deliveredOn(locked.history, document) !== null) return
  if (nextState(locked.fold.state, 'delivered', 0) === null) return
  const event = { kind: 'delivered', document, on: ctx.today } as const
  await recordEvent(t, ctx, locked, event, { office: { proof: '申请人在网上取走' } })
}

/** 首次打开: where the remedies run from the opening of an answer sent online, its day is recorded, once. */
async function recordFirstOpened(t: Tx, ctx: Context, claim: Claim): Promise<void> {
  const locked = await lockClaimed(t, ctx, claim)
  const { state, service } = locked.fold
  if (state !== 'served' || service?.method !== 'electronic' || service.remedyFrom !== null) return
  const event = { kind: 'delivered', document: 'decision', on: ctx.today } as const
  await recordEvent(t, ctx, locked, event, { office: { proof: '申请人在网上首次打开' } })
}

/** 登记回执 with the query code on it, for who has just been shown the code. Rare characters print as 〓, never fail. */
export async function fetchReceipt(ctx: Context, claim: Claim): Promise<OutgoingFile> {
  allow(ctx.actor, 'file-request')
  const { receipt, name } = await tx(ctx, async (t) => {
    const { request } = await findClaimed(t, ctx, claim)
    const letters = await readLetters(t, request.agencyId, request.requestId)
    const applicant = await readApplicant(t, ctx, request)
    return { receipt: letters.find(({ code }) => code === 'D02'), name: applicant.name }
  })
  if (receipt === undefined) throw new NotFound('登记回执：申请确认收到之后才出具回执')
  const paragraphs = receipt.content.paragraphs.map((text) => text.replace(CODE_NOT_KEPT, claim.queryCode))
  const document = letterDocument({ ...receipt.content, paragraphs }, name || '申请人')
  return {
    name: `${receipt.title}.pdf`,
    mediaType: 'application/pdf',
    bytes: await renderPdf(document, { missing: 'mark' }),
  }
}
