import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { Invalid, NotFound } from '../../errors.ts'
import type { Agency } from '../../services/agencies/find-agency.ts'
import type { Context } from '../../services/context.ts'
import { recentFeedback } from '../../services/feedback/recent-feedback.ts'
import type { MessageChannel } from '../../services/notifications/messengers.ts'
import { formIssuedAt, makeFormKey } from '../apply/form-key.ts'
import { isAnswered, questionOf } from '../apply/question.ts'
import type { Frame } from '../layout.tsx'
import { type Portal, sendPersonal } from '../portal.ts'

export const FORM_LIMIT = { rateLimit: { max: 30, timeWindow: '1 minute' } }
/** Messages an hour before a question is asked: an ordinary day stays below. */
const CALM = 20
/** Nobody writes a message faster; a program does. */
const FASTEST_MS = 500

/** The measures of the application form: too much, too fast, or the field that nobody sees leads to a question. */
async function questionFor(
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

/** What a form shows when it is opened, and again when it lacks something. */
export type ShownForm = Readonly<{
  formKey: string
  fields: Readonly<Record<string, string>>
  faults?: Readonly<Record<string, string>>
  question?: string | undefined
  canNotifyBy: readonly MessageChannel[]
}>

type Given = Readonly<{
  fields: Readonly<Record<string, string>>
  formKey: string
  notifyBy: MessageChannel | null
}>

/**
 * Takes a form that was sent: asks the question where one is due, gives the fields to `accept`, and shows the form again
 * with all that was written where something is missing.
 */
export async function takeForm(
  {
    ctx,
    agency,
    body,
    reply,
  }: Readonly<{ ctx: Context; agency: Agency; body: unknown; reply: FastifyReply }>,
  form: (shown: ShownForm) => VNode,
  accept: (given: Given) => Promise<VNode>,
): Promise<FastifyReply> {
  const fields = textsOf(body)
  const given = fields.formKey ?? ''
  const formKey = formIssuedAt(ctx, given) === undefined ? makeFormKey(ctx) : given
  const canNotifyBy = waysOf(ctx)
  const again = (faults: Readonly<Record<string, string>>, question?: string) =>
    sendPersonal(reply, form({ formKey, fields, faults, question, canNotifyBy }), 422)
  const asked = await questionFor(ctx, agency, fields, formKey)
  if (asked !== null && !isAnswered(asked, fields.answer ?? '')) {
    return again({ answer: '请回答验证问题后再提交' }, asked.text)
  }
  try {
    const notifyBy = canNotifyBy.find((way) => way === fields.notifyBy) ?? null
    return sendPersonal(reply, await accept({ fields, formKey, notifyBy }))
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const beside = Object.keys(error.fields).length > 0
    return again(beside ? error.fields : { text: error.message }, asked?.text)
  }
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
