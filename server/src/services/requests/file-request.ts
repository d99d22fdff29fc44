import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { fileTogether } from './file-together.ts'
import type { Application, Filed } from './open-request.ts'

export type FileRequest = Application

/**
 * 在线申请: files an application on the portal. The program confirms it at once, so that the day of submission is
 * the day of receipt (条例 第三十一条, 指导案例26号). What seems wrong becomes a hint, never a refusal.
 */
export async function fileRequest(ctx: Context, application: FileRequest): Promise<Filed> {
  allow(ctx.actor, 'file-request')
  return fileTogether({
    ctx,
    opening: {
      application,
      channel: 'online',
      events: [
        { kind: 'submitted', on: ctx.today, channel: 'online' },
        { kind: 'confirmed', on: ctx.today },
      ],
    },
  })
}
