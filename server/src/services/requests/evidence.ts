import type {
  ActFacts,
  Evidence,
  EvidenceKind,
  RequestEvent,
  RequestEventKind,
  SearchRecord,
} from '@mingfu/law'
import type { Tx } from '../../db/database.ts'

/** 在卷材料, as the file page shows it. */
export type StoredEvidence = Readonly<{
  evidenceId: string
  kind: EvidenceKind
  facts: Readonly<Record<string, unknown>>
  recordedAt: Date
  recordedBy: string | null
}>

/** 审查意见: only the first two let anything leave the house. */
export const SECRECY_OPINIONS = {
  disclose: '可以公开',
  'disclose-after-separation': '作区分处理后公开',
  withhold: '不予公开',
  refer: '提请有关主管部门或者保密行政管理部门确定',
} as const

export type SecrecyOpinion = keyof typeof SECRECY_OPINIONS

type Key = Readonly<{ agencyId: string; requestId: string }>

export async function readEvidence(tx: Tx, { agencyId, requestId }: Key): Promise<readonly StoredEvidence[]> {
  const rows = await tx
    .selectFrom('request_evidence')
    .select(['evidence_id', 'kind', 'facts', 'recorded_at', 'recorded_by'])
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .orderBy('recorded_at')
    .orderBy('evidence_id')
    .execute()
  return rows.map((row) => ({
    evidenceId: row.evidence_id,
    kind: row.kind as EvidenceKind,
    facts: row.facts as StoredEvidence['facts'],
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  }))
}

/** What is on file for a decision: what was recorded, and what the course of the case proves by itself. */
export async function fileEvidence(tx: Tx, key: Key, events: readonly RequestEvent[]): Promise<Evidence> {
  const recorded = await readEvidence(tx, key)
  const searches = recorded
    .filter(({ kind }) => kind === 'search-record')
    .map(({ facts }) => facts as unknown as SearchRecord)
  const kinds = new Set<EvidenceKind>([...recorded.map(({ kind }) => kind), ...provenBy(events)])
  if (!mayBeReleased(recorded)) kinds.delete('secrecy-review')
  return { onFile: [...kinds], searches }
}

/** The notice that told a third party of a release against its wish; the latest holds. */
export async function readOverrideNotice(tx: Tx, key: Key): Promise<ActFacts['overrideNotice']> {
  const told = (await readEvidence(tx, key)).findLast(({ facts }) => facts.override !== undefined)
  return told?.facts.override as ActFacts['overrideNotice']
}

/** The latest review decides: one that says no, or not yet, is no review that lets something out. */
function mayBeReleased(recorded: readonly StoredEvidence[]): boolean {
  const opinion = recorded.findLast(({ kind }) => kind === 'secrecy-review')?.facts.opinion
  return opinion === 'disclose' || opinion === 'disclose-after-separation'
}

/** Evidence that the events themselves are: a notice sent and signed for, an answer that came, a period that ended. */
export function provenBy(events: readonly RequestEvent[]): readonly EvidenceKind[] {
  const happened = (...kinds: readonly RequestEventKind[]) => events.some(({ kind }) => kinds.includes(kind))
  const delivered = (document: 'correction-notice' | 'fee-notice') =>
    events.some((event) => event.kind === 'delivered' && event.document === document) ||
    events.some(
      (event) =>
        event.kind === (document === 'fee-notice' ? 'fee-noticed' : 'correction-requested') &&
        event.deliveredOn !== undefined,
    )
  const askedThirdParty = new Set(
    events.flatMap((event) =>
      event.kind === 'consultation-opened' && event.with === 'third-party' ? [event.consultation] : [],
    ),
  )
  const ofThirdParty = (...kinds: readonly RequestEventKind[]) =>
    events.some(
      (event) =>
        kinds.includes(event.kind) && 'consultation' in event && askedThirdParty.has(event.consultation),
    )
  const proven: Partial<Record<EvidenceKind, boolean>> = {
    'third-party-letter': askedThirdParty.size > 0,
    'third-party-receipt': ofThirdParty('consultation-delivered', 'consultation-answered'),
    'third-party-answer': ofThirdParty('consultation-answered', 'consultation-lapsed'),
    'correction-notice': happened('correction-received') || delivered('correction-notice'),
    'correction-answer': happened('correction-received'),
    'reasons-notice': happened('reasons-asked'),
    'reasons-answer': happened('reasons-given', 'reasons-lapsed'),
    'fee-notice': delivered('fee-notice'),
  }
  return (Object.keys(proven) as EvidenceKind[]).filter((kind) => proven[kind])
}
