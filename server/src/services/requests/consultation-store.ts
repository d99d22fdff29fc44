import type { ConsultedParty } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import type { Context } from '../context.ts'

/** 被征求意见的一方, by name and address; sealed like an applicant. */
export type Party = Readonly<{ name: string; contactName: string; phone: string; address: string }>

export type StoredConsultation = Readonly<{
  consultationId: string
  partyKind: ConsultedParty
  party: Party
  /** The information that the party is asked about. */
  subject: string
  opinion: string | null
}>

type Key = Readonly<{ agencyId: string; requestId: string }>

export async function insertConsultation(
  tx: Tx,
  ctx: Context,
  { agencyId, requestId }: Key,
  { consultationId, partyKind, party, subject }: Omit<StoredConsultation, 'opinion'>,
): Promise<void> {
  await tx
    .insertInto('consultation')
    .values({
      agency_id: agencyId,
      request_id: requestId,
      consultation_id: consultationId,
      party_kind: partyKind,
      party_sealed: ctx.seal.seal(JSON.stringify(party)),
      subject,
      created_at: ctx.now,
    })
    .execute()
}

export async function saveOpinion(
  tx: Tx,
  { agencyId, requestId }: Key,
  consultationId: string,
  opinion: string,
): Promise<void> {
  await tx
    .updateTable('consultation')
    .set({ opinion })
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .where('consultation_id', '=', consultationId)
    .execute()
}

export async function readConsultations(
  tx: Tx,
  ctx: Context,
  { agencyId, requestId }: Key,
): Promise<readonly StoredConsultation[]> {
  const rows = await tx
    .selectFrom('consultation')
    .select(['consultation_id', 'party_kind', 'party_sealed', 'subject', 'opinion'])
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .orderBy('created_at')
    .orderBy('consultation_id')
    .execute()
  return rows.map((row) => ({
    consultationId: row.consultation_id,
    partyKind: row.party_kind as ConsultedParty,
    party: JSON.parse(ctx.seal.open(row.party_sealed)) as Party,
    subject: row.subject,
    opinion: row.opinion,
  }))
}
