import { type Letter, type PlainDate, parsePlainDate, type RecordCorrectionResult } from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'
import { NotFound } from '../../../errors.ts'
import type { Context } from '../../context.ts'

/** 要求更正的人: what the letter and a call back need, no more. */
export type Claimant = Readonly<{ name: string; identityNumber: string; phone: string; address: string }>

export type RecordCorrection = Readonly<{
  correctionId: string
  number: string
  kind: 'person' | 'organisation'
  claimant: Claimant
  /** Which record is said to be wrong. */
  record: string
  /** What it should say, and the evidence for it. */
  claim: string
  receivedOn: PlainDate
  /** 办理目标日: no period is fixed by law; 20 working days by the office's own measure. */
  targetOn: PlainDate
  registeredBy: string
  result: RecordCorrectionResult | null
  letter: Letter | null
  documentNumber: string | null
  decidedOn: PlainDate | null
  decidedBy: string | null
  version: number
}>

function query(tx: Tx, agencyId: string) {
  return tx
    .selectFrom('record_correction')
    .select([
      'correction_id',
      'number',
      'applicant_kind',
      'applicant_sealed',
      'record',
      'claim',
      'received_on',
      'target_on',
      'registered_by',
      'result',
      'letter',
      'document_number',
      'decided_on',
      'decided_by',
      'version',
    ])
    .where('agency_id', '=', agencyId)
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirst']>>>

/** Those open first, by the day they should be done. */
export async function readRecordCorrections(
  tx: Tx,
  ctx: Context,
  agencyId: string,
): Promise<readonly RecordCorrection[]> {
  const rows = await query(tx, agencyId)
    .orderBy('decided_on', 'desc')
    .orderBy('target_on')
    .limit(500)
    .execute()
  return rows.map((row) => fromRow(ctx, row))
}

export async function lockRecordCorrection(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  correctionId: string,
): Promise<RecordCorrection> {
  const row = await query(tx, agencyId)
    .where('correction_id', '=', correctionId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('这件更正申请')
  return fromRow(ctx, row)
}

function fromRow(ctx: Context, row: Row): RecordCorrection {
  return {
    correctionId: row.correction_id,
    number: row.number,
    kind: row.applicant_kind as RecordCorrection['kind'],
    claimant: JSON.parse(ctx.seal.open(row.applicant_sealed)) as Claimant,
    record: row.record,
    claim: row.claim,
    receivedOn: parsePlainDate(row.received_on),
    targetOn: parsePlainDate(row.target_on),
    registeredBy: row.registered_by,
    result: row.result as RecordCorrectionResult | null,
    letter: row.letter as Letter | null,
    documentNumber: row.document_number,
    decidedOn: row.decided_on === null ? null : parsePlainDate(row.decided_on),
    decidedBy: row.decided_by,
    version: row.version,
  }
}
