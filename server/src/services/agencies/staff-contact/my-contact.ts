import { tx } from '../../../db/transaction.ts'
import type { Context } from '../../context.ts'
import { oneself } from '../oneself.ts'
import { NO_CONTACT, readStaffContact, type StaffContact } from './staff-contact.ts'

/** 我的联系方式, in full: they are one's own. */
export async function myContact(ctx: Context): Promise<StaffContact> {
  const actor = oneself(ctx)
  return (await tx(ctx, (t) => readStaffContact(t, ctx, actor))) ?? NO_CONTACT
}
