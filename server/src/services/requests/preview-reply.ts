import { documentNumberText, foldRequest, type Letter, yearOf } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { maskApplicant } from './applicant.ts'
import type { DecisionItems } from './draft-decision.ts'
import { readEvents } from './event-store.ts'
import { replyLetter } from './issue-reply.ts'
import { officeContact } from './office-contact.ts'
import { openCase } from './reading/open-case.ts'
import { readRequestSettings } from './request-settings.ts'
import { readApplicant } from './request-store.ts'

export type PreviewReply = Readonly<{ agencyId: string; requestId: string; items: DecisionItems }>

/** 预览答复书: the letter that these facts would make, to stand beside the application; nothing is numbered or kept. */
export async function previewReply(
  ctx: Context,
  { agencyId, requestId, items }: PreviewReply,
): Promise<Letter> {
  allow(ctx.actor, 'read-requests')
  return tx(ctx, async (t) => {
    const request = await openCase(t, ctx, { agencyId, requestId })
    const history = await readEvents(t, agencyId, requestId)
    const settings = await readRequestSettings(t, agencyId)
    const fold = foldRequest(
      history.map(({ event }) => event),
      ctx.calendar,
      settings,
    )
    const agencyOf = await getAgency(t, agencyId)
    const number = documentNumberText({ word: agencyOf.documentWord, year: yearOf(ctx.today), serial: 1 })
    const contact = await officeContact(t, agencyId)
    const frame = { agency: agencyOf.name, agencyOf, number, on: ctx.today, contact }
    const letter = uphold(replyLetter({ request, history, fold, settings }, frame, items))
    const { name } = maskApplicant(await readApplicant(t, ctx, request))
    return { ...letter, number: null, addressee: name }
  })
}
