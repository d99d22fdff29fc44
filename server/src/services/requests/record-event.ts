import {
  type ActFacts,
  applyEvent,
  foldRequest,
  type PlainDate,
  type RequestEvent,
  type RequestFold,
  type RequestState,
  type Settings,
} from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { Stale } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import { actorId, actorName, type Context } from '../context.ts'
import { notifyApplicant } from '../notifications/notify-applicant.ts'
import { occasionOf } from '../notifications/occasions.ts'
import { uphold } from '../uphold.ts'
import { insertEvent, type OfficeFacts, readEvents, type StoredEvent } from './event-store.ts'
import { fileEvidence, readOverrideNotice } from './evidence.ts'
import { allowToRead } from './reading/open-case.ts'
import { readRequestSettings } from './request-settings.ts'
import { foldColumns, lockRequest, type StoredRequest } from './request-store.ts'

/** Which request a verb is about, and the version its page showed. */
export type OnRequest = Readonly<{ agencyId: string; requestId: string; version: number }>

/** A request locked for a decision, with its history and what law reads off it. */
export type Locked = Readonly<{
  request: StoredRequest
  history: readonly StoredEvent[]
  fold: RequestFold
  settings: Settings
}>

export type Recorded = Readonly<{ fold: RequestFold; version: number; history: readonly StoredEvent[] }>

export type Beside = Readonly<{
  /** Facts for letters and for the file, kept with the event and not read by the clock. */
  office?: OfficeFacts
  note?: string | null
  /** What the law asks for beside the event. */
  facts?: Omit<ActFacts, 'today' | 'evidence'>
}>

/** Locks the request and refuses when somebody changed it since the page was shown. */
export async function lockForDecision(tx: Tx, ctx: Context, on: OnRequest): Promise<Locked> {
  await allowToRead(tx, ctx, on)
  const request = await lockRequest(tx, on.agencyId, on.requestId)
  if (request.version !== on.version) throw new Stale(`申请${request.number}`)
  const history = await readEvents(tx, on.agencyId, on.requestId)
  const settings = await readRequestSettings(tx, on.agencyId)
  const events = history.map(({ event }) => event)
  return { request, history, settings, fold: foldRequest(events, ctx.calendar, settings) }
}

/**
 * 登记办理经过: asks the law, appends the event, writes what the law reads off the whole history to the row, and
 * leaves an audit entry. A refusal rolls everything back.
 */
export async function recordEvent(
  tx: Tx,
  ctx: Context,
  locked: Locked,
  event: RequestEvent,
  beside: Beside = {},
): Promise<Recorded> {
  const { request, history, settings } = locked
  const events = history.map((stored) => stored.event)
  const evidence = await fileEvidence(tx, request, events)
  const overrideNotice = await readOverrideNotice(tx, request)
  const facts = {
    ...(overrideNotice === undefined ? {} : { overrideNotice }),
    ...beside.facts,
    today: ctx.today,
    evidence,
  }
  const fold = uphold(applyEvent(events, event, ctx.calendar, settings, facts))

  const last = history.at(-1)
  const happened = {
    seq: (last?.seq ?? 0) + 1,
    event,
    office: beside.office ?? {},
    note: beside.note ?? null,
    recordedAt: ctx.now,
    actor: actorName(ctx.actor),
    actorId: actorId(ctx.actor),
  }
  const stored = await insertEvent(tx, request, happened, last?.link ?? null)
  const version = await saveFold(tx, request, fold)
  await recordAudit(tx, ctx, {
    agencyId: request.agencyId,
    action: `request-${event.kind}`,
    objectKind: 'request',
    objectId: request.requestId,
    detail: { number: request.number, on: event.on, state: fold.state, digest: stored.link?.sha256 },
  })
  const occasion = occasionOf(event.kind)
  if (occasion !== null) await notifyApplicant(tx, ctx, request, occasion)
  return { fold, version, history: [...history, stored] }
}

/** Writes what a fold says to the row, and answers the row's new version. */
export async function saveFold(tx: Tx, request: StoredRequest, fold: RequestFold): Promise<number> {
  const { version } = await tx
    .updateTable('request')
    .set((row) => ({ ...foldColumns(fold, request.applicantClass), version: row('version', '+', 1) }))
    .where('agency_id', '=', request.agencyId)
    .where('request_id', '=', request.requestId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** What a verb answers: enough for a page to go on from. */
export type Handled = Readonly<{ version: number; state: RequestState; dueOn: PlainDate | null }>

export function handled({ version, fold }: Recorded): Handled {
  return { version, state: fold.state, dueOn: fold.clock.dueOn }
}
