import type { DecisionItemView } from '@mingfu/contract'
import {
  type Citation,
  type Clock,
  type ClockToday,
  type ContentFacts,
  citationText,
  EVIDENCE,
  isComplete,
  type LedgerStep,
  type Letter,
  REQUEST_EVENTS,
  type ReplyItem,
} from '@mingfu/law'
import { eventLines } from '../services/requests/event-lines.ts'
import type { StoredEvidence } from '../services/requests/evidence.ts'
import { evidenceLines } from '../services/requests/evidence-lines.ts'
import type { FilingHint } from '../services/requests/filing-hints.ts'
import type { RequestCase } from '../services/requests/get-request.ts'
import type { RequestTask } from '../services/requests/task/my-tasks.ts'
import { askedOf } from '../services/requests/wish.ts'

/** 案卷, field by field: what is not named here does not leave the house. */
export function presentRequest(file: RequestCase) {
  const { request, fold, history, applicant } = file
  return {
    requestId: request.requestId,
    number: request.number,
    version: request.version,
    channel: request.channel,
    applicantClass: request.applicantClass,
    applicant,
    asked: askedOf(request),
    description: request.description,
    infoTitle: request.infoTitle,
    infoDocumentNumber: request.infoDocumentNumber,
    infoIndexNumber: request.infoIndexNumber,
    purpose: request.purpose,
    wantedMedium: request.wantedMedium,
    wantedDelivery: request.wantedDelivery,
    acceptsOtherForm: request.acceptsOtherForm,
    state: fold.state,
    outcome: fold.outcome,
    handlerId: request.handlerId,
    hints: presentHints(request.hints),
    clock: presentClock(fold.clock, file.today),
    days: file.days.map(presentStep),
    violations: fold.violations.map(({ on, text, basis, severity }) => ({
      on,
      text,
      severity,
      basis: citationText(basis),
    })),
    timeline: presentTimeline(file),
    letters: file.letters.map(({ letterId, code, title, number, issuedOn, recipient, firstPickedUpAt }) => ({
      letterId,
      code,
      title,
      number,
      issuedOn,
      recipient,
      pickedUpAt: firstPickedUpAt?.toISOString() ?? null,
    })),
    files: file.files.flatMap(({ fileId, name, sizeBytes, purpose, addedAt }) =>
      purpose === 'letter' ? [] : [{ fileId, name, sizeBytes, purpose, addedAt: addedAt.toISOString() }],
    ),
    evidence: file.evidence.map(presentEvidence),
    redactions: file.redactions.map(({ redactionId, sourceFileId, marks, pages, releasedFileId }) => ({
      redactionId,
      sourceFileId,
      pages: pages.length,
      marks: marks.map(({ page, ground, part }) => ({ page, ground, part })),
      releasedFileId,
    })),
    onFile: file.onFile.onFile.filter(
      (kind) => kind !== 'search-record' || file.onFile.searches.some(isComplete),
    ),
    consultations: presentConsultations(file),
    calls: file.calls,
    extensions: file.extensions.map(({ askedAt, decidedAt: _decidedAt, ...extension }) => ({
      ...extension,
      askedAt: askedAt.toISOString(),
    })),
    signOff: {
      next: fold.state === 'decision-drafted' ? (file.draft?.next ?? null) : null,
      signed: (file.draft?.signed ?? []).map(({ step, opinion, actor, signedAt }) => ({
        step,
        opinion,
        actor,
        signedAt: signedAt.toISOString(),
      })),
    },
    feePayment: file.rules.feePayment,
    related: file.related.shown,
    relatedOutOfScope: file.related.outOfScope,
    links: file.links,
    proposals: file.proposals,
    itemNumber: file.itemNumber,
    tasks: file.tasks.map(presentTask),
    readScope: file.readScope,
    fee: file.fee,
    colleagues: file.colleagues.map(({ staffId, name, roles }) => ({
      staffId,
      name,
      officeHead: roles.includes('office-head'),
    })),
    next: file.next,
    draft: draftOf(history),
    documentNumber: fold.decision?.documentNumber ?? null,
    remedy:
      file.remedy === null
        ? null
        : {
            reconsiderationBy: file.remedy.reconsiderationBy,
            suitBy: file.remedy.suitBy,
            reconsiderationFirst: file.remedy.route === 'reconsideration-first',
            provisional: file.remedy.provisional,
          },
  }
}

export function presentTask({ doneAt, ...task }: RequestTask) {
  return { ...task, doneAt: doneAt?.toISOString() ?? null }
}

export function presentClock(clock: Clock, today: ClockToday) {
  return {
    ...today,
    receivedOn: clock.receivedOn,
    restartedOn: clock.restartedOn,
    dueOn: clock.dueOn,
    baseDueOn: clock.baseDueOn,
    riskDueOn: clock.riskDueOn,
    provisional: clock.provisional,
    extendedByWorkingDays: clock.extendedByWorkingDays,
    correctionDueOn: clock.correctionDueOn,
    respondBy: clock.respondBy,
    reasonsRespondBy: clock.reasonsRespondBy,
    feePayBy: clock.feePayBy,
    steps: clock.steps.map(presentStep),
  }
}

export function presentHints(hints: readonly FilingHint[]) {
  return hints.map(({ text, basis }) => ({ text, basis: citationText(basis) }))
}

export function presentPreview({ basis, ...letter }: Letter) {
  return { ...letter, basis: basis.map(citationText) }
}

function presentStep({ basis, ...step }: LedgerStep) {
  return { ...step, basis: textOf(basis) }
}

/** Events and remarks as they were recorded, oldest first. */
function presentTimeline({ history, notes }: RequestCase) {
  const events = history.map((stored) => ({
    id: String(stored.seq),
    kind: stored.event.kind,
    label: REQUEST_EVENTS[stored.event.kind].label,
    on: stored.event.on,
    recordedAt: stored.recordedAt.toISOString(),
    actor: stored.actor,
    basis: citationText(REQUEST_EVENTS[stored.event.kind].basis),
    lines: eventLines(stored),
  }))
  const remarks = notes.map(({ noteId, body, at, actor }) => ({
    id: noteId,
    kind: null,
    label: '备注',
    on: null,
    recordedAt: at.toISOString(),
    actor,
    basis: null,
    lines: [body],
  }))
  return [...events, ...remarks].sort((a, b) =>
    a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0,
  )
}

function presentEvidence({ evidenceId, kind, facts, recordedAt }: StoredEvidence) {
  return {
    evidenceId,
    kind,
    label: EVIDENCE[kind],
    recordedAt: recordedAt.toISOString(),
    lines: evidenceLines(kind, facts),
    fileIds: (facts.fileIds ?? []) as readonly string[],
  }
}

function presentConsultations({ consultations, fold }: RequestCase) {
  return consultations.flatMap(({ consultationId, partyKind, party, subject, opinion }) => {
    const asked = fold.clock.consultations.find(({ consultation }) => consultation === consultationId)
    if (asked === undefined) return []
    const { sentOn, deliveredOn, respondBy, closedOn, answer } = asked
    return {
      consultationId,
      with: partyKind,
      partyName: party.name,
      partyContact: [party.contactName, party.phone, party.address].filter((text) => text !== '').join('，'),
      subject,
      opinion,
      sentOn,
      deliveredOn,
      respondBy,
      closedOn,
      answer,
    }
  })
}

/** The decision last drafted, or given on the spot; a returned draft stays, to be worked on. */
function draftOf(history: RequestCase['history']): readonly DecisionItemView[] {
  const drafted = history.findLast(({ event }) => DRAFTS.has(event.kind))
  const items = (drafted?.office.items ?? []) as readonly ReplyItem[]
  return items.map(({ facts, ...item }) => ({ ...item, facts: withoutGaps(facts) }))
}

const DRAFTS: ReadonlySet<string> = new Set(['decision-drafted', 'replied-on-spot', 'ordered-again'])

function withoutGaps(facts: ContentFacts): DecisionItemView['facts'] {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known) as DecisionItemView['facts']
}

function textOf(basis: Citation | null): string | null {
  return basis === null ? null : citationText(basis)
}
