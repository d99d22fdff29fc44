import type { Tx } from '../../../db/database.ts'
import type { StoredEvent } from '../event-store.ts'
import { readOfficeRules, type SignOffStep } from '../office-rules/office-rules.ts'
import type { StoredRequest } from '../request-store.ts'
import { readSignOffs, type SignOff } from './sign-off-store.ts'

/** 待会签的稿: the draft on the desk, the steps it still has to pass, and those it has passed. */
export type DraftInHand = Readonly<{
  draftSeq: number
  drafterId: string | null
  signed: readonly SignOff[]
  /** The step whose turn it is; `null` when only the leader is left. */
  next: SignOffStep | null
}>

/** `null` while no decision is drafted. */
export async function readDraftInHand(
  tx: Tx,
  { agencyId, requestId }: Pick<StoredRequest, 'agencyId' | 'requestId'>,
  history: readonly StoredEvent[],
): Promise<DraftInHand | null> {
  const drafted = history.findLast(({ event }) => event.kind === 'decision-drafted')
  if (drafted === undefined) return null
  const signed = await readSignOffs(tx, { agencyId, requestId, draftSeq: drafted.seq })
  const { signOff } = await readOfficeRules(tx, agencyId)
  const next = signOff.find((step) => !signed.some((one) => one.step === step)) ?? null
  return { draftSeq: drafted.seq, drafterId: drafted.actorId, signed, next }
}
