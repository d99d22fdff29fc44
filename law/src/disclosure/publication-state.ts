import { cite } from '../citation.ts'
import type { PlainDate } from '../plain-date.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'
import type { DisclosureAttribute } from './attribute.ts'
import { nextStep, type PassedStep, type ReviewStep } from './review-step.ts'

/** 信息发布状态. 更正, 废止 and 失效 are no states: corrected text stays published, repealed text stays with its mark. */
export const PUBLICATION_STATES = {
  draft: '起草',
  submitted: '审核中',
  consulting: '征求其他机关或者第三方意见',
  referred: '报请确定中',
  reviewed: '待签发',
  approved: '待发布',
  scheduled: '定时发布',
  published: '已发布',
  returned: '已退回',
  withheld: '审查后不予公开',
  withdrawn: '已撤回',
  archived: '已归档',
} as const satisfies Record<string, string>

export type PublicationState = keyof typeof PUBLICATION_STATES

/** What moves a document, from which states and to which. There is no act of time: nothing is published by silence. */
// biome-ignore format: a table
export const PUBLICATION_ACTS = {
  edit:      { label: '修改',     from: ['draft', 'returned', 'submitted', 'reviewed', 'approved', 'scheduled'], to: 'draft' },
  submit:    { label: '提交审核', from: ['draft', 'returned'], to: 'submitted' },
  review:    { label: '审核通过', from: ['submitted'], to: 'reviewed' },
  consult:   { label: '征求意见', from: ['submitted', 'reviewed'], to: 'consulting' },
  consulted: { label: '收到意见', from: ['consulting'], to: 'submitted' },
  refer:     { label: '报请确定', from: ['submitted', 'reviewed'], to: 'referred' },
  referral:  { label: '收到确定意见', from: ['referred'], to: 'submitted' },
  return:    { label: '退回',     from: ['submitted', 'reviewed', 'approved', 'scheduled'], to: 'returned' },
  withhold:  { label: '决定不予公开', from: ['submitted', 'reviewed', 'referred'], to: 'withheld' },
  approve:   { label: '签发',     from: ['reviewed'], to: 'approved' },
  schedule:  { label: '定时',     from: ['approved'], to: 'scheduled' },
  publish:   { label: '发布',     from: ['approved', 'scheduled'], to: 'published' },
  'publish-urgently': { label: '应急发布', from: ['draft', 'returned', 'submitted', 'reviewed'], to: 'published' },
  apply:     { label: '更正生效', from: ['approved', 'scheduled'], to: 'archived' },
  correct:   { label: '更正',     from: ['published'], to: 'published' },
  withdraw:  { label: '撤回',     from: ['published'], to: 'withdrawn' },
  reopen:    { label: '重新评估', from: ['withheld', 'withdrawn'], to: 'draft' },
  archive:   { label: '归档',     from: ['published', 'withdrawn', 'withheld'], to: 'archived' },
} as const satisfies Record<string, { label: string; from: readonly PublicationState[]; to: PublicationState }>

export type PublicationAct = keyof typeof PUBLICATION_ACTS

/** Where an act leads from a state; null where it may not happen. Decided for every pair. */
export function publicationMove(state: PublicationState, act: PublicationAct): PublicationState | null {
  const { from, to } = PUBLICATION_ACTS[act]
  return (from as readonly PublicationState[]).includes(state) ? to : null
}

/** What a move is judged by. */
export type ReleaseFacts = Readonly<{
  attribute: DisclosureAttribute
  /** 不公开的理由 for what is not proactive. */
  ground: string | null
  chain: readonly ReviewStep[]
  passed: readonly PassedStep[]
  /** Of text, attachments, metadata and channels as they stand. */
  digest: string
  openConsultations: number
  /** 需要批准的, with the approval or without it (条例 第十一条第二款). */
  approval: 'not-needed' | 'missing' | 'given'
  /** The server's day, and the day a scheduled release is set for. */
  today: PlainDate
  publishOn?: PlainDate
  /** Why something is corrected or taken down. */
  reason?: string
}>

const REVIEW = cite('regulation', 17)

/** 发布流程: the state after an act, or why it may not happen. */
export function movePublication(
  state: PublicationState,
  act: PublicationAct,
  facts: ReleaseFacts,
): Ruling<PublicationState> {
  const to = publicationMove(state, act)
  if (to === null) {
    return refuse(
      'not-from-here',
      `“${PUBLICATION_STATES[state]}”的信息不能“${PUBLICATION_ACTS[act].label}”`,
      REVIEW,
    )
  }
  return GUARDS[act](facts) ?? grant(to)
}

type Guard = (facts: ReleaseFacts) => Ruling<PublicationState> | null

const free: Guard = () => null

const NOT_PROACTIVE: Ruling<PublicationState> = refuse(
  'not-proactive',
  '公开属性不是主动公开，不能发布',
  cite('regulation', 13),
)
const NOT_HEARD: Ruling<PublicationState> = refuse(
  'consultation-open',
  '涉及其他机关的，应当协商、确认后公开',
  cite('regulation', 11, 1),
)

const GUARDS: Readonly<Record<PublicationAct, Guard>> = {
  edit: free,
  submit: ({ attribute, ground }) =>
    attribute !== 'proactive' && isBlank(ground)
      ? refuse('ground-missing', '不主动公开的，应当写明依据和理由', cite('openness-rules'))
      : null,
  review: ({ chain, passed, digest }) => {
    const next = nextStep(chain, passed, digest)
    return next === null || next === 'leader-approval'
      ? null
      : refuse('steps-open', '还有审核环节没有完成', REVIEW)
  },
  consult: free,
  consulted: ({ openConsultations }) =>
    openConsultations > 0 ? refuse('consultation-open', '还有意见没有收到', cite('regulation', 11, 1)) : null,
  refer: free,
  referral: free,
  return: ({ reason }) => (isBlank(reason) ? refuse('reason-missing', '退回应当写明理由', REVIEW) : null),
  withhold: ({ ground }) =>
    isBlank(ground) ? refuse('ground-missing', '决定不予公开的，应当写明依据和理由', REVIEW) : null,
  approve: (facts) => releaseGuard(facts),
  schedule: ({ publishOn, today }) =>
    publishOn === undefined || publishOn < today
      ? refuse('day-past', '定时发布的日期不能早于今天', REVIEW)
      : null,
  publish: (facts) => {
    if (facts.publishOn !== undefined && facts.publishOn > facts.today)
      return refuse('day-to-come', '还没有到定时发布的日期', REVIEW)
    return releaseGuard(facts)
  },
  'publish-urgently': ({ attribute, reason, openConsultations }) => {
    if (attribute !== 'proactive') return NOT_PROACTIVE
    if (isBlank(reason))
      return refuse('reason-missing', '应急发布应当写明为什么来不及完成各级审核', cite('regulation', 6))
    return openConsultations > 0 ? NOT_HEARD : null
  },
  apply: (facts) => releaseGuard(facts),
  correct: (facts) =>
    isBlank(facts.reason)
      ? refuse('reason-missing', '更正应当写明更正的内容', cite('regulation', 6))
      : releaseGuard(facts),
  withdraw: ({ reason }) => (isBlank(reason) ? refuse('reason-missing', '撤回应当写明理由', REVIEW) : null),
  reopen: free,
  archive: free,
}

/** Nothing goes out but what is to be open, fully reviewed as it stands, and approved where approval is needed. */
function releaseGuard(facts: ReleaseFacts): Ruling<PublicationState> | null {
  const { attribute, chain, passed, digest, openConsultations, approval } = facts
  if (attribute !== 'proactive') return NOT_PROACTIVE
  if (nextStep(chain, passed, digest) !== null) {
    return refuse(
      'not-approved-as-it-stands',
      '现有内容没有完成全部审核；签发后修改过的，应当重新审核',
      REVIEW,
    )
  }
  if (openConsultations > 0) return NOT_HEARD
  if (approval === 'missing')
    return refuse('approval-missing', '需要批准的，未经批准不得公开', cite('regulation', 11, 2))
  return null
}

function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === ''
}
