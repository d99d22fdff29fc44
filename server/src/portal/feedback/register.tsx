import { FEEDBACK_KINDS } from '@mingfu/law'
import type { FastifyReply } from 'fastify'
import type { InletKind } from '../../services/feedback/feedback.ts'
import { followFeedback } from '../../services/feedback/follow-feedback.ts'
import { leaveFeedback } from '../../services/feedback/leave-feedback.ts'
import { publicAnswers } from '../../services/feedback/public-answers.ts'
import { makeFormKey } from '../apply/form-key.ts'
import { type Portal, sendPersonal } from '../portal.ts'
import { AnswersPage, DonePage, FollowedPage, FormPage } from './feedback-pages.tsx'
import { agencyOf, enter, FORM_LIMIT, takeForm, textsOf, waysOf } from './form-guard.ts'

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
    return takeForm(
      { ctx, agency, body: request.body, reply },
      (shown) => <FormPage frame={frame} agency={agency} {...shown} />,
      async ({ fields, formKey, notifyBy }) => {
        const left = await leaveFeedback(ctx, {
          agencyId: agency.agencyId,
          formKey,
          kind: kindOf(fields.kind),
          title: fields.title ?? '',
          text: fields.text ?? '',
          contact: fields.contact ?? '',
          pagePath: fields.page ?? '',
          notifyBy,
        })
        return <DonePage frame={frame} agency={agency} left={left} />
      },
    )
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
