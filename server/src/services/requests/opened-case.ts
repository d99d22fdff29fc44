import { applyEvent, foldRequest, type RequestEvent, type RequestFold, type Settings } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import type { Agency } from '../agencies/find-agency.ts'
import { recordAudits } from '../audit.ts'
import { actorId, actorName, type Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { sealApplicant, suggestClass } from './applicant.ts'
import { eventRow } from './event-store.ts'
import { type FilingHint, filingHints } from './filing-hints.ts'
import { receiptLetter } from './issue-receipt.ts'
import { letterRow } from './letter-store.ts'
import type { Application, Filed, OpeningBy } from './open-request.ts'
import { hashQueryCode, makeQueryCode } from './query-code.ts'
import { requestFileRows } from './request-file-store.ts'
import { foldColumns } from './request-store.ts'
import { contentIndex } from './same-content.ts'
import { askedOf } from './wish.ts'

export type Named = OpeningBy & Readonly<{ requestId: string }>
export type OfficeOf = Readonly<{ settings: Settings; agency: Agency; contact: string }>
export type Case = ReturnType<typeof caseOf>

/** Everything that is written for one application, and what its applicant is told. */
export function caseOf(by: Named, number: string, { settings, agency, contact }: OfficeOf) {
  const { ctx, opening, requestId } = by
  const { application, channel } = opening
  const { agencyId } = application
  const key = { agencyId, requestId }
  const queryCode = makeQueryCode(ctx.seal, agencyId, application.filingKey)
  const hints = hintsOf(application)
  const applicantClass = opening.applicantClass ?? suggestClass(application.applicant, settings)
  const fold = foldOpening(ctx, opening.events, settings)
  const events = eventRows(by, key)
  const asked = askedOf(application.wish)
  const receipt = { agencyId, requestId, number, applicantClass, asked, fold }
  const letter = receiptLetter(ctx, { agency: agency.name, contact }, receipt)
  return {
    by,
    filed: filed(requestId, number, queryCode, fold, hints),
    request: {
      agency_id: agencyId,
      request_id: requestId,
      number,
      query_code_hash: hashQueryCode(queryCode),
      channel,
      applicant_kind: application.applicant.kind,
      applicant_class: applicantClass,
      ...wishColumns(ctx, application),
      ...foldColumns(fold, applicantClass),
      hints: JSON.stringify(hints),
      notify_by: application.notifyBy ?? null,
      created_at: ctx.now,
    },
    applicant: {
      agency_id: agencyId,
      request_id: requestId,
      ...sealApplicant(ctx.seal, application.applicant),
    },
    files: application.attachments.map((file) => requestFileRows(ctx, key, file)),
    events: events.map(({ row }) => row),
    letters: letter === null ? [] : [letterRow(ctx, { agencyId, requestId, letter })],
    audit: {
      agencyId,
      action: 'file-request',
      objectKind: 'request',
      objectId: requestId,
      detail: { number, channel, digest: events.at(-1)?.event.link?.sha256 },
    },
  }
}

function eventRows({ ctx, opening }: Named, key: Readonly<{ agencyId: string; requestId: string }>) {
  const rows: ReturnType<typeof eventRow>[] = []
  for (const [index, event] of opening.events.entries()) {
    const happened = {
      seq: index + 1,
      event,
      office: index === 0 ? (opening.office ?? {}) : {},
      note: null,
      recordedAt: ctx.now,
      actor: actorName(ctx.actor),
      actorId: actorId(ctx.actor),
    }
    rows.push(eventRow(key, happened, rows.at(-1)?.event.link ?? null))
  }
  return rows
}

/** Writes the cases, a statement a table. */
export async function insertCases(tx: Tx, agencyId: string, cases: readonly Case[]): Promise<void> {
  await tx
    .insertInto('request')
    .values(cases.map(({ request }) => request))
    .execute()
  await tx
    .insertInto('applicant')
    .values(cases.map(({ applicant }) => applicant))
    .execute()
  const files = cases.flatMap((one) => one.files)
  if (files.length > 0) {
    await tx
      .insertInto('file')
      .values(files.map(({ file }) => file))
      .execute()
    await tx
      .insertInto('request_file')
      .values(files.map(({ requestFile }) => requestFile))
      .execute()
  }
  await tx
    .insertInto('request_event')
    .values(cases.flatMap(({ events }) => events))
    .execute()
  const letters = cases.flatMap((one) => one.letters)
  if (letters.length > 0) await tx.insertInto('letter').values(letters).execute()
  await recordAudits(
    tx,
    agencyId,
    cases.map(({ by: { ctx }, audit }) => ({ ctx, record: audit })),
  )
}

function foldOpening(
  ctx: Context,
  events: readonly RequestEvent[],
  settings: Parameters<typeof applyEvent>[3],
): RequestFold {
  let fold = foldRequest([], ctx.calendar, settings)
  for (const [index, event] of events.entries()) {
    fold = uphold(applyEvent(events.slice(0, index), event, ctx.calendar, settings, { today: ctx.today }))
  }
  return fold
}

function hintsOf({ applicant, wish, attachments }: Application): readonly FilingHint[] {
  return filingHints(
    applicant,
    wish,
    attachments.filter(({ purpose }) => purpose === 'identity-proof').length,
  )
}

function wishColumns(ctx: Context, { wish, purpose, acceptsOtherForm }: Application) {
  return {
    description: wish.description,
    info_title: wish.infoTitle || null,
    info_document_number: wish.infoDocumentNumber || null,
    info_index_number: wish.infoIndexNumber || null,
    purpose: purpose || null,
    wanted_medium: wish.wantedMedium,
    wanted_delivery: wish.wantedDelivery,
    accepts_other_form: acceptsOtherForm,
    content_index: contentIndex(ctx.seal, wish),
  }
}

function filed(
  requestId: string,
  number: string,
  queryCode: string,
  fold: RequestFold,
  hints: readonly FilingHint[],
): Filed {
  const { receivedOn, clock } = fold
  return {
    requestId,
    number,
    queryCode,
    receivedOn,
    dueOn: clock.dueOn,
    provisional: clock.provisional,
    hints,
  }
}
