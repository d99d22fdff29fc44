import { calendar as contract } from '@mingfu/contract'
import { importNotice } from '../services/calendar/import-notice.ts'
import { readNotice } from '../services/calendar/read-notice.ts'
import { showCalendar } from '../services/calendar/show-calendar.ts'
import type { Api } from './route.ts'

/** `reload` makes an imported notice known here at once; other processes read it within a minute. */
export function calendarRoutes(api: Api, reload: () => Promise<void>): void {
  api.route(contract.year, async ({ ctx, params }) => showCalendar(ctx, params.year))
  api.route(contract.readNotice, async ({ ctx, body }) => readNotice(ctx, body))
  api.route(contract.importNotice, async ({ ctx, body }) => {
    const year = await importNotice(ctx, body)
    await reload()
    return { year }
  })
}
