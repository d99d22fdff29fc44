import { z } from 'zod'
import { Day } from './day.ts'
import { defineRoute } from './route.ts'

const ContactView = z.object({
  contactId: z.string(),
  name: z.string(),
  post: z.string(),
  phone: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  trainedOn: z.string().nullable(),
  handover: z.string(),
  version: z.int(),
})
export type ContactView = z.infer<typeof ContactView>

export const UnitContactsView = z.object({
  departmentId: z.string().nullable(),
  unit: z.string(),
  contacts: z.array(ContactView),
  faults: z.array(z.string()),
})
export type UnitContactsView = z.infer<typeof UnitContactsView>

export const contacts = {
  list: defineRoute({
    method: 'GET',
    path: '/oversight/contacts',
    summary: '各单位的政府信息公开联系人，缺少的和没有培训的标出',
    access: 'staff',
    answer: z.array(UnitContactsView),
  }),
  appoint: defineRoute({
    method: 'POST',
    path: '/oversight/contacts',
    summary: '登记公开联系人；前任自前一日起离任，记下交接情况',
    access: 'staff',
    body: z.strictObject({
      departmentId: z.uuid().nullable().meta({ title: '单位' }),
      name: z.string().trim().min(1).max(50).meta({ title: '姓名' }),
      post: z.string().trim().max(50).default('').meta({ title: '职务' }),
      phone: z.string().trim().max(50).default('').meta({ title: '办公电话' }),
      fromOn: Day.meta({ title: '任职日期' }),
      trainedOn: Day.nullable().default(null).meta({ title: '最近一次培训' }),
      handover: z.string().trim().max(500).default('').meta({ title: '交接情况' }),
    }),
    answer: z.object({ contactId: z.string() }),
  }),
  change: defineRoute({
    method: 'PATCH',
    path: '/oversight/contacts/:contactId',
    summary: '登记联系人的培训、离任、电话',
    access: 'staff',
    params: z.object({ contactId: z.uuid('这名联系人的地址不正确，请从列表进入') }),
    body: z.strictObject({
      version: z.int(),
      trainedOn: Day.nullable().default(null).meta({ title: '最近一次培训' }),
      toOn: Day.nullable().default(null).meta({ title: '离任日期' }),
      phone: z.string().trim().max(50).default('').meta({ title: '办公电话' }),
    }),
    answer: z.object({ version: z.int() }),
  }),
}
