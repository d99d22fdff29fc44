import type { Updateable } from 'kysely'
import type { Tx } from '../../../db/database.ts'
import type { Database } from '../../../db/rows.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid, NotFound } from '../../../errors.ts'
import { getAgency } from '../../agencies/find-agency.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import { actorName, type Context } from '../../context.ts'
import { attachFile } from '../../disclosure/attach-file.ts'
import type { DocumentContent } from '../../disclosure/document.ts'
import { draftDocument } from '../../disclosure/draft-document.ts'
import { openSealed } from '../keep-attachment.ts'
import { readRequestFiles } from '../request-file-store.ts'
import { insertNote } from '../request-notes.ts'
import { type PublicationProposal, readProposals } from './proposal-store.ts'

export type DecidePublication = Readonly<{
  agencyId: string
  proposalId: string
  decision: 'publish' | 'not-publish'
  opinion: string
}>

/**
 * 决定是否转为主动公开: on yes a draft of the publication is begun with the released file, and goes the way of every
 * publication from there: review, signature, release. Nothing of the applicant goes along. Answers the draft's id.
 */
export async function decidePublication(ctx: Context, input: DecidePublication): Promise<string | null> {
  allow(ctx.actor, 'lead-office')
  const { agencyId, proposalId, decision, opinion } = input
  const { proposal, issuer } = await tx(ctx, async (t) => {
    const [found] = await readProposals(t, agencyId, { proposalId })
    if (found === undefined) throw new NotFound('这项提议')
    const decided = { decision, opinion, decided_by: actorName(ctx.actor), decided_at: ctx.now }
    // Taken before the draft is begun: of two who decide at once, one begins it and the other is told.
    const { numUpdatedRows } = await t
      .updateTable('publication_proposal')
      .set(decided)
      .where('agency_id', '=', agencyId)
      .where('proposal_id', '=', proposalId)
      .where('decision', 'is', null)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) throw new Invalid('这项提议已经有决定，请刷新页面核对')
    return { proposal: found, issuer: (await getAgency(t, agencyId)).name }
  })
  const documentId = decision === 'publish' ? await beginOrGiveBack(ctx, agencyId, proposal, issuer) : null
  await tx(ctx, async (t) => {
    await writeProposal(t, agencyId, proposalId, { document_id: documentId })
    const said = decision === 'publish' ? '决定转为主动公开，已经拟稿' : '决定不转为主动公开'
    await insertNote(t, ctx, { agencyId, requestId: proposal.requestId }, `${said}：${opinion}`)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'decide-publication',
      objectKind: 'request',
      objectId: proposal.requestId,
      detail: { number: proposal.number, decision, documentId },
    })
  })
  return documentId
}

/** A draft that cannot be begun leaves the proposal open, to be decided again. */
async function beginOrGiveBack(
  ctx: Context,
  agencyId: string,
  proposal: PublicationProposal,
  issuer: string,
): Promise<string> {
  try {
    return await begin(ctx, agencyId, proposal, issuer)
  } catch (error) {
    const open = { decision: null, opinion: null, decided_by: null, decided_at: null }
    await tx(ctx, (t) => writeProposal(t, agencyId, proposal.proposalId, open))
    throw error
  }
}

async function writeProposal(
  t: Tx,
  agencyId: string,
  proposalId: string,
  columns: Updateable<Database['publication_proposal']>,
): Promise<void> {
  await t
    .updateTable('publication_proposal')
    .set(columns)
    .where('agency_id', '=', agencyId)
    .where('proposal_id', '=', proposalId)
    .execute()
}

async function begin(
  ctx: Context,
  agencyId: string,
  proposal: PublicationProposal,
  issuer: string,
): Promise<string> {
  const file = await tx(ctx, async (t) => {
    const files = await readRequestFiles(t, ctx, { agencyId, requestId: proposal.requestId })
    const one = files.find(({ fileId }) => fileId === proposal.fileId)
    const bytes = one === undefined ? undefined : await openSealed(ctx, one.sha256)
    return bytes === undefined ? undefined : new Uint8Array(bytes)
  })
  const content: DocumentContent = {
    kind: 'announcement',
    nodeId: null,
    title: proposal.title,
    documentNumber: null,
    genre: null,
    issuer,
    topicCategory: null,
    legalItem: 'A20_15',
    keyAreas: [],
    keywords: [],
    summary: '',
    source: '依申请公开转为主动公开',
    registrationNumber: null,
    writtenOn: ctx.today,
    effectiveOn: null,
    expiresOn: null,
    attribute: 'proactive',
    attributeReason: null,
    exemption: null,
    earlyEffectReason: null,
    legalBasis: '《中华人民共和国政府信息公开条例》第四十四条',
    unpublishOn: null,
    correctionNote: null,
    origin: 'made',
    originOrgan: null,
    coIssuers: [],
    form: {},
    html: `<p>${proposal.title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
  }
  const { documentId, version } = await draftDocument(ctx, { agencyId, content })
  if (file !== undefined) {
    const name = `${proposal.title.replaceAll(/[\\/:*?"<>|]/g, '')}.pdf`
    await attachFile(ctx, { agencyId, documentId, version, title: proposal.title, name, bytes: file })
  }
  return documentId
}
