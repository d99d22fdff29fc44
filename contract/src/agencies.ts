import { z } from 'zod'
import {
  AgencyInput,
  AgencyView,
  AuditEntryView,
  DepartmentInput,
  DepartmentView,
  Me,
  StaffView,
} from './agency-views.ts'
import { MailAddress, MobileNumber } from './contact-fields.ts'
import { RoleId } from './permission.ts'
import { defineRoute } from './route.ts'

const text = (title: string, most: number) => z.string().trim().min(1).max(most).meta({ title })
const Login = text('登录名', 60)
const NewPassword = z.string().min(10, '新密码不少于10个字符').max(200).meta({ title: '新密码' })

const none = z.object({})
const ofAgency = z.object({ agencyId: z.string().optional().meta({ title: '机关' }) })
const ofStaff = z.object({ staffId: z.string() })

export const agencies = {
  signIn: defineRoute({
    method: 'POST',
    path: '/sign-in',
    summary: '登录',
    access: 'public',
    perMinute: 30,
    body: z.object({ login: Login, password: z.string().min(1).max(200).meta({ title: '密码' }) }),
    answer: Me,
  }),
  signInOptions: defineRoute({
    method: 'GET',
    path: '/sign-in/options',
    summary: '除密码以外，可以怎样登录',
    access: 'public',
    answer: z.object({
      /** The name of the identity provider; null where none is configured. */
      identityProvider: z.string().nullable(),
    }),
  }),
  signOut: defineRoute({
    method: 'POST',
    path: '/sign-out',
    summary: '退出登录',
    access: 'staff',
    /** Where the browser signs out of the identity provider too. */
    answer: z.object({ next: z.string().nullable() }),
  }),
  me: defineRoute({ method: 'GET', path: '/me', summary: '当前登录的工作人员', access: 'staff', answer: Me }),
  demonstration: defineRoute({
    method: 'GET',
    path: '/demonstration',
    summary: '还在使用的示范机关和示范账户，供系统管理员查看',
    access: 'staff',
    answer: z
      .object({
        organs: z.array(z.string()),
        accounts: z.int(),
        unchanged: z.int(),
        isLive: z.boolean(),
      })
      .nullable(),
  }),
  changePassword: defineRoute({
    method: 'POST',
    path: '/me/password',
    summary: '修改自己的密码；其他登录随之失效',
    access: 'staff',
    perMinute: 30,
    body: z.object({ current: z.string().min(1).max(200).meta({ title: '现在的密码' }), next: NewPassword }),
    answer: none,
  }),
  signOutElsewhere: defineRoute({
    method: 'POST',
    path: '/me/sign-out-elsewhere',
    summary: '使自己在其他设备上的登录失效',
    access: 'staff',
    answer: z.object({ ended: z.int() }),
  }),

  listStaff: defineRoute({
    method: 'GET',
    path: '/staff',
    summary: '列出本机关或者下级机关的工作人员',
    access: 'staff',
    query: ofAgency,
    answer: z.array(StaffView),
  }),
  createStaff: defineRoute({
    method: 'POST',
    path: '/staff',
    summary: '增加工作人员；初始密码只显示这一次，角色由安全管理员授予',
    access: 'staff',
    query: ofAgency,
    body: z.object({
      login: Login.regex(/^[a-z0-9][a-z0-9._-]{1,59}$/, '登录名用小写字母、数字、点、横线，2至60个字符'),
      name: text('姓名', 40),
      departmentId: z.string().nullable().default(null).meta({ title: '内设机构' }),
    }),
    answer: z.object({ staffId: z.string(), password: z.string() }),
  }),
  updateStaff: defineRoute({
    method: 'PUT',
    path: '/staff/:staffId',
    summary: '修改工作人员的姓名和内设机构',
    access: 'staff',
    params: ofStaff,
    query: ofAgency,
    body: z.object({
      name: text('姓名', 40),
      departmentId: z.string().nullable().default(null).meta({ title: '内设机构' }),
    }),
    answer: none,
  }),
  assignRoles: defineRoute({
    method: 'PUT',
    path: '/staff/:staffId/roles',
    summary: '授予工作人员角色；系统、安全、审计三类管理员应当分设',
    access: 'staff',
    params: ofStaff,
    query: ofAgency,
    body: z.object({ roles: z.array(RoleId).meta({ title: '角色' }) }),
    answer: none,
  }),
  resetPassword: defineRoute({
    method: 'POST',
    path: '/staff/:staffId/password',
    summary: '重置工作人员的密码；新密码只显示这一次',
    access: 'staff',
    params: ofStaff,
    query: ofAgency,
    answer: z.object({ password: z.string() }),
  }),
  setStaffContact: defineRoute({
    method: 'PUT',
    path: '/staff/:staffId/contact',
    summary: '登记工作人员接收提醒的邮箱和手机；提醒方式由本人选择',
    access: 'staff',
    params: ofStaff,
    query: ofAgency,
    body: z.strictObject({ mail: MailAddress, mobile: MobileNumber }),
    answer: none,
  }),
  resetSecondFactor: defineRoute({
    method: 'POST',
    path: '/staff/:staffId/second-factor/reset',
    summary: '重置工作人员的动态口令，由安全管理员在其丢失手机和恢复码时办理',
    access: 'staff',
    params: ofStaff,
    query: ofAgency,
    answer: none,
  }),
  disableStaff: defineRoute({
    method: 'POST',
    path: '/staff/:staffId/disable',
    summary: '停用工作人员；其登录立即失效',
    access: 'staff',
    params: ofStaff,
    query: ofAgency,
    answer: none,
  }),
  enableStaff: defineRoute({
    method: 'POST',
    path: '/staff/:staffId/enable',
    summary: '恢复停用的工作人员',
    access: 'staff',
    params: ofStaff,
    query: ofAgency,
    answer: none,
  }),

  listAgencies: defineRoute({
    method: 'GET',
    path: '/agencies',
    summary: '列出本机关及其下级机关，上级在前',
    access: 'staff',
    answer: z.array(AgencyView),
  }),
  createAgency: defineRoute({
    method: 'POST',
    path: '/agencies',
    summary: '设立下级机关',
    access: 'staff',
    body: AgencyInput.extend({
      parentId: text('上级机关', 60),
      slug: z
        .string()
        .trim()
        .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, '网址中的名称用小写字母、数字、横线')
        .meta({ title: '网址中的名称' }),
    }),
    answer: z.object({ agencyId: z.string() }),
  }),
  updateAgency: defineRoute({
    method: 'PUT',
    path: '/agencies/:agencyId',
    summary: '修改机关的登记信息',
    access: 'staff',
    params: z.object({ agencyId: z.string() }),
    body: AgencyInput,
    answer: none,
  }),
  listDepartments: defineRoute({
    method: 'GET',
    path: '/departments',
    summary: '列出内设机构及其政府信息公开联系人',
    access: 'staff',
    query: ofAgency,
    answer: z.array(DepartmentView),
  }),
  createDepartment: defineRoute({
    method: 'POST',
    path: '/departments',
    summary: '增加内设机构',
    access: 'staff',
    query: ofAgency,
    body: DepartmentInput,
    answer: z.object({ departmentId: z.string() }),
  }),
  updateDepartment: defineRoute({
    method: 'PUT',
    path: '/departments/:departmentId',
    summary: '修改内设机构及其政府信息公开联系人',
    access: 'staff',
    params: z.object({ departmentId: z.string() }),
    query: ofAgency,
    body: DepartmentInput,
    answer: none,
  }),
  closeDepartment: defineRoute({
    method: 'POST',
    path: '/departments/:departmentId/close',
    summary: '撤销内设机构；以往的记录不变',
    access: 'staff',
    params: z.object({ departmentId: z.string() }),
    query: ofAgency,
    answer: none,
  }),

  listAudit: defineRoute({
    method: 'GET',
    path: '/audit',
    summary: '查看审计日志，新的在前',
    access: 'staff',
    query: z.object({
      before: z.coerce.number().int().optional().meta({ title: '序号' }),
      action: z.string().max(60).optional().meta({ title: '操作' }),
      actor: z.string().max(40).optional().meta({ title: '操作人' }),
    }),
    answer: z.array(AuditEntryView),
  }),
  verifyAudit: defineRoute({
    method: 'GET',
    path: '/audit/verification',
    summary: '从头核对审计日志，指出缺失或者被改动的记录',
    access: 'staff',
    perMinute: 6,
    answer: z.object({
      checked: z.int(),
      faults: z.array(z.object({ seq: z.int(), what: z.enum(['missing', 'altered', 'unlinked']) })),
    }),
  }),
}
