import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { type LetterFileType, letterFile, type OutgoingFile } from './draw-letter.ts'
import { getLetter } from './letter-store.ts'
import { allowToRead } from './reading/open-case.ts'

export type OpenLetter = Readonly<{
  agencyId: string
  requestId: string
  letterId: string
  type: LetterFileType
}>

/** 查看文书: a letter names whom it goes to, so it is for who handles requests, and every look is logged. */
export async function openLetter(ctx: Context, input: OpenLetter): Promise<OutgoingFile> {
  allow(ctx.actor, 'read-requests')
  const { agencyId, requestId, letterId, type } = input
  await tx(ctx, async (t) => {
    const letter = await getLetter(t, agencyId, letterId)
    if (letter.requestId !== requestId) throw new NotFound('这件文书')
    // What goes to somebody who was consulted names him.
    const part = letter.recipient === 'consulted-party' ? 'party' : 'content'
    await allowToRead(t, ctx, { agencyId, requestId }, part)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'open-letter',
      objectKind: 'request',
      objectId: requestId,
      detail: { letterId, code: letter.code, type },
    })
  })
  return letterFile(ctx, { agencyId, letterId }, type)
}
