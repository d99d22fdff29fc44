import { type EvidenceKind, isComplete, isPlainDate, type SearchRecord } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import { actorId, type Context } from '../context.ts'
import type { SecrecyOpinion } from './evidence.ts'
import type { KeptFile } from './keep-attachment.ts'
import { openCase } from './reading/open-case.ts'
import { insertRequestFile } from './request-file-store.ts'

export type RecordEvidence = Readonly<{
  agencyId: string
  requestId: string
  evidence:
    | Readonly<{ kind: 'search-record'; search: SearchRecord; hits: string }>
    | Readonly<{ kind: 'secrecy-review'; opinion: SecrecyOpinion; text: string }>
    | Readonly<{ kind: Exclude<EvidenceKind, 'search-record' | 'secrecy-review'>; text: string }>
  attachments: readonly KeptFile[]
}>

/**
 * 登记在卷材料: a search, a review before release, an opinion. Only added: an error is put right by another record.
 * Answers its id.
 */
export async function recordEvidence(ctx: Context, input: RecordEvidence): Promise<string> {
  const { evidence } = input
  allow(ctx.actor, evidence.kind === 'secrecy-review' ? 'review-decision' : 'handle-request')
  if (evidence.kind === 'search-record') checkSearch(ctx, evidence.search)
  else if (evidence.text.trim() === '') throw new Invalid('请写明内容', { text: '请写明内容' })
  return tx(ctx, async (t) => {
    const { number } = await openCase(t, ctx, { agencyId: input.agencyId, requestId: input.requestId })
    const fileIds: string[] = []
    for (const file of input.attachments) {
      fileIds.push(await insertRequestFile(t, ctx, input, { ...file, purpose: 'evidence' }))
    }
    const evidenceId = await insertEvidence(t, ctx, input, evidence.kind, { ...factsOf(evidence), fileIds })
    await recordAudit(t, ctx, {
      agencyId: input.agencyId,
      action: 'record-evidence',
      objectKind: 'request',
      objectId: input.requestId,
      detail: { number, kind: evidence.kind },
    })
    return evidenceId
  })
}

/** Puts one piece on file, for verbs that leave evidence behind by what they do. Answers its id. */
export async function insertEvidence(
  t: Tx,
  ctx: Context,
  { agencyId, requestId }: Readonly<{ agencyId: string; requestId: string }>,
  kind: EvidenceKind,
  facts: Readonly<Record<string, unknown>>,
): Promise<string> {
  const evidenceId = newId()
  await t
    .insertInto('request_evidence')
    .values({
      agency_id: agencyId,
      request_id: requestId,
      evidence_id: evidenceId,
      kind,
      facts: JSON.stringify(facts),
      recorded_at: ctx.now,
      recorded_by: actorId(ctx.actor),
    })
    .execute()
  return evidenceId
}

function checkSearch(ctx: Context, search: SearchRecord): void {
  if (!isPlainDate(search.searchedOn) || search.searchedOn > ctx.today) {
    throw new Invalid('检索日期不能晚于今天，请核对', { searchedOn: '检索日期不能晚于今天，请核对' })
  }
  if (!isComplete(search)) {
    throw new Invalid('检索记录应当写明检索的系统、用词、时段和检索人，请补充后再登记')
  }
}

function factsOf(evidence: RecordEvidence['evidence']): Readonly<Record<string, unknown>> {
  if (evidence.kind === 'search-record') return { ...evidence.search, hits: evidence.hits }
  if (evidence.kind === 'secrecy-review') return { opinion: evidence.opinion, text: evidence.text }
  return { text: evidence.text }
}
