import { z } from 'zod'
import { PermissionId, RoleId } from './permission.ts'

const text = (title: string, most: number) => z.string().trim().min(1).max(most).meta({ title })
const optionalText = (title: string, most: number) =>
  z.string().trim().max(most).nullable().default(null).meta({ title })

export const Me = z.object({
  staffId: z.string(),
  name: z.string(),
  login: z.string(),
  roles: z.array(RoleId),
  permissions: z.array(PermissionId),
  agency: z.object({
    agencyId: z.string(),
    slug: z.string(),
    name: z.string(),
    shortName: z.string(),
    orgType: z.string(),
    /** 规章制定权. */
    canMakeRegulations: z.boolean(),
  }),
  /** What has to be done before anything else: enter the code, choose a password, set up the second factor. */
  first: z.enum(['code', 'password', 'password-expired', 'second-factor']).nullable(),
  /** Goes back as the header `x-csrf-token` with every call of a browser that changes something. */
  csrfToken: z.string(),
  today: z.string(),
})
export type Me = z.infer<typeof Me>

export const StaffView = z.object({
  staffId: z.string(),
  login: z.string(),
  name: z.string(),
  roles: z.array(RoleId),
  departmentId: z.string().nullable(),
  departmentName: z.string().nullable(),
  lastSignInAt: z.string().nullable(),
  locked: z.boolean(),
  disabled: z.boolean(),
  /** Disabled because nobody used it. */
  unused: z.boolean(),
  /** 动态口令 is on. */
  secondFactor: z.boolean(),
  /** Masked; null where none is on file. */
  mail: z.string().nullable(),
  mobile: z.string().nullable(),
})
export type StaffView = z.infer<typeof StaffView>

export const DepartmentInput = z.object({
  name: text('内设机构名称', 60),
  contactName: optionalText('政府信息公开联系人', 40),
  contactPhone: optionalText('联系电话', 40),
})

export const DepartmentView = DepartmentInput.extend({ departmentId: z.string() })
export type DepartmentView = z.infer<typeof DepartmentView>

export const AgencyInput = z.object({
  name: text('机关全称', 80),
  shortName: text('机关简称', 40),
  orgType: z.enum(['department', 'government', 'township', 'functional_zone']).meta({ title: '机关类别' }),
  canMakeRegulations: z.boolean().default(false).meta({ title: '有权制定规章' }),
  creditCode: z
    .string()
    .trim()
    .regex(/^[0-9A-Z]{18}$/, '统一社会信用代码是18位数字和大写字母')
    .nullable()
    .default(null)
    .meta({ title: '统一社会信用代码' }),
  regionCode: z
    .string()
    .trim()
    .regex(/^\d{6,12}$/, '行政区划代码是6至12位数字')
    .nullable()
    .default(null)
    .meta({ title: '行政区划代码' }),
  documentWord: text('答复文书的机关代字', 20),
  reconsiderationOrgan: text('行政复议机关', 80),
  court: text('有管辖权的人民法院', 80),
  siteIdCode: z
    .string()
    .trim()
    .regex(/^\d{10}$/, '政府网站标识码是10位数字')
    .nullable()
    .default(null)
    .meta({ title: '政府网站标识码' }),
  siteDomain: optionalText('网站域名', 120),
})

export const AgencyView = AgencyInput.extend({
  agencyId: z.string(),
  parentId: z.string().nullable(),
  slug: z.string(),
})
export type AgencyView = z.infer<typeof AgencyView>

export const AuditEntryView = z.object({
  seq: z.int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  objectKind: z.string().nullable(),
  objectId: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  ip: z.string().nullable(),
})
export type AuditEntryView = z.infer<typeof AuditEntryView>
