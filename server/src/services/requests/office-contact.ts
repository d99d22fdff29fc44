import type { Tx } from '../../db/database.ts'

/** 联系方式 of the disclosure office, as it stands under every letter. */
export async function officeContact(tx: Tx, agencyId: string): Promise<string> {
  const office = await tx
    .selectFrom('department')
    .select(['name', 'contact_name', 'contact_phone'])
    .where('agency_id', '=', agencyId)
    .where('is_active', '=', true)
    .orderBy('sort_order')
    .orderBy('department_id')
    .executeTakeFirst()
  if (office === undefined) return '联系人：政府信息公开工作机构'
  const person = office.contact_name === null ? office.name : `${office.name}${office.contact_name}`
  return office.contact_phone === null
    ? `联系人：${person}`
    : `联系人：${person}，电话：${office.contact_phone}`
}
