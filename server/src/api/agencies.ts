import { agencies as contract } from '@mingfu/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Forbidden } from '../errors.ts'
import { changePassword } from '../services/agencies/change-password.ts'
import { createStaff } from '../services/agencies/create-staff.ts'
import { disableStaff } from '../services/agencies/disable-staff.ts'
import { getAgency } from '../services/agencies/find-agency.ts'
import { listAuditEntries } from '../services/agencies/list-audit-entries.ts'
import { listDepartments } from '../services/agencies/list-departments.ts'
import { listStaff } from '../services/agencies/list-staff.ts'
import { resetPassword } from '../services/agencies/reset-password.ts'
import { findSession } from '../services/agencies/session.ts'
import { signIn } from '../services/agencies/sign-in.ts'
import { signOut } from '../services/agencies/sign-out.ts'
import { may, PERMISSIONS, type Permission } from '../services/allow.ts'
import type { Context, StaffActor } from '../services/context.ts'
import type { Api } from './route.ts'

/** How a session travels: the door gives and takes the cookie. */
export type SessionCookie = Readonly<{
  read(request: FastifyRequest): string | undefined
  write(reply: FastifyReply, token: string): void
  clear(reply: FastifyReply): void
}>

export function agencyRoutes(api: Api, cookie: SessionCookie): void {
  api.route(contract.signIn, async ({ body, ctx, request, reply }) => {
    const userAgent = request.headers['user-agent'] ?? null
    const token = await signIn(ctx, { ...body, userAgent })
    cookie.write(reply, token)
    const session = await findSession(ctx.db, token, ctx.now)
    if (session === undefined) throw new Forbidden('登录没有成功，请再试一次')
    return present({ ...ctx, actor: session.actor }, session.actor, session.login, session.mustChangePassword)
  })
  api.route(contract.signOut, async ({ ctx, request, reply }) => {
    const token = cookie.read(request)
    if (token !== undefined) await signOut(ctx, token)
    cookie.clear(reply)
    return {}
  })
  api.route(contract.me, async ({ ctx, request }) => {
    const session = await findSession(ctx.db, cookie.read(request) ?? '', ctx.now)
    if (session === undefined) throw new Forbidden('请重新登录')
    return present(ctx, session.actor, session.login, session.mustChangePassword)
  })
  api.route(contract.changePassword, async ({ ctx, body, request }) => {
    await changePassword(ctx, { ...body, token: cookie.read(request) ?? '' })
    return {}
  })
  api.route(contract.listStaff, async ({ ctx }) => {
    const staff = await listStaff(ctx, agencyOf(ctx))
    return staff.map(({ lastSignInAt, roles, ...member }) => ({
      ...member,
      roles: [...roles],
      lastSignInAt: lastSignInAt?.toISOString() ?? null,
    }))
  })
  api.route(contract.createStaff, async ({ ctx, body }) =>
    createStaff(ctx, { agencyId: agencyOf(ctx), ...body }),
  )
  api.route(contract.resetPassword, async ({ ctx, params }) => ({
    password: await resetPassword(ctx, { agencyId: agencyOf(ctx), ...params }),
  }))
  api.route(contract.disableStaff, async ({ ctx, params }) => {
    await disableStaff(ctx, { agencyId: agencyOf(ctx), ...params })
    return {}
  })
  api.route(contract.listDepartments, async ({ ctx }) => [...(await listDepartments(ctx, agencyOf(ctx)))])
  api.route(contract.listAudit, async ({ ctx, query }) => {
    const { entries, faults } = await listAuditEntries(ctx, { agencyId: agencyOf(ctx), before: query.before })
    return {
      entries: entries.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
      faults: faults.map(({ seq, what }) => `第${seq}条${FAULTS[what]}`),
    }
  })
}

const FAULTS = { missing: '缺失', altered: '内容被改动', unlinked: '与上一条不相连' } as const

/** The agency a signed-in person works for. */
export function agencyOf(ctx: Context): string {
  if (ctx.actor.kind !== 'staff') throw new Forbidden('只有登录的工作人员可以办理')
  return ctx.actor.agencyId
}

async function present(ctx: Context, actor: StaffActor, login: string, mustChangePassword: boolean) {
  const { agencyId, slug, name, shortName } = await getAgency(ctx.db, actor.agencyId)
  const permissions = (Object.keys(PERMISSIONS) as Permission[]).filter((permission) =>
    may(actor, permission),
  )
  return {
    staffId: actor.staffId,
    name: actor.name,
    login,
    roles: [...actor.roles],
    permissions,
    agency: { agencyId, slug, name, shortName },
    mustChangePassword,
    today: ctx.today,
  }
}
