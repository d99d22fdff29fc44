import type { Context } from '../context.ts'

export type Department = Readonly<{
  departmentId: string
  name: string
  contactName: string | null
  contactPhone: string | null
}>

/** 内设机构 with their 政府信息公开联系人, which are public (条例 第十二条). */
export async function listDepartments(ctx: Context, agencyId: string): Promise<readonly Department[]> {
  const rows = await ctx.db
    .selectFrom('department')
    .select(['department_id', 'name', 'contact_name', 'contact_phone'])
    .where('agency_id', '=', agencyId)
    .where('is_active', '=', true)
    .orderBy('sort_order')
    .execute()
  return rows.map((row) => ({
    departmentId: row.department_id,
    name: row.name,
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
  }))
}
