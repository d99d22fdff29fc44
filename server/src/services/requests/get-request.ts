import {
  availableEvents,
  type ClockToday,
  type Evidence,
  foldRequest,
  type LedgerStep,
  ledgerDays,
  type RemedyWindow,
  type RequestEventKind,
  type RequestFold,
  readToday,
  remedyWindow,
  type Settings,
  silenceWindow,
} from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type Applicant, maskApplicant } from './applicant.ts'
import { readConsultations, type StoredConsultation } from './consultation-store.ts'
import { readEvents, type StoredEvent } from './event-store.ts'
import { fileEvidence, readEvidence, type StoredEvidence } from './evidence.ts'
import { type ExtensionRequest, readExtensionRequests } from './extension/extension-store.ts'
import { type FeeOfCase, feeOfCase } from './fee/fee-of-case.ts'
import { itemNumberInMonth } from './item-number.ts'
import { readLetters, type StoredLetter } from './letter-store.ts'
import { type RequestLink, readLinks } from './link/link-store.ts'
import { type OfficeRules, readOfficeRules } from './office-rules/office-rules.ts'
import { type PublicationProposal, readProposals } from './publication/proposal-store.ts'
import { maskedParty } from './reading/masked-party.ts'
import type { ReadScope } from './reading/may-read.ts'
import { openCase, readScopeOf, showsPart } from './reading/open-case.ts'
import { readableAmong } from './reading/readable-cases.ts'
import { type RecordCall, readRecordCalls } from './record-call/record-call-store.ts'
import { readRedactions, type StoredRedaction } from './redaction/redaction-store.ts'
import { type RequestFile, readRequestFiles } from './request-file-store.ts'
import { type RequestNote, readNotes } from './request-notes.ts'
import { readRequestSettings } from './request-settings.ts'
import { readApplicant, type StoredRequest } from './request-store.ts'
import { type RelatedRequests, relatedRequests } from './same-applicant.ts'
import { shownFileName } from './shown-file-name.ts'
import { type DraftInHand, readDraftInHand } from './sign-off/draft-in-hand.ts'
import { type Colleague, colleaguesOf } from './staff-of-agency.ts'
import { type RequestTask, readTasks } from './task/task-store.ts'

/** 办理经过的一条, as the file page shows it. */
export type CourseEntry = StoredEvent

/** 案卷: a request with all that belongs to it, the applicant masked. */
export type RequestCase = Readonly<{
  request: StoredRequest
  applicant: Applicant
  fold: RequestFold
  today: ClockToday
  days: readonly LedgerStep[]
  history: readonly CourseEntry[]
  notes: readonly RequestNote[]
  fee: FeeOfCase | null
  /** 知悉范围 set for this case; `null` follows the office's rule. */
  readScope: ReadScope | null
  tasks: readonly RequestTask[]
  letters: readonly StoredLetter[]
  files: readonly RequestFile[]
  evidence: readonly StoredEvidence[]
  redactions: readonly StoredRedaction[]
  onFile: Evidence
  consultations: readonly StoredConsultation[]
  calls: readonly RecordCall[]
  extensions: readonly ExtensionRequest[]
  draft: DraftInHand | null
  rules: OfficeRules
  related: RelatedRequests
  links: readonly RequestLink[]
  proposals: readonly PublicationProposal[]
  itemNumber: number
  colleagues: readonly Colleague[]
  /** What may follow by where the case stands; who may do it is another question. */
  next: readonly RequestEventKind[]
  remedy: RemedyWindow | null
}>

export type GetRequest = Readonly<{ agencyId: string; requestId: string }>

export async function getRequest(ctx: Context, { agencyId, requestId }: GetRequest): Promise<RequestCase> {
  allow(ctx.actor, 'read-requests')
  return tx(ctx, async (t) => {
    const request = await openCase(t, ctx, { agencyId, requestId })
    const history = await readEvents(t, agencyId, requestId)
    const settings = await readRequestSettings(t, agencyId)
    const events = history.map(({ event }) => event)
    const fold = foldRequest(events, ctx.calendar, settings)
    const applicant = await readApplicant(t, ctx, request)
    return {
      request,
      history,
      fold,
      applicant: maskApplicant(applicant),
      today: readToday(fold.clock, ctx.today, ctx.calendar),
      days: ledgerDays(fold.clock, ctx.calendar),
      next: availableEvents(fold.state),
      onFile: await fileEvidence(t, request, events),
      itemNumber: await itemNumberInMonth(t, ctx.countingPractice, request),
      remedy: remedyOf(ctx, fold, settings),
      draft: await readDraftInHand(t, request, history),
      fee: await feeOfCase(t, request, history),
      ...(await papersOf(t, ctx, request, applicant)),
    }
  })
}

async function papersOf(t: Tx, ctx: Context, request: StoredRequest, applicant: Applicant) {
  const { agencyId, requestId } = request
  const files = await readRequestFiles(t, ctx, request)
  return {
    notes: await readNotes(t, request),
    letters: await readLetters(t, agencyId, requestId),
    files: files
      .filter(({ purpose }) => purpose !== 'letter')
      .map((file) => ({ ...file, name: shownFileName(file, applicant) })),
    evidence: await readEvidence(t, request),
    redactions: await readRedactions(t, request),
    consultations: await shownConsultations(t, ctx, request),
    readScope: await readScopeOf(t, request),
    calls: await readRecordCalls(t, request),
    extensions: await readExtensionRequests(t, request),
    rules: await readOfficeRules(t, agencyId),
    practice: await readOfficeRules(t, agencyId),
    links: await shownLinks(t, ctx, request),
    proposals: await readProposals(t, agencyId, { requestId }),
    related: await relatedRequests(t, ctx, request),
    colleagues: await colleaguesOf(t, agencyId),
    tasks: await readTasks(t, request),
  }
}

/** Whom the office asked is named to who has to write to them; to the others it is masked. */
async function shownConsultations(t: Tx, ctx: Context, request: StoredRequest) {
  const asked = await readConsultations(t, ctx, request)
  if (asked.length === 0 || (await showsPart(t, ctx, request, 'party'))) return asked
  return asked.map((one) =>
    one.partyKind === 'third-party' ? { ...one, party: maskedParty(one.party) } : one,
  )
}

/** A link that leads outside what the reader may know is not shown; the case at its other end shows it to its own readers. */
async function shownLinks(t: Tx, ctx: Context, request: StoredRequest) {
  const links = await readLinks(t, request)
  const known = await readableAmong(
    t,
    ctx,
    request.agencyId,
    links.map(({ otherId }) => otherId),
  )
  return links.filter(({ otherId }) => known.has(otherId))
}

/** Until when an answer, or silence past the deadline, can be contested. */
function remedyOf(
  ctx: Context,
  { clock, decision, service }: RequestFold,
  settings: Settings,
): RemedyWindow | null {
  if (decision !== null && service !== null && service.remedyFrom !== null) {
    const decidedOn = decision.approvedOn ?? decision.draftedOn
    return remedyWindow({ outcome: decision.outcome, decidedOn }, service.remedyFrom, ctx.calendar, settings)
  }
  const silent = clock.stopped === null && clock.dueOn !== null && ctx.today > clock.dueOn
  return silent ? silenceWindow(clock.dueOn, ctx.calendar, settings) : null
}
