import { addDays, type PlainDate } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import type { Context } from '../context.ts'
import { contactFaultsOf } from '../oversight/contacts/list-contacts.ts'
import type { Look, SiteFinding } from './site-finding.ts'

/** 工作保障: contacts in office and trained, and orders answered in time. */
export async function lookAtOffice(t: Tx, ctx: Context, agencyId: string): Promise<Look> {
  const { units, faults } = await contactFaultsOf(t, agencyId, ctx.today)
  const orders = await t
    .selectFrom('supervision_order')
    .select(['number', 'subject', 'reply_by'])
    .where('to_agency_id', '=', agencyId)
    .where('settled_on', 'is', null)
    .where((eb) => eb.or([eb('replied_on', 'is', null), eb('settlement', '=', 'returned')]))
    .where('reply_by', '<', ctx.today)
    .execute()
  return {
    findings: [
      ...faults.map(
        (text): SiteFinding => ({
          rule: 'PUB-116',
          severity: 'warning',
          text,
          since: null,
          href: '/oversight/contacts',
        }),
      ),
      ...orders.map(
        ({ number, subject, reply_by }): SiteFinding => ({
          rule: 'PUB-115',
          severity: 'fault',
          text: `${number}“${subject}”应当在${reply_by}前回复`,
          since: addDays(reply_by as PlainDate, 1),
          href: '/oversight/received',
        }),
      ),
    ],
    figures: { 'PUB-116': `${units}个单位` },
  }
}
