import { type ContactFacts, contactFaults, type PlainDate } from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'
import { NotFound, Stale } from '../../../errors.ts'

/** 公开联系人 of a unit: who, since when, until when, and when last trained. */
export type DisclosureContact = ContactFacts &
  Readonly<{
    contactId: string
    /** Null for the organ itself. */
    departmentId: string | null
    post: string
    phone: string
    /** 交接情况, where somebody else took over. */
    handover: string
    version: number
  }>

export type UnitContacts = Readonly<{
  departmentId: string | null
  unit: string
  /** The newest first. */
  contacts: readonly DisclosureContact[]
  /** What is missing today, in words. */
  faults: readonly string[]
}>

/** Every unit of an organ with its contacts; an organ without departments is one unit. */
export async function readUnits(t: Tx, agencyId: string, today: PlainDate): Promise<readonly UnitContacts[]> {
  const agency = await t
    .selectFrom('agency')
    .select('short_name')
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  if (agency === undefined) throw new NotFound('这个机关')
  const departments = await t
    .selectFrom('department')
    .select(['department_id', 'name'])
    .where('agency_id', '=', agencyId)
    .where('is_active', '=', true)
    .orderBy('sort_order')
    .execute()
  const rows = await t
    .selectFrom('disclosure_contact')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('from_on', 'desc')
    .orderBy('contact_id', 'desc')
    .execute()
  const units =
    departments.length === 0
      ? [{ departmentId: null, unit: agency.short_name }]
      : departments.map(({ department_id, name }) => ({ departmentId: department_id, unit: name }))
  return units.map(({ departmentId, unit }) => {
    const contacts = rows.filter((row) => row.department_id === departmentId).map(contactOf)
    return { departmentId, unit, contacts, faults: contactFaults(unit, contacts, today) }
  })
}

export async function lockContact(
  t: Tx,
  what: Readonly<{ agencyId: string; contactId: string; version: number }>,
): Promise<DisclosureContact> {
  const row = await t
    .selectFrom('disclosure_contact')
    .selectAll()
    .where('agency_id', '=', what.agencyId)
    .where('contact_id', '=', what.contactId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('这名联系人')
  if (row.version !== what.version) throw new Stale('这名联系人')
  return contactOf(row)
}

type Row = Readonly<{
  contact_id: string
  department_id: string | null
  name: string
  post: string
  phone: string
  from_on: string
  to_on: string | null
  trained_on: string | null
  handover: string
  version: number
}>

function contactOf(row: Row): DisclosureContact {
  return {
    contactId: row.contact_id,
    departmentId: row.department_id,
    name: row.name,
    post: row.post,
    phone: row.phone,
    from: row.from_on as PlainDate,
    to: row.to_on as PlainDate | null,
    trainedOn: row.trained_on as PlainDate | null,
    handover: row.handover,
    version: row.version,
  }
}
