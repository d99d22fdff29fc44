import {
  composeReply,
  type DenialCode,
  type Letter,
  type LetterFrame,
  NOT_GOVERNMENT_INFORMATION,
  type PlainDate,
  type RemedyCase,
  type ReplyItem,
  type RequestRecital,
  type Ruling,
  remedyClause,
  type WithheldPart,
} from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { type Agency, getAgency } from '../agencies/find-agency.ts'
import type { Context } from '../context.ts'
import { issueLetter, nextLetterFrame, noticeRequest } from './issue-letter.ts'
import type { Locked } from './record-event.ts'

export type ReplyFrame = LetterFrame & Readonly<{ number: string; agencyOf: Agency }>

/** As `nextLetterFrame`, with the agency's standing, which the remedy clause depends on. */
export async function nextReplyFrame(tx: Tx, agencyId: string, on: PlainDate): Promise<ReplyFrame> {
  const frame = await nextLetterFrame(tx, agencyId, on)
  return { ...frame, agencyOf: await getAgency(tx, agencyId) }
}

/** 答复书、告知书 (D12, D14): article, text and remedy all follow from the outcome. Answers the letter's id. */
export async function issueReply(
  tx: Tx,
  ctx: Context,
  locked: Locked,
  frame: ReplyFrame,
  items: readonly [ReplyItem, ...ReplyItem[]],
): Promise<string> {
  return issueLetter(tx, ctx, locked.request, replyLetter(locked, frame, items))
}

/** The letter of a decision, or what stands against it. */
export function replyLetter(
  locked: Pick<Locked, 'request' | 'history' | 'fold' | 'settings'>,
  frame: ReplyFrame,
  items: readonly [ReplyItem, ...ReplyItem[]],
): Ruling<Letter> {
  const { request, fold, settings } = locked
  const clause = remedyClause(remedyCase(frame, items, request.wantedDelivery), settings)
  if (!clause.granted) return clause
  const recital = { ...noticeRequest(request, fold), ...recitalOf(locked) }
  return composeReply({ frame, request: recital, items, remedy: clause.value.text })
}

/** The strictest item decides: one refusal that needs reconsideration first sends the whole letter there. */
function remedyCase(
  { agencyOf, on }: ReplyFrame,
  items: readonly [ReplyItem, ...ReplyItem[]],
  wantedDelivery: string,
): RemedyCase {
  const withheldUnder = items
    .flatMap(({ facts }) => (facts.withheld ?? []) as readonly WithheldPart[])
    .map(({ ground }) => ground)
    .filter((ground): ground is DenialCode => ground !== NOT_GOVERNMENT_INFORMATION)
  const deciding =
    items.find(({ outcome }) => outcome.startsWith('deny-')) ??
    items.find(({ outcome }) => outcome === 'partial')
  const electronic = wantedDelivery === 'online' || wantedDelivery === 'email'
  return {
    outcome: (deciding ?? items[0]).outcome,
    withheldUnder,
    decidedOn: on,
    agency: standingOf(agencyOf),
    court: agencyOf.court,
    ...(electronic ? { electronic, onlineChannel: ONLINE_RECONSIDERATION } : {}),
  }
}

/** The national service named by the Reconsideration Law's online filing. */
const ONLINE_RECONSIDERATION = '全国行政复议服务平台（掌上复议）'

/** What the remedy clause needs to know of the agency. */
export function standingOf({ name, orgType, reconsiderationOrgan }: Agency): RemedyCase['agency'] {
  switch (orgType) {
    case 'department':
      return { name, kind: 'local-department', government: reconsiderationOrgan }
    case 'functional_zone':
      return { name, kind: 'dispatched-office', government: reconsiderationOrgan }
    case 'government':
    case 'township':
      return { name, kind: 'local-government', higherGovernment: reconsiderationOrgan }
  }
}

/** The turns of the clock that the reply recalls, so that the applicant can follow the days. */
function recitalOf({
  request,
  history,
  fold,
}: Pick<Locked, 'request' | 'history' | 'fold'>): Pick<RequestRecital, 'channel'> & Partial<RequestRecital> {
  const events = history.map(({ event }) => event)
  const noticed = events.findLast(({ kind }) => kind === 'correction-requested')
  const corrected = events.findLast(({ kind }) => kind === 'correction-received')
  const extended = events.findLast((event) => event.kind === 'extended')
  const pause = fold.clock.pauses.find(({ why }) => why === 'third-party' || why === 'co-maker')
  return {
    channel: request.channel,
    ...(noticed && corrected ? { correction: { noticedOn: noticed.on, receivedOn: corrected.on } } : {}),
    ...(extended ? { extension: { toldOn: extended.on, workingDays: extended.workingDays } } : {}),
    ...(pause && (pause.why === 'third-party' || pause.why === 'co-maker')
      ? { consultation: { with: pause.why, from: pause.from, to: pause.to } }
      : {}),
  }
}
