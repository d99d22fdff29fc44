import type { PlainDate } from '@mingfu/law'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { allowWithin } from '../../disclosure/own-agency.ts'
import { lockContact } from './contact-store.ts'

export type ChangeContact = Readonly<{
  agencyId: string
  contactId: string
  version: number
  /** 培训: the day of the last training. */
  trainedOn?: PlainDate | null
  /** 离任, with nobody in his place yet. */
  toOn?: PlainDate | null
  phone?: string
}>

/** 登记培训、离任: what changes about a contact in office. */
export async function changeContact(ctx: Context, input: ChangeContact): Promise<{ version: number }> {
  const { agencyId, contactId, trainedOn, toOn, phone } = input
  allowWithin(ctx, 'record-activity', agencyId)
  return tx(ctx, async (t) => {
    const contact = await lockContact(t, input)
    for (const [field, day] of [
      ['trainedOn', trainedOn],
      ['toOn', toOn],
    ] as const) {
      if (day == null) continue
      if (day > ctx.today) throw refused(field, '日期不能晚于今天')
      if (field === 'toOn' && day < contact.from) throw refused(field, '离任日期不能早于任职日期')
    }
    const version = contact.version + 1
    await t
      .updateTable('disclosure_contact')
      .set({
        trained_on: trainedOn ?? contact.trainedOn,
        to_on: toOn ?? contact.to,
        phone: phone?.trim() ?? contact.phone,
        version,
      })
      .where('agency_id', '=', agencyId)
      .where('contact_id', '=', contactId)
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'change-contact',
      objectKind: 'disclosure-contact',
      objectId: contactId,
    })
    return { version }
  })
}

function refused(field: string, sentence: string): Invalid {
  return new Invalid(sentence, { [field]: sentence })
}
