import { tx } from '../../../db/transaction.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { insertNote } from '../request-notes.ts'
import { writeCaseColumns } from '../request-store.ts'
import { READ_SCOPES, type ReadScope } from './may-read.ts'
import { openCase } from './open-case.ts'

export type SetReadScope = Readonly<{
  agencyId: string
  requestId: string
  /** `null` follows the office's rule. */
  scope: ReadScope | null
  reason: string
}>

/** 设定知悉范围: who of the organ may read this case; the change stands in its course and in the audit trail. */
export async function setReadScope(ctx: Context, input: SetReadScope): Promise<void> {
  allow(ctx.actor, 'handle-request')
  const { agencyId, scope, reason } = input
  await tx(ctx, async (t) => {
    const request = await openCase(t, ctx, input)
    await writeCaseColumns(t, request, { read_scope: scope })
    const words = scope === null ? '依本机关规定' : READ_SCOPES[scope]
    await insertNote(t, ctx, request, `知悉范围改为${words}（${reason}）`)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'set-read-scope',
      objectKind: 'request',
      objectId: request.requestId,
      detail: { number: request.number, scope, reason },
    })
  })
}
