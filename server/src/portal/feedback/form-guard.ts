import type { FastifyRequest } from 'fastify'
import { NotFound } from '../../errors.ts'
import type { Agency } from '../../services/agencies/find-agency.ts'
import type { Context } from '../../services/context.ts'
import { recentFeedback } from '../../services/feedback/recent-feedback.ts'
import type { MessageChannel } from '../../services/notifications/messengers.ts'
import { formIssuedAt } from '../apply/form-key.ts'
import { questionOf } from '../apply/question.ts'
import type { Frame } from '../layout.tsx'
import type { Portal } from '../portal.ts'

export const FORM_LIMIT = { rateLimit: { max: 30, timeWindow: '1 minute' } }
/** Messages an hour before a question is asked: an ordinary day stays below. */
const CALM = 20
/** Nobody writes a message faster; a program does. */
const FASTEST_MS = 500

/** The measures of the application form: too much, too fast, or the field that nobody sees leads to a question. */
export async function questionFor(
  ctx: Context,
  { agencyId }: Agency,
  fields: Readonly<Record<string, string>>,
  formKey: string,
) {
  const issuedAt = formIssuedAt(ctx, formKey) ?? ctx.now
  const fast = fields.answer === undefined && ctx.now.getTime() - issuedAt.getTime() < FASTEST_MS
  const trapped = (fields.website ?? '') !== ''
  return fast || trapped || (await recentFeedback(ctx, { agencyId })) >= CALM
    ? questionOf(ctx.seal, formKey)
    : null
}

export async function enter(portal: Portal, request: FastifyRequest) {
  const frame = await portal.frameFor(request)
  const agency = agencyOf(frame)
  return { frame, agency, ctx: portal.contextFor(request, agency.agencyId) }
}

export function agencyOf({ agency }: Frame): Agency {
  if (agency === null) throw new NotFound('这个机关，请从首页进入')
  return agency
}

/** Ways in which this installation can tell of an answer. */
export function waysOf({ messengers }: Context): readonly MessageChannel[] {
  return (['sms', 'mail'] as const).filter((way) => messengers[way] !== null)
}

export function textsOf(given: unknown): Record<string, string> {
  if (typeof given !== 'object' || given === null) return {}
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.trim()]] : [],
    ),
  )
}
