import { maskEmail, maskPhone } from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'
import { actorName, type Context } from '../../context.ts'

/** How pressing something is, the most pressing first. */
export const LEVELS = ['overdue', 'urgent', 'soon', 'note'] as const
export type Level = (typeof LEVELS)[number]

/** 提醒方式, as the person has chosen it. */
export type ReminderChoice = Readonly<{
  byMail: boolean
  bySms: boolean
  /** What is less pressing stays in the console. */
  leastLevel: Level
  /** Hours (China) in which no message comes: from, to; `null` follows the office. */
  quietFrom: number | null
  quietTo: number | null
}>

export type StaffContact = ReminderChoice & Readonly<{ mail: string | null; mobile: string | null }>

export const NO_CONTACT: StaffContact = {
  mail: null,
  mobile: null,
  byMail: true,
  bySms: false,
  leastLevel: 'soon',
  quietFrom: null,
  quietTo: null,
}

type Of = Readonly<{ agencyId: string; staffId: string }>

/** 联系方式 of a member of staff, opened; `undefined` where none was ever given. */
export async function readStaffContact(
  t: Tx,
  ctx: Context,
  { agencyId, staffId }: Of,
): Promise<StaffContact | undefined> {
  const row = await t
    .selectFrom('staff_contact')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('staff_id', '=', staffId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    mail: row.mail_sealed === null ? null : ctx.seal.open(row.mail_sealed),
    mobile: row.mobile_sealed === null ? null : ctx.seal.open(row.mobile_sealed),
    byMail: row.by_mail,
    bySms: row.by_sms,
    leastLevel: row.least_level as Level,
    quietFrom: row.quiet_from,
    quietTo: row.quiet_to,
  }
}

/** Writes it sealed; what a list may show is its mask. Answers the masks, for the audit trail. */
export async function writeStaffContact(
  t: Tx,
  ctx: Context,
  { agencyId, staffId }: Of,
  contact: StaffContact,
): Promise<Readonly<{ mail: string | null; mobile: string | null }>> {
  const masked = {
    mail: contact.mail === null ? null : maskEmail(contact.mail),
    mobile: contact.mobile === null ? null : maskPhone(contact.mobile),
  }
  const values = {
    mail_sealed: contact.mail === null ? null : ctx.seal.seal(contact.mail),
    mail_masked: masked.mail,
    mobile_sealed: contact.mobile === null ? null : ctx.seal.seal(contact.mobile),
    mobile_masked: masked.mobile,
    by_mail: contact.byMail,
    by_sms: contact.bySms,
    least_level: contact.leastLevel,
    quiet_from: contact.quietFrom,
    quiet_to: contact.quietTo,
    changed_at: ctx.now,
    changed_by: actorName(ctx.actor),
  }
  await t
    .insertInto('staff_contact')
    .values({ agency_id: agencyId, staff_id: staffId, ...values })
    .onConflict((conflict) => conflict.columns(['agency_id', 'staff_id']).doUpdateSet(values))
    .execute()
  return masked
}
