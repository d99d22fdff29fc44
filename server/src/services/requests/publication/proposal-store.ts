import { type PlainDate, parsePlainDate } from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'

/** 转主动公开的提议, to be decided by a day. */
export type PublicationProposal = Readonly<{
  proposalId: string
  requestId: string
  number: string
  fileId: string | null
  title: string
  reason: string
  decideBy: PlainDate
  proposedBy: string
  decision: 'publish' | 'not-publish' | null
  opinion: string | null
  decidedBy: string | null
  documentId: string | null
}>

export async function readProposals(
  tx: Tx,
  agencyId: string,
  which: Readonly<{ requestId?: string; proposalId?: string }> = {},
): Promise<readonly PublicationProposal[]> {
  let query = tx
    .selectFrom('publication_proposal')
    .innerJoin('request', (join) =>
      join
        .onRef('request.agency_id', '=', 'publication_proposal.agency_id')
        .onRef('request.request_id', '=', 'publication_proposal.request_id'),
    )
    .select([
      'publication_proposal.proposal_id',
      'publication_proposal.request_id',
      'request.number',
      'publication_proposal.file_id',
      'publication_proposal.title',
      'publication_proposal.reason',
      'publication_proposal.decide_by',
      'publication_proposal.proposed_by',
      'publication_proposal.decision',
      'publication_proposal.opinion',
      'publication_proposal.decided_by',
      'publication_proposal.document_id',
    ])
    .where('publication_proposal.agency_id', '=', agencyId)
    .orderBy('publication_proposal.decide_by')
  if (which.requestId !== undefined)
    query = query.where('publication_proposal.request_id', '=', which.requestId)
  if (which.proposalId !== undefined)
    query = query.where('publication_proposal.proposal_id', '=', which.proposalId)
  const rows = await query.execute()
  return rows.map((row) => ({
    proposalId: row.proposal_id,
    requestId: row.request_id,
    number: row.number,
    fileId: row.file_id,
    title: row.title,
    reason: row.reason,
    decideBy: parsePlainDate(row.decide_by),
    proposedBy: row.proposed_by,
    decision: row.decision as PublicationProposal['decision'],
    opinion: row.opinion,
    decidedBy: row.decided_by,
    documentId: row.document_id,
  }))
}
