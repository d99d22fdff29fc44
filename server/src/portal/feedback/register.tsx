import { FEEDBACK_KINDS } from '@mingfu/law'
import type { FastifyReply } from 'fastify'
import { Invalid } from '../../errors.ts'
import type { InletKind } from '../../services/feedback/feedback.ts'
import { followFeedback } from '../../services/feedback/follow-feedback.ts'
import { leaveFeedback } from '../../services/feedback/leave-feedback.ts'
import { publicAnswers } from '../../services/feedback/public-answers.ts'
import { formIssuedAt, makeFormKey } from '../apply/form-key.ts'
import { isAnswered } from '../apply/question.ts'
import { type Portal, sendPersonal } from '../portal.ts'
import { AnswersPage, DonePage, FollowedPage, FormPage } from './feedback-pages.tsx'
import { agencyOf, enter, FORM_LIMIT, questionFor, textsOf, waysOf } from './form-guard.ts'

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

  server.post('/:agency/feedback/new', { config: FORM_LIMIT }, async (request, reply) => {
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

  server.post('/:agency/feedback/status', { config: FORM_LIMIT }, async (request, reply: FastifyReply) => {
    const { ctx, frame, agency } = await enter(portal, request)
    const { number = '', code = '' } = textsOf(request.body)
    const followed = await followFeedback(ctx, { agencyId: agency.agencyId, number, code })
    return sendPersonal(reply, <FollowedPage frame={frame} agency={agency} followed={followed} />)
  })
}

function kindOf(kind: string | undefined): InletKind {
  return kind !== undefined && kind in FEEDBACK_KINDS && kind !== 'consultation'
    ? (kind as InletKind)
    : 'message'
}
