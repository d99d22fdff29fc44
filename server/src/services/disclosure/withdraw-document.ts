import type { WithdrawalReason } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import type { Context } from '../context.ts'
import { lockDocument } from './document-store.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'
import { takeDown } from './take-down.ts'

export type WithdrawDocument = OnDocument & Readonly<{ reason: WithdrawalReason; note: string }>

/** 撤回: the content disappears everywhere at once; its address stays and says when and for what class of reason. */
export async function withdrawDocument(ctx: Context, input: WithdrawDocument): Promise<{ version: number }> {
  allowWithin(ctx, 'publish-document', input.agencyId)
  const note = input.note.trim()
  if (note === '') throw new Invalid('请写明撤回的具体原因，供内部备查', { note: '请写明撤回的具体原因' })
  return tx(ctx, async (t) => ({
    version: await takeDown(t, ctx, await lockDocument(t, input), { reason: input.reason, note }),
  }))
}
