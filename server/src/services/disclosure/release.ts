import {
  cite,
  grant,
  movePublication,
  type PlainDate,
  type PublicationAct,
  type PublicationState,
  passStep,
  publicationMove,
  type ReviewLevel,
  type ReviewStep,
  type Ruling,
  refuse,
} from '@mingfu/law'
import { actorId, actorName, type Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import type { RecordedEvent } from './document-event-store.ts'
import type { StoredDocument } from './document-store.ts'
import { levelsIn, passedSteps } from './review-level.ts'

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
  'publish-urgently',
  'correct',
  'withdraw',
  'reopen',
]

/** Which acts are open in a state; the console shows these buttons and no others. */
export function actsIn({
  state,
  correctsId,
}: Pick<StoredDocument, 'state' | 'correctsId'>): readonly PublicationAct[] {
  // What is reviewed already would have to be reviewed again: it is returned first.
  return OFFERED.filter(
    (act) =>
      publicationMove(state, act) !== null &&
      !(act === 'consult' && state === 'reviewed') &&
      !(act === 'publish-urgently' && correctsId !== null),
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
  /** The levels it is submitted to by this very act; later they stand in its history. */
  levels?: readonly ReviewLevel[]
  openConsultations?: number
  /** 定时发布: for which day. */
  publishOn?: PlainDate
}>

/** The state after an act, by law; a refusal is thrown. */
export function moveDocument(act: PublicationAct, move: Move): PublicationState {
  const { ctx, document, events, digest, passing, reason, publishOn } = move
  const { content, state } = document
  const passed = passedSteps(events)
  const chain = (move.levels ?? levelsIn(events)).map(({ step }) => step)
  const facts = {
    attribute: content.attribute,
    ground: act === 'withhold' ? (reason ?? null) : content.attributeReason,
    chain,
    digest,
    openConsultations: move.openConsultations ?? 0,
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
    passStep(chain, passed, { step: passing, by, digest, drafter: document.createdBy ?? '' }),
  )
  return uphold(movePublication(state, act, { ...facts, passed: [...passed, step] }))
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
  const reason = '已经发布的内容不能直接修改，请拟制更正，或者撤回、修改后重新审查发布'
  uphold(refuse('published-content-stands', reason, cite('website-guidelines')))
}
