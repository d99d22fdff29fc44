import { notifications as contract } from '@mingfu/contract'
import { listNotifications } from '../services/notifications/list-notifications.ts'
import { occasionText } from '../services/notifications/occasions.ts'
import { resendNotification } from '../services/notifications/resend-notification.ts'
import { saveMessageSettings } from '../services/notifications/save-message-settings.ts'
import { sendTestMessage } from '../services/notifications/send-test-message.ts'
import { agencyOf } from './agencies.ts'
import type { Api } from './route.ts'

export function notificationRoutes(api: Api): void {
  api.route(contract.list, async ({ ctx, query: { state, to } }) => {
    const { notifications, ...rest } = await listNotifications(ctx, {
      agencyId: agencyOf(ctx),
      ...(state === undefined ? {} : { state }),
      ...(to === undefined ? {} : { to }),
    })
    return {
      ...rest,
      notifications: notifications.map((one) => ({
        ...one,
        occasion: occasionText(one.occasion),
        createdAt: one.createdAt.toISOString(),
        sentAt: one.sentAt?.toISOString() ?? null,
      })),
    }
  })
  api.route(contract.saveSettings, async ({ ctx, body }) => {
    await saveMessageSettings(ctx, { agencyId: agencyOf(ctx), ...body })
    return {}
  })
  api.route(contract.resend, async ({ ctx, params }) => {
    await resendNotification(ctx, { agencyId: agencyOf(ctx), ...params })
    return {}
  })
  api.route(contract.test, async ({ ctx, body }) =>
    sendTestMessage(ctx, { agencyId: agencyOf(ctx), ...body }),
  )
}
