import { agencies as contract, type Me } from '@mingfu/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Forbidden, NotSignedIn } from '../errors.ts'
import { assignRoles } from '../services/agencies/assign-roles.ts'
import { changePassword } from '../services/agencies/change-password.ts'
import { closeDepartment } from '../services/agencies/close-department.ts'
import { createAgency } from '../services/agencies/create-agency.ts'
import { createDepartment } from '../services/agencies/create-department.ts'
import { createStaff } from '../services/agencies/create-staff.ts'
import { demonstrationLeft } from '../services/agencies/demonstration-left.ts'
import { disableStaff } from '../services/agencies/disable-staff.ts'
import { enableStaff } from '../services/agencies/enable-staff.ts'
import { getAgency } from '../services/agencies/find-agency.ts'
import { listAgenciesBelow } from '../services/agencies/list-agencies-below.ts'
import { listAuditEntries } from '../services/agencies/list-audit-entries.ts'
import { listDepartments } from '../services/agencies/list-departments.ts'
import { listStaff } from '../services/agencies/list-staff.ts'
import { resetPassword } from '../services/agencies/reset-password.ts'
import { firstOf } from '../services/agencies/second-factor/first-of.ts'
import { resetSecondFactor } from '../services/agencies/second-factor/reset-second-factor.ts'
import { csrfTokenOf, findSession } from '../services/agencies/session.ts'
import { signIn } from '../services/agencies/sign-in.ts'
import { signOut } from '../services/agencies/sign-out.ts'
import { signOutElsewhere } from '../services/agencies/sign-out-elsewhere.ts'
import { setStaffContact } from '../services/agencies/staff-contact/set-staff-contact.ts'
import { updateAgency } from '../services/agencies/update-agency.ts'
import { updateDepartment } from '../services/agencies/update-department.ts'
import { updateStaff } from '../services/agencies/update-staff.ts'
import { verifyAuditTrail } from '../services/agencies/verify-audit-trail.ts'
import { may, PERMISSIONS, type Permission } from '../services/allow.ts'
import type { Context } from '../services/context.ts'
import type { Api } from './route.ts'

/** How a session travels: the door gives and takes the cookie. */
export type SessionCookie = Readonly<{
  /** The token of the session. Throws `NotSignedIn` when there is none. */
  read(request: FastifyRequest): string
  write(reply: FastifyReply, token: string): void
  clear(reply: FastifyReply): void
}>

export function agencyRoutes(api: Api, cookie: SessionCookie): void {
  sessionRoutes(api, cookie)
  staffRoutes(api)

  api.route(contract.demonstration, ({ ctx }) => demonstrationLeft(ctx))
  api.route(contract.listAgencies, async ({ ctx }) => listAgenciesBelow(ctx, { agencyId: agencyOf(ctx) }))
  api.route(contract.createAgency, async ({ ctx, body }) => ({ agencyId: await createAgency(ctx, body) }))
  api.route(contract.updateAgency, async ({ ctx, params, body }) => {
    await updateAgency(ctx, { ...body, ...params })
    return {}
  })
  api.route(contract.listDepartments, async ({ ctx, query }) => listDepartments(ctx, agencyIn(ctx, query)))
  api.route(contract.createDepartment, async ({ ctx, query, body }) => ({
    departmentId: await createDepartment(ctx, { agencyId: agencyIn(ctx, query), ...body }),
  }))
  api.route(contract.updateDepartment, async ({ ctx, params, query, body }) => {
    await updateDepartment(ctx, { agencyId: agencyIn(ctx, query), ...params, ...body })
    return {}
  })
  api.route(contract.closeDepartment, async ({ ctx, params, query }) => {
    await closeDepartment(ctx, { agencyId: agencyIn(ctx, query), ...params })
    return {}
  })

  api.route(contract.listAudit, async ({ ctx, query }) => {
    const entries = await listAuditEntries(ctx, { agencyId: agencyOf(ctx), ...query })
    return entries.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() }))
  })
  api.route(contract.verifyAudit, async ({ ctx }) => verifyAuditTrail(ctx, { agencyId: agencyOf(ctx) }))
}

function sessionRoutes(api: Api, cookie: SessionCookie): void {
  api.route(contract.signIn, async ({ body, ctx, request, reply }) => {
    const token = await signIn(ctx, { ...body, userAgent: request.headers['user-agent'] ?? null })
    cookie.write(reply, token)
    return meOf(ctx, token, request.ip)
  })
  api.route(contract.signInOptions, async ({ ctx }) => ({
    identityProvider: ctx.identityProvider?.name ?? null,
  }))
  api.route(contract.signOut, async ({ ctx, request, reply }) => {
    const next = await signOut(ctx, cookie.read(request))
    cookie.clear(reply)
    return { next }
  })
  api.route(contract.me, async ({ ctx, request }) => meOf(ctx, cookie.read(request), request.ip))
  api.route(contract.changePassword, async ({ ctx, body, request }) => {
    await changePassword(ctx, { ...body, token: cookie.read(request) })
    return {}
  })
  api.route(contract.signOutElsewhere, async ({ ctx, request }) => ({
    ended: await signOutElsewhere(ctx, { token: cookie.read(request) }),
  }))
}

function staffRoutes(api: Api): void {
  api.route(contract.listStaff, async ({ ctx, query }) => {
    const staff = await listStaff(ctx, { agencyId: agencyIn(ctx, query) })
    return staff.map(({ lastSignInAt, ...member }) => ({
      ...member,
      lastSignInAt: lastSignInAt?.toISOString() ?? null,
    }))
  })
  api.route(contract.createStaff, async ({ ctx, query, body }) =>
    createStaff(ctx, { agencyId: agencyIn(ctx, query), ...body }),
  )
  api.route(contract.updateStaff, async ({ ctx, params, query, body }) => {
    await updateStaff(ctx, { agencyId: agencyIn(ctx, query), ...params, ...body })
    return {}
  })
  api.route(contract.assignRoles, async ({ ctx, params, query, body }) => {
    await assignRoles(ctx, { agencyId: agencyIn(ctx, query), ...params, ...body })
    return {}
  })
  api.route(contract.resetPassword, async ({ ctx, params, query }) => ({
    password: await resetPassword(ctx, { agencyId: agencyIn(ctx, query), ...params }),
  }))
  api.route(contract.setStaffContact, async ({ ctx, params, query, body }) => {
    await setStaffContact(ctx, { agencyId: agencyIn(ctx, query), ...params, ...body })
    return {}
  })
  api.route(contract.resetSecondFactor, async ({ ctx, params, query }) => {
    await resetSecondFactor(ctx, { agencyId: agencyIn(ctx, query), ...params })
    return {}
  })
  api.route(contract.disableStaff, async ({ ctx, params, query }) => {
    await disableStaff(ctx, { agencyId: agencyIn(ctx, query), ...params })
    return {}
  })
  api.route(contract.enableStaff, async ({ ctx, params, query }) => {
    await enableStaff(ctx, { agencyId: agencyIn(ctx, query), ...params })
    return {}
  })
}

/** The agency a signed-in person works for. */
export function agencyOf(ctx: Context): string {
  if (ctx.actor.kind !== 'staff') throw new Forbidden('只有登录的工作人员可以办理')
  return ctx.actor.agencyId
}

/** The agency that a call names, or one's own; the verb decides whether one may look there. */
function agencyIn(ctx: Context, { agencyId }: { agencyId?: string | undefined }): string {
  return agencyId ?? agencyOf(ctx)
}

export async function meOf(ctx: Context, token: string, ip: string): Promise<Me> {
  const session = await findSession(ctx.db, token, { now: ctx.now, ip, idleMinutes: ctx.signIn.idleMinutes })
  if (session === undefined) throw new NotSignedIn()
  const { actor, login } = session
  const first = firstOf(session, ctx.signIn, ctx.now)
  const { agencyId, slug, name, shortName, orgType, canMakeRegulations } = await getAgency(
    ctx.db,
    actor.agencyId,
  )
  const permissions = (Object.keys(PERMISSIONS) as Permission[]).filter(
    (permission) => first !== 'code' && may(actor, permission),
  )
  return {
    staffId: actor.staffId,
    name: actor.name,
    login,
    roles: [...actor.roles],
    permissions,
    agency: { agencyId, slug, name, shortName, orgType, canMakeRegulations },
    first,
    csrfToken: csrfTokenOf(token),
    today: ctx.today,
  }
}
