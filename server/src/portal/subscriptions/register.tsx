import type { FastifyRequest } from 'fastify'
import { Invalid } from '../../errors.ts'
import type { Context } from '../../services/context.ts'
import { confirmSubscription, endSubscription } from '../../services/subscriptions/answer-subscription.ts'
import { canSubscribe, recentSubscriptions, subscribe } from '../../services/subscriptions/subscribe.ts'
import { topicOf } from '../../services/subscriptions/subscription.ts'
import { formIssuedAt, makeFormKey } from '../apply/form-key.ts'
import { isAnswered, questionOf } from '../apply/question.ts'
import { agencyOf } from '../disclosure/visited-agency.ts'
import { type Portal, sendPersonal } from '../portal.ts'
import { AnsweredPage, AnswerPage, AskedPage, FormPage } from './subscription-pages.tsx'

const LIMIT = { rateLimit: { max: 20, timeWindow: '1 minute' } }
/** Subscriptions an hour before a question is asked: an ordinary day stays below. */
const CALM = 20
/** Nobody fills in a form faster; a program does. */
const FASTEST_MS = 500

/** 邮件订阅: a search or what an organ publishes, by mail, confirmed by mail, given up by a link. */
export function registerSubscriptions(portal: Portal): void {
  const { server } = portal

  server.get('/:agency/subscribe', async (request, reply) => {
    const { ctx, frame, agency } = await enter(portal, request)
    const topic = topicOf(textsOf(request.query))
    const open = canSubscribe(ctx, agency, frame.site.agencies)
    return sendPersonal(
      reply,
      <FormPage {...{ frame, agency, topic, open }} formKey={makeFormKey(ctx)} fields={{}} />,
    )
  })

  server.post('/:agency/subscribe', { config: LIMIT }, async (request, reply) => {
    const { ctx, frame, agency } = await enter(portal, request)
    const fields = textsOf(request.body)
    const topic = topicOf(fields)
    const { formKey: given = '', answer = '', address = '', frequency = '' } = fields
    const formKey = formIssuedAt(ctx, given) === undefined ? makeFormKey(ctx) : given
    const asked = await questionFor(ctx, agency.agencyId, fields, formKey)
    const again = (faults: Readonly<Record<string, string>>) =>
      sendPersonal(
        reply,
        <FormPage {...{ frame, agency, topic, formKey, fields, faults, question: asked?.text }} open />,
        422,
      )
    if (asked !== null && !isAnswered(asked, answer)) return again({ answer: '请回答验证问题后再提交' })
    try {
      await subscribe(ctx, { agencyId: agency.agencyId, topic, address, frequency })
      return sendPersonal(reply, <AskedPage frame={frame} agency={agency} />)
    } catch (error) {
      if (error instanceof Invalid) return again(error.fields ?? { address: error.message })
      throw error
    }
  })

  for (const act of ['confirm', 'end'] as const) {
    server.get(`/:agency/subscribe/${act}`, async (request, reply) => {
      const { frame, agency } = await enter(portal, request)
      const { id = '', key = '' } = textsOf(request.query)
      return sendPersonal(reply, <AnswerPage {...{ frame, agency, act, id }} secret={key} />)
    })
    server.post(`/:agency/subscribe/${act}`, { config: LIMIT }, async (request, reply) => {
      const { ctx, frame, agency } = await enter(portal, request)
      // The button of a mail program posts to the link itself, so that both stand in the address.
      const { id = '', key = '' } = { ...textsOf(request.query), ...textsOf(request.body) }
      const which = { agencyId: agency.agencyId, subscriptionId: id, key }
      const what = act === 'confirm' ? await confirmSubscription(ctx, which) : null
      if (act === 'end') await endSubscription(ctx, which)
      return sendPersonal(reply, <AnsweredPage {...{ frame, agency, what }} />)
    })
  }
}

/** The measures of the other forms: too much, too fast, or the field that nobody sees leads to a question. */
async function questionFor(
  ctx: Context,
  agencyId: string,
  fields: Readonly<Record<string, string>>,
  formKey: string,
) {
  const issuedAt = formIssuedAt(ctx, formKey) ?? ctx.now
  const fast = fields.answer === undefined && ctx.now.getTime() - issuedAt.getTime() < FASTEST_MS
  const trapped = (fields.website ?? '') !== ''
  return fast || trapped || (await recentSubscriptions(ctx, agencyId)) >= CALM
    ? questionOf(ctx.seal, formKey)
    : null
}

async function enter(portal: Portal, request: FastifyRequest) {
  const frame = await portal.frameFor(request)
  const agency = agencyOf(frame)
  return { frame, agency, ctx: portal.contextFor(request, agency.agencyId) }
}

function textsOf(given: unknown): Record<string, string> {
  if (typeof given !== 'object' || given === null) return {}
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.trim()]] : [],
    ),
  )
}
