import {
  cite,
  grant,
  movePublication,
  type PassedStep,
  type PlainDate,
  type PublicationAct,
  type PublicationState,
  passStep,
  publicationMove,
  type ReviewStep,
  type Ruling,
  refuse,
} from '@mingfu/law'
import { actorId, actorName, type Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import type { RecordedEvent, StoredDocument } from './document-store.ts'

/** 先审查后公开: drafter's own check, secrecy review, leader's signature. */
const CHAIN: readonly ReviewStep[] = ['self-check', 'secrecy-review', 'leader-approval']

/** What verbs there are for; law knows more acts than an office of this size uses. */
const OFFERED: readonly PublicationAct[] = [
  'edit',
  'submit',
  'review',
  'consult',
  'consulted',
  'referral',
  'return',
  'approve',
  'schedule',
  'publish',
  'withdraw',
  'reopen',
]

/** Which acts are open in a state; the console shows these buttons and no others. */
export function actsIn(state: PublicationState): readonly PublicationAct[] {
  // What is reviewed already would have to be reviewed again: it is returned first.
  return OFFERED.filter(
    (act) => publicationMove(state, act) !== null && !(act === 'consult' && state === 'reviewed'),
  )
}

type Move = Readonly<{
  ctx: Context
  document: StoredDocument
  events: readonly RecordedEvent[]
  digest: string
  /** The level passed by this very act. */
  passing?: ReviewStep
  reason?: string
  /** 定时发布: for which day. */
  publishOn?: PlainDate
}>

/** The state after an act, by law; a refusal is thrown. */
export function moveDocument(act: PublicationAct, move: Move): PublicationState {
  const { ctx, document, events, digest, passing, reason, publishOn } = move
  const { content, state } = document
  const passed = passedSteps(events)
  const facts = {
    attribute: content.attribute,
    ground: act === 'withhold' ? (reason ?? null) : content.attributeReason,
    chain: CHAIN,
    digest,
    openConsultations: 0,
    approval: 'not-needed',
    today: ctx.today,
    ...(reason === undefined ? {} : { reason }),
    ...(publishOn === undefined ? {} : { publishOn }),
  } as const
  if (publicationMove(state, act) === null) {
    if (act === 'edit') refuseRewriting(state)
    return uphold(movePublication(state, act, { ...facts, passed }))
  }
  if (passing === undefined) return uphold(movePublication(state, act, { ...facts, passed }))
  const by = actorId(ctx.actor) ?? actorName(ctx.actor)
  const step = uphold(
    passStep(CHAIN, passed, { step: passing, by, digest, drafter: document.createdBy ?? '' }),
  )
  return uphold(movePublication(state, act, { ...facts, passed: [...passed, step] }))
}

/** Levels passed so far. What was returned or edited in between starts anew, even with the same words. */
function passedSteps(events: readonly RecordedEvent[]): readonly PassedStep[] {
  const steps: PassedStep[] = []
  for (const { kind, facts, actor, actorId: id } of events) {
    if (ANEW.includes(kind)) steps.length = 0
    const step = kind === 'reviewed' && facts.opinion !== 'disclose' ? undefined : STEP_OF[kind]
    if (step !== undefined) steps.push({ step, by: id ?? actor, digest: String(facts.digest) })
  }
  return steps
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

/** Everybody who had a hand in the content. */
export function draftersOf(events: readonly RecordedEvent[]): ReadonlySet<string> {
  const kinds = ['drafted', 'edited', 'file-attached', 'file-removed', 'submitted']
  return new Set(
    events.filter(({ kind }) => kinds.includes(kind)).flatMap(({ actorId: id }) => (id === null ? [] : [id])),
  )
}

/** 审查人、签发人 did not write what they judge, not even a part of it. */
export function apartFromDrafters(person: string | null, drafters: ReadonlySet<string>): Ruling<void> {
  if (person === null || !drafters.has(person)) return grant(undefined)
  return refuse(
    'judge-is-drafter',
    '参与拟制这条信息的人不能审查、签发，请由其他人办理',
    cite('regulation', 17),
  )
}

/** 审查和签发都对应着内容摘要: content that differs from what was submitted is not what is looked at. */
export function sameContent(now: string, then: string | null): Ruling<void> {
  if (now === then) return grant(undefined)
  return refuse('content-changed', '内容与送审、签发时不一致，请重新送审', cite('regulation', 17))
}

/** Published text stands: it is withdrawn and published anew, never rewritten in place. */
function refuseRewriting(state: PublicationState): void {
  if (state !== 'published') return
  const reason = '已经发布的内容不能直接修改，请撤回、修改后重新审查发布，或者变更其有效性'
  uphold(refuse('published-content-stands', reason, cite('website-guidelines')))
}
