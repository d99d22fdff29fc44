import { renderPdf } from '@mingfu/documents'
import { tx } from '../../db/transaction.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { lastFours, normalisedNumber } from './applicant.ts'
import { letterFile, type OutgoingFile } from './draw-letter.ts'
import { type Claim, findClaimed, papersFor } from './follow-request.ts'
import { CODE_NOT_KEPT } from './issue-receipt.ts'
import { openSealed } from './keep-attachment.ts'
import { letterDocument } from './letter-document.ts'
import { markPickedUp, readLetters } from './letter-store.ts'
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
    const applicant = await readApplicant(t, ctx, request)
    if (!lastFours(applicant).includes(normalisedNumber(input.lastFour))) {
      const message = '后四位与登记的证件号码、联系电话都不相符，请核对后再下载'
      throw new Invalid(message, { lastFour: message })
    }
    const paper = (await papersFor(t, ctx, request, history)).find(({ paperId }) => paperId === input.paperId)
    if (paper === undefined) throw new NotFound('这件文书')
    const first = paper.kind === 'letter' && (await markPickedUp(t, request.agencyId, paper.paperId, ctx.now))
    if (first) await insertNote(t, ctx, request, `申请人在网上取走《${paper.title}》`)
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
