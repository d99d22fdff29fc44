import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import { actorId, type Context } from '../context.ts'
import { type MessageSettings, writeMessageSettings } from './message-settings.ts'

export type SaveMessageSettings = MessageSettings & Readonly<{ agencyId: string }>

/** 提醒设置: which ways an agency uses, and the name under its messages. */
export async function saveMessageSettings(ctx: Context, input: SaveMessageSettings): Promise<void> {
  allow(ctx.actor, 'manage-messages')
  const { agencyId, ...settings } = input
  await tx(ctx, async (t) => {
    await writeMessageSettings(t, agencyId, settings, { at: ctx.now, by: actorId(ctx.actor) })
    await recordAudit(t, ctx, { agencyId, action: 'save-message-settings', detail: settings })
  })
}
