import { NotFound } from '../../errors.ts'
import { leaveOpinion } from '../../services/feedback/opinion-calls/leave-opinion.ts'
import { findPublicCall, publicCalls } from '../../services/feedback/opinion-calls/public-calls.ts'
import { makeFormKey } from '../apply/form-key.ts'
import { type Portal, sendPersonal } from '../portal.ts'
import { CallPage, CallsPage, callPath, OpinionDonePage, OpinionFormPage } from './consultation-pages.tsx'
import { agencyOf, enter, FORM_LIMIT, takeForm, waysOf } from './form-guard.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** 意见征集: drafts that are put out, a form for comments without JavaScript, and what came of them. */
export function registerConsultations(portal: Portal): void {
  const { server } = portal
  portal.page('/:agency/consultations', {}, async ({ ctx, frame }) => {
    const agency = agencyOf(frame)
    return <CallsPage frame={frame} agency={agency} calls={await publicCalls(ctx, agency)} />
  })

  portal.page('/:agency/consultations/:callId', {}, async ({ ctx, frame, params }) => {
    const agency = agencyOf(frame)
    const callId = callIdOf(params.callId)
    return (
      <CallPage
        frame={frame}
        agency={agency}
        file={await findPublicCall(ctx, { agencyId: agency.agencyId, callId })}
      />
    )
  })

  server.get('/:agency/consultations/:callId/opinion', async (request, reply) => {
    const { ctx, frame, agency } = await enter(portal, request)
    const callId = callIdOf((request.params as { callId: string }).callId)
    const { call } = await findPublicCall(ctx, { agencyId: agency.agencyId, callId })
    if (call.state !== 'open') return reply.redirect(callPath(agency, call))
    return sendPersonal(
      reply,
      <OpinionFormPage
        frame={frame}
        agency={agency}
        call={call}
        formKey={makeFormKey(ctx)}
        fields={{}}
        canNotifyBy={waysOf(ctx)}
      />,
    )
  })

  server.post('/:agency/consultations/:callId/opinion', { config: FORM_LIMIT }, async (request, reply) => {
    const { ctx, frame, agency } = await enter(portal, request)
    const callId = callIdOf((request.params as { callId: string }).callId)
    const { call } = await findPublicCall(ctx, { agencyId: agency.agencyId, callId })
    return takeForm(
      { ctx, agency, body: request.body, reply },
      (shown) => <OpinionFormPage frame={frame} agency={agency} call={call} {...shown} />,
      async ({ fields, formKey, notifyBy }) => {
        const { number } = await leaveOpinion(ctx, {
          agencyId: agency.agencyId,
          callId,
          formKey,
          clause: fields.clause ?? '',
          text: fields.text ?? '',
          name: fields.name ?? '',
          contact: fields.contact ?? '',
          notifyBy,
        })
        return <OpinionDonePage frame={frame} agency={agency} call={call} number={number} />
      },
    )
  })
}

function callIdOf(text: string | undefined): string {
  if (text === undefined || !UUID.test(text)) throw new NotFound('这次征集')
  return text
}
