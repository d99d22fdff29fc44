import { account as contract } from '@mingfu/contract'
import { myIdentity } from '../services/agencies/identity-provider/my-identity.ts'
import { unlinkIdentity } from '../services/agencies/identity-provider/unlink-identity.ts'
import { listMySessions } from '../services/agencies/list-my-sessions.ts'
import { confirmSecondFactor } from '../services/agencies/second-factor/confirm-second-factor.ts'
import { enterCode } from '../services/agencies/second-factor/enter-code.ts'
import { mySecondFactor } from '../services/agencies/second-factor/my-second-factor.ts'
import { renewRecoveryCodes } from '../services/agencies/second-factor/renew-recovery-codes.ts'
import { setUpSecondFactor } from '../services/agencies/second-factor/set-up-second-factor.ts'
import { stopSecondFactor } from '../services/agencies/second-factor/stop-second-factor.ts'
import { myContact } from '../services/agencies/staff-contact/my-contact.ts'
import { saveMyContact } from '../services/agencies/staff-contact/save-my-contact.ts'
import { sendTestToMyself } from '../services/notifications/send-test-message.ts'
import { meOf, type SessionCookie } from './agencies.ts'
import type { Api } from './route.ts'

export function accountRoutes(api: Api, cookie: SessionCookie): void {
  api.route(contract.enterCode, async ({ ctx, body, request }) => {
    const token = cookie.read(request)
    await enterCode(ctx, { ...body, token })
    return meOf(ctx, token, request.ip)
  })
  api.route(contract.secondFactor, async ({ ctx }) => {
    const { onSince, ...mine } = await mySecondFactor(ctx)
    return { ...mine, onSince: onSince?.toISOString() ?? null }
  })
  api.route(contract.setUpSecondFactor, async ({ ctx, body }) => setUpSecondFactor(ctx, body))
  api.route(contract.confirmSecondFactor, async ({ ctx, body, request }) => ({
    recoveryCodes: await confirmSecondFactor(ctx, { ...body, token: cookie.read(request) }),
  }))
  api.route(contract.renewRecoveryCodes, async ({ ctx, body }) => ({
    recoveryCodes: await renewRecoveryCodes(ctx, body),
  }))
  api.route(contract.stopSecondFactor, async ({ ctx, body }) => {
    await stopSecondFactor(ctx, body)
    return {}
  })
  api.route(contract.contact, async ({ ctx }) => ({
    ...(await myContact(ctx)),
    configured: { mail: ctx.messengers.mail !== null, sms: ctx.messengers.sms !== null },
  }))
  api.route(contract.saveContact, async ({ ctx, body }) => {
    await saveMyContact(ctx, body)
    return {}
  })
  api.route(contract.testMessage, async ({ ctx, body }) => sendTestToMyself(ctx, body))
  api.route(contract.identity, async ({ ctx }) => {
    const { provider, linkedSince } = await myIdentity(ctx)
    return { provider, linkedSince: linkedSince?.toISOString() ?? null }
  })
  api.route(contract.unlinkIdentity, async ({ ctx }) => {
    await unlinkIdentity(ctx)
    return {}
  })
  api.route(contract.sessions, async ({ ctx, request }) => {
    const sessions = await listMySessions(ctx, { token: cookie.read(request) })
    return sessions.map(({ signedInAt, lastSeenAt, ...session }) => ({
      ...session,
      signedInAt: signedInAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    }))
  })
}
