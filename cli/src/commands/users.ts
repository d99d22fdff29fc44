import type { Role, StaffMember } from '@mingfu/server'
import type { Command } from 'commander'
import { type CommandContext, printJson } from '../command.ts'
import { CannotDo, type ExitCode } from '../exit-code.ts'
import { agencyOf, inInstallation } from '../installation.ts'
import { padded, type Terminal } from '../terminal.ts'

type ListOptions = Readonly<{ agency?: string; json?: boolean }>
type AddOptions = Readonly<{
  name: string
  roles: string
  agency?: string
  department?: string
  json?: boolean
}>
type JsonOption = Readonly<{ json?: boolean }>

/** `mingfu users`: accounts of an office's staff, for whoever runs the machine. */
export function addUsers(program: Command, { terminal, act }: CommandContext) {
  const users = program.command('users').description('工作人员账户')
  users
    .command('list')
    .description('列出账户')
    .option('--agency <网址名称>', '只列一个机关的')
    .option('--json', '输出 JSON')
    .action(act((options: ListOptions) => list(options, terminal)))
  users
    .command('add')
    .description('增加账户，输出初始密码；本人首次登录时必须修改')
    .argument('<登录名>')
    .requiredOption('--name <姓名>', '姓名')
    .requiredOption('--roles <角色>', '角色，多个用逗号隔开，如 clerk,office-head')
    .option('--agency <网址名称>', '所在机关；只有一个机关时不必填写')
    .option('--department <名称>', '所在内设机构')
    .option('--json', '输出 JSON')
    .action(act((login: string, options: AddOptions) => add(login, options, terminal)))
  users
    .command('reset-password')
    .description('重置密码，输出新的初始密码；同时解除锁定')
    .argument('<登录名>')
    .option('--json', '输出 JSON')
    .action(act((login: string, options: JsonOption) => reset(login, options, terminal)))
  users
    .command('reset-second-factor')
    .description('重置动态口令，用于本人丢失手机和恢复码，又没有其他安全管理员的')
    .argument('<登录名>')
    .action(act((login: string) => resetSecondFactor(login, terminal)))
  users
    .command('disable')
    .description('停用账户，办理记录保留')
    .argument('<登录名>')
    .action(act((login: string) => disable(login, terminal)))
  users
    .command('enable')
    .description('重新启用停用的账户')
    .argument('<登录名>')
    .action(act((login: string) => enable(login, terminal)))
}

function list({ agency, json }: ListOptions, terminal: Terminal): Promise<ExitCode> {
  return inInstallation(async (installation) => {
    const { server, ctx } = installation
    const agencies =
      agency === undefined ? await server.listAgencies(ctx.db) : [await agencyOf(installation, agency)]
    const all: (StaffMember & { agency: string })[] = []
    for (const { agencyId, slug } of agencies) {
      const staff = await server.listStaff(ctx, { agencyId })
      all.push(...staff.map((member) => ({ ...member, agency: slug })))
    }
    if (json === true) printJson(terminal, all)
    else for (const member of all) terminal.out(`${line(member, server.ROLES)}\n`)
    return 0
  })
}

function line(member: StaffMember & { agency: string }, roles: Readonly<Record<Role, string>>): string {
  const state = member.disabled ? '（已停用）' : member.locked ? '（已锁定）' : ''
  const named = member.roles.map((role) => roles[role]).join('、')
  return `${padded(member.login, 16)}${padded(member.name, 10)}${padded(member.agency, 20)}${named}${state}`
}

function add(login: string, options: AddOptions, terminal: Terminal): Promise<ExitCode> {
  return inInstallation(async (installation) => {
    const { server, ctx } = installation
    const roles = rolesOf(options.roles, server.ROLES)
    const { agencyId } = await agencyOf(installation, options.agency)
    const departments = await server.listDepartments(ctx, agencyId)
    const department = departments.find(({ name }) => name === options.department)
    if (options.department !== undefined && department === undefined) {
      throw new CannotDo(
        `没有“${options.department}”这个内设机构，可选：${departments.map(({ name }) => name).join('、')}`,
      )
    }
    const departmentId = department?.departmentId ?? null
    const { password } = await server.createStaff(ctx, {
      agencyId,
      login,
      name: options.name,
      roles,
      departmentId,
    })
    printPassword(terminal, login, password, options)
    return 0
  })
}

function reset(login: string, options: JsonOption, terminal: Terminal): Promise<ExitCode> {
  return inInstallation(async ({ server, ctx }) => {
    const { agencyId, staffId } = await server.getStaffByLogin(ctx, login)
    printPassword(terminal, login, await server.resetPassword(ctx, { agencyId, staffId }), options)
    return 0
  })
}

function resetSecondFactor(login: string, terminal: Terminal): Promise<ExitCode> {
  return inInstallation(async ({ server, ctx }) => {
    const { agencyId, staffId, name } = await server.getStaffByLogin(ctx, login)
    await server.resetSecondFactor(ctx, { agencyId, staffId })
    terminal.out(`${name}（${login}）的动态口令已经重置，其登录已经失效。\n`)
    return 0
  })
}

function disable(login: string, terminal: Terminal): Promise<ExitCode> {
  return inInstallation(async ({ server, ctx }) => {
    const { agencyId, staffId, name } = await server.getStaffByLogin(ctx, login)
    await server.disableStaff(ctx, { agencyId, staffId })
    terminal.out(`${name}（${login}）的账户已经停用。\n`)
    return 0
  })
}

function enable(login: string, terminal: Terminal): Promise<ExitCode> {
  return inInstallation(async ({ server, ctx }) => {
    const { agencyId, staffId, name } = await server.getStaffByLogin(ctx, login)
    await server.enableStaff(ctx, { agencyId, staffId })
    terminal.out(`${name}（${login}）的账户已经启用。\n`)
    return 0
  })
}

function printPassword(terminal: Terminal, login: string, password: string, { json }: JsonOption) {
  if (json === true) printJson(terminal, { login, password })
  else terminal.out(`登录名 ${login}，初始密码 ${password}（只显示这一次，首次登录时修改）\n`)
}

function rolesOf(text: string, known: Readonly<Record<Role, string>>): readonly Role[] {
  return text.split(/[,，]/).map((part) => {
    const found = Object.entries(known).find(([role, name]) => role === part.trim() || name === part.trim())
    if (found !== undefined) return found[0] as Role
    const choices = Object.entries(known).map(([role, name]) => `${role} ${name}`)
    throw new CannotDo(`没有“${part}”这个角色，可选：${choices.join('、')}`)
  })
}
