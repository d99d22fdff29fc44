import { foldRequest, type RequestFold } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import type { Context } from '../context.ts'
import { readEvents } from './event-store.ts'
import { readRequestSettings } from './request-settings.ts'
import type { StoredRequest } from './request-store.ts'

/** What law reads off the history of a request, as it stands. */
export async function foldOf(
  tx: Tx,
  ctx: Context,
  { agencyId, requestId }: Pick<StoredRequest, 'agencyId' | 'requestId'>,
): Promise<RequestFold> {
  const history = await readEvents(tx, agencyId, requestId)
  const settings = await readRequestSettings(tx, agencyId)
  return foldRequest(
    history.map(({ event }) => event),
    ctx.calendar,
    settings,
  )
}
