import {
  nextStep,
  type PassedStep,
  type ProofItem,
  REVIEW_ROLES,
  type ReviewLevel,
  type ReviewRole,
  type ReviewStep,
  USUAL_LEVELS,
} from '@mingfu/law'
import { Forbidden } from '../../errors.ts'
import type { Actor } from '../context.ts'
import type { RecordedEvent } from './document-event-store.ts'

/** The levels that a document was submitted to; before there was a setting, the usual ones. */
export function levelsIn(events: readonly RecordedEvent[]): readonly ReviewLevel[] {
  const submitted = events.findLast(({ kind }) => kind === 'submitted')
  return (submitted?.facts.levels as readonly ReviewLevel[] | undefined) ?? USUAL_LEVELS
}

/** 三审三校, as it was asked when the document was submitted. */
export function proofreadIn(events: readonly RecordedEvent[]): boolean {
  return events.findLast(({ kind }) => kind === 'submitted')?.facts.proofreading === true
}

/** Levels passed so far. What was returned or edited in between starts anew, even with the same words. */
export function passedSteps(events: readonly RecordedEvent[]): readonly PassedStep[] {
  return passedEvents(events).map(({ step, event }) => ({
    step,
    by: event.actorId ?? event.actor,
    digest: String(event.facts.digest),
  }))
}

function passedEvents(events: readonly RecordedEvent[]) {
  const passed: { step: ReviewStep; event: RecordedEvent }[] = []
  for (const event of events) {
    if (ANEW.includes(event.kind)) passed.length = 0
    const step = stepOf(event)
    if (step !== undefined) passed.push({ step, event })
  }
  return passed
}

function stepOf({ kind, facts }: RecordedEvent): ReviewStep | undefined {
  if (kind === 'level-passed') return facts.step as ReviewStep
  return kind === 'reviewed' && facts.opinion !== 'disclose' ? undefined : STEP_OF[kind]
}

const ANEW: readonly RecordedEvent['kind'][] = [
  'edited',
  'file-attached',
  'file-removed',
  'returned',
  'reopened',
  're-reviewed',
]

const STEP_OF: Partial<Record<RecordedEvent['kind'], ReviewStep>> = {
  submitted: 'self-check',
  reviewed: 'secrecy-review',
  approved: 'leader-approval',
}

/** One line of the 审核记录: the level, and who passed it with what. */
export type LevelRecord = ReviewLevel &
  Readonly<{
    passedBy: string | null
    passedAt: Date | null
    opinion: string
    proofread: readonly ProofItem[]
    current: boolean
  }>

/** 审核记录: every level of a document in order; none is current before it is submitted and after it is signed. */
export function levelRecords(
  events: readonly RecordedEvent[],
  digest: string,
  underReview: boolean,
): readonly LevelRecord[] {
  const levels = levelsIn(events)
  const passed = passedEvents(events).filter(({ event }) => event.facts.digest === digest)
  const chain = levels.map(({ step }) => step)
  const current = nextStep(chain, passedSteps(events), digest)
  return levels.map((level) => {
    const done = passed.findLast(({ step }) => step === level.step)?.event
    return {
      ...level,
      passedBy: done?.actor ?? null,
      passedAt: done?.at ?? null,
      opinion: String(done?.facts.opinionText ?? done?.facts.reason ?? ''),
      proofread: (done?.facts.proofread as readonly ProofItem[] | undefined) ?? [],
      current: underReview && level.step === current,
    }
  })
}

/** Who signs a level has the role that the organ named for it. */
export function requireLevelRole(actor: Actor, levels: readonly ReviewLevel[], step: ReviewStep): void {
  const level = levels.find((one) => one.step === step)
  if (level === undefined || actor.kind !== 'staff') return
  if (!(actor.roles as readonly string[]).includes(level.role))
    throw new Forbidden(`“${level.label}”由${roleName(level.role)}办理`)
}

export function roleName(role: ReviewRole): string {
  return REVIEW_ROLES[role]
}
