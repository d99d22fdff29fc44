import { FEEDBACK_KINDS } from '@mingfu/law'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Invalid, NotFound } from '../../errors.ts'
import type { Agency } from '../../services/agencies/find-agency.ts'
import type { Context } from '../../services/context.ts'
import type { InletKind } from '../../services/feedback/feedback.ts'
import { followFeedback } from '../../services/feedback/follow-feedback.ts'
import { leaveFeedback } from '../../services/feedback/leave-feedback.ts'
import { publicAnswers } from '../../services/feedback/public-answers.ts'
import { recentFeedback } from '../../services/feedback/recent-feedback.ts'
import type { MessageChannel } from '../../services/notifications/messengers.ts'
import { formIssuedAt, makeFormKey } from '../apply/form-key.ts'
import { isAnswered, questionOf } from '../apply/question.ts'
import type { Frame } from '../layout.tsx'
import { type Portal, sendPersonal } from '../portal.ts'
import { AnswersPage, DonePage, FollowedPage, FormPage } from './feedback-pages.tsx'

const LIMIT = { rateLimit: { max: 30, timeWindow: '1 minute' } }
/** Messages an hour before a question is asked: an ordinary day stays below. */
const CALM = 20
/** Nobody writes a message faster; a program does. */
const FASTEST_MS = 500

/** 互动交流: questions, errors, suggestions and complaints without JavaScript, and the answers that are public. */
export function registerFeedback(portal: Portal): void {
  const { server } = portal
  portal.page('/:agency/feedback', {}, async ({ ctx, frame }) => {
    const agency = agencyOf(frame)
    return <AnswersPage frame={frame} agency={agency} answers={await publicAnswers(ctx, agency)} />
  })

  server.get('/:agency/feedback/new', async (request, reply) => {
    const { ctx, frame, agency } = await enter(portal, request)
    const { kind = '', page = '' } = textsOf(request.query)
    const fields = { kind: kind in FEEDBACK_KINDS ? kind : 'question', page }
    return sendPersonal(
      reply,
      <FormPage
        frame={frame}
        agency={agency}
        formKey={makeFormKey(ctx)}
        fields={fields}
        canNotifyBy={waysOf(ctx)}
      />,
    )
  })

  server.post('/:agency/feedback/new', { config: LIMIT }, async (request, reply) => {
    const { ctx, frame, agency } = await enter(portal, request)
    const fields = textsOf(request.body)
    const formKey =
      formIssuedAt(ctx, fields.formKey ?? '') === undefined ? makeFormKey(ctx) : (fields.formKey ?? '')
    const again = (faults: Readonly<Record<string, string>>, question?: string) =>
      sendPersonal(
        reply,
        <FormPage
          frame={frame}
          agency={agency}
          formKey={formKey}
          fields={fields}
          faults={faults}
          question={question}
          canNotifyBy={waysOf(ctx)}
        />,
        422,
      )
    const asked = await questionFor(ctx, agency, fields, formKey)
    if (asked !== null && !isAnswered(asked, fields.answer ?? '')) {
      return again({ answer: '请回答验证问题后再提交' }, asked.text)
    }
    try {
      const left = await leaveFeedback(ctx, {
        agencyId: agency.agencyId,
        formKey,
        kind: kindOf(fields.kind),
        title: fields.title ?? '',
        text: fields.text ?? '',
        contact: fields.contact ?? '',
        pagePath: fields.page ?? '',
        notifyBy: waysOf(ctx).find((way) => way === fields.notifyBy) ?? null,
      })
      return sendPersonal(reply, <DonePage frame={frame} agency={agency} left={left} />)
    } catch (error) {
      if (error instanceof Invalid) return again(error.fields ?? { text: error.message }, asked?.text)
      throw error
    }
  })

  server.post('/:agency/feedback/status', { config: LIMIT }, async (request, reply: FastifyReply) => {
    const { ctx, frame, agency } = await enter(portal, request)
    const { number = '', code = '' } = textsOf(request.body)
    const followed = await followFeedback(ctx, { agencyId: agency.agencyId, number, code })
    return sendPersonal(reply, <FollowedPage frame={frame} agency={agency} followed={followed} />)
  })
}

/** Ways in which this installation can tell of an answer. */
export function waysOf({ messengers }: Context): readonly MessageChannel[] {
  return (['sms', 'mail'] as const).filter((way) => messengers[way] !== null)
}

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

async function enter(portal: Portal, request: FastifyRequest) {
  const frame = await portal.frameFor(request)
  const agency = agencyOf(frame)
  return { frame, agency, ctx: portal.contextFor(request, agency.agencyId) }
}

function agencyOf({ agency }: Frame): Agency {
  if (agency === null) throw new NotFound('这个机关，请从首页进入')
  return agency
}

function kindOf(kind: string | undefined): InletKind {
  return kind !== undefined && kind in FEEDBACK_KINDS && kind !== 'consultation'
    ? (kind as InletKind)
    : 'message'
}

function textsOf(given: unknown): Record<string, string> {
  if (typeof given !== 'object' || given === null) return {}
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.trim()]] : [],
    ),
  )
}
