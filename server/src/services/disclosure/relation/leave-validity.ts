import { type PlainDate, type ValidityState, validityLeft } from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'
import { enqueue } from '../../../db/enqueue.ts'
import { contentChanged } from '../../content-version.ts'
import type { Context } from '../../context.ts'
import { changeDocument, type StoredDocument } from '../document-store.ts'
import { statementOf, validityMarks } from './validity-marks.ts'

/** `restore`: what held without the statement of `fromId` holds again. `keep`: it stays as marked, on another basis. */
export type ValidityOutcome = 'restore' | 'keep'

type Left = Readonly<{ outcome: ValidityOutcome; fromId: string; basis: string }>

/** 核定有效性 of the older document once the statement of a newer one no longer carries it. Answers the new version. */
export async function leaveValidity(
  t: Tx,
  ctx: Context,
  older: StoredDocument,
  { outcome, fromId, basis }: Left,
): Promise<Readonly<{ version: number; validity: ValidityState }>> {
  const { agencyId, documentId, validity: before } = older
  if (outcome === 'keep') {
    const facts = { validity: before, by: basis, fromId }
    const version = await changeDocument(t, ctx, older, {}, { kind: 'validity-kept', facts })
    await contentChanged(t, agencyId)
    return { version, validity: before }
  }
  const { validity, on } = validityLeft(await validityMarks(t, older), new Set([statementOf(fromId, before)]))
  const facts = { validity, on: on satisfies PlainDate | null, by: basis, restoredFrom: before }
  const change = { validity, validity_changed_on: on }
  const version = await changeDocument(t, ctx, older, change, { kind: 'validity-changed', facts })
  await contentChanged(t, agencyId)
  await enqueue(t, 'index-document', { agencyId, documentId })
  return { version, validity }
}
