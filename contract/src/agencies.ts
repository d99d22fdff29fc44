import { z } from 'zod'
import { defineRoute } from './route.ts'

export const RoleId = z
  .enum([
    'clerk',
    'reviewer',
    'leader',
    'office-head',
    'supervisor',
    'system-admin',
    'security-admin',
    'audit-admin',
  ])
  .meta({ title: '角色' })

export const Me = z.object({
  staffId: z.string(),
  name: z.string(),
  login: z.string(),
  roles: z.array(RoleId),
  permissions: z.array(z.string()),
  agency: z.object({ agencyId: z.string(), slug: z.string(), name: z.string(), shortName: z.string() }),
  mustChangePassword: z.boolean(),
  today: z.string(),
})
export type Me = z.infer<typeof Me>

const Login = z.string().trim().min(1).max(60).meta({ title: '登录名' })
const NewPassword = z.string().min(10, '新密码不少于10个字符').max(200).meta({ title: '新密码' })

export const StaffView = z.object({
  staffId: z.string(),
  login: z.string(),
  name: z.string(),
  roles: z.array(RoleId),
  departmentName: z.string().nullable(),
  lastSignInAt: z.string().nullable(),
  locked: z.boolean(),
  disabled: z.boolean(),
})
export type StaffView = z.infer<typeof StaffView>

export const DepartmentView = z.object({
  departmentId: z.string(),
  name: z.string(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
})
export type DepartmentView = z.infer<typeof DepartmentView>

export const AuditEntryView = z.object({
  seq: z.int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  objectKind: z.string().nullable(),
  objectId: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
})
export type AuditEntryView = z.infer<typeof AuditEntryView>

const none = z.object({})

export const agencies = {
  signIn: defineRoute({
    method: 'POST',
    path: '/sign-in',
    summary: '登录',
    access: 'public',
    body: z.object({ login: Login, password: z.string().min(1).max(200).meta({ title: '密码' }) }),
    answer: Me,
  }),
  signOut: defineRoute({
    method: 'POST',
    path: '/sign-out',
    summary: '退出登录',
    access: 'staff',
    answer: none,
  }),
  me: defineRoute({ method: 'GET', path: '/me', summary: '当前登录的工作人员', access: 'staff', answer: Me }),
  changePassword: defineRoute({
    method: 'POST',
    path: '/me/password',
    summary: '修改自己的密码；其他登录随之失效',
    access: 'staff',
    body: z.object({ current: z.string().min(1).max(200).meta({ title: '现在的密码' }), next: NewPassword }),
    answer: none,
  }),
  listStaff: defineRoute({
    method: 'GET',
    path: '/staff',
    summary: '列出本机关的工作人员',
    access: 'staff',
    answer: z.array(StaffView),
  }),
  createStaff: defineRoute({
    method: 'POST',
    path: '/staff',
    summary: '增加工作人员；初始密码只显示这一次',
    access: 'staff',
    body: z.object({
      login: Login.regex(/^[a-z0-9][a-z0-9._-]{1,59}$/, '登录名用小写字母、数字、点、横线，2至60个字符'),
      name: z.string().trim().min(1).max(40).meta({ title: '姓名' }),
      departmentId: z.string().nullable().default(null).meta({ title: '内设机构' }),
      roles: z.array(RoleId).min(1).meta({ title: '角色' }),
    }),
    answer: z.object({ staffId: z.string(), password: z.string() }),
  }),
  resetPassword: defineRoute({
    method: 'POST',
    path: '/staff/:staffId/password',
    summary: '重置工作人员的密码；新密码只显示这一次',
    access: 'staff',
    params: z.object({ staffId: z.string() }),
    answer: z.object({ password: z.string() }),
  }),
  disableStaff: defineRoute({
    method: 'POST',
    path: '/staff/:staffId/disable',
    summary: '停用工作人员；其登录立即失效',
    access: 'staff',
    params: z.object({ staffId: z.string() }),
    answer: none,
  }),
  listDepartments: defineRoute({
    method: 'GET',
    path: '/departments',
    summary: '列出内设机构及其政府信息公开联系人',
    access: 'staff',
    answer: z.array(DepartmentView),
  }),
  listAudit: defineRoute({
    method: 'GET',
    path: '/audit',
    summary: '查看审计日志，新的在前',
    access: 'staff',
    query: z.object({ before: z.coerce.number().int().optional() }),
    answer: z.object({ entries: z.array(AuditEntryView), faults: z.array(z.string()) }),
  }),
}
