import { cite } from '../citation.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'

/** 审核环节, in the order in which a chain may hold them. */
export const REVIEW_STEPS = {
  'self-check': { label: '自审', by: '拟稿人' },
  'unit-review': { label: '部门审', by: '承办部门负责人' },
  'office-review': { label: '公开机构审', by: '政府信息公开工作机构' },
  'secrecy-review': { label: '保密审查', by: '保密审查人' },
  'leader-approval': { label: '领导审签', by: '分管领导或者主要领导' },
} as const satisfies Record<string, { label: string; by: string }>

export type ReviewStep = keyof typeof REVIEW_STEPS

/** 自审、部门审、保密审查、领导审签: the usual chain; an organ may have two to five levels. */
export const USUAL_CHAIN: readonly ReviewStep[] = [
  'self-check',
  'unit-review',
  'secrecy-review',
  'leader-approval',
]

/** A level passed: by whom, over which content. A later edit changes the digest and voids it. */
export type PassedStep = Readonly<{ step: ReviewStep; by: string; digest: string }>

const REVIEW = cite('regulation', 17)

/** 审核链: two to five levels in order, with a secrecy review, ending in a leader's approval. */
export function checkChain(chain: readonly ReviewStep[]): Ruling<readonly ReviewStep[]> {
  const order = (Object.keys(REVIEW_STEPS) as ReviewStep[]).filter((step) => chain.includes(step))
  if (chain.length < 2 || chain.length > 5) return refuse('chain-length', '审核环节应当为二至五级', REVIEW)
  if (chain.length !== order.length || chain.some((step, index) => step !== order[index])) {
    return refuse('chain-order', '审核环节应当依次排列，不得重复', REVIEW)
  }
  if (!chain.includes('secrecy-review'))
    return refuse('chain-without-secrecy', '公开前应当进行保密审查', REVIEW)
  if (chain.at(-1) !== 'leader-approval')
    return refuse('chain-without-approval', '审核环节应当以领导审签结束', REVIEW)
  return grant(chain)
}

/** The next level that has to pass; null when the chain is complete for this content. */
export function nextStep(
  chain: readonly ReviewStep[],
  passed: readonly PassedStep[],
  digest: string,
): ReviewStep | null {
  return chain.find((step) => !passed.some((done) => done.step === step && done.digest === digest)) ?? null
}

/** Whether `by` may pass a level now: in order, over the content as it stands, and no two levels by one person. */
export function passStep(
  chain: readonly ReviewStep[],
  passed: readonly PassedStep[],
  attempt: PassedStep & Readonly<{ drafter: string }>,
): Ruling<PassedStep> {
  const { step, by, digest, drafter } = attempt
  const valid = passed.filter((done) => done.digest === digest)
  const next = nextStep(chain, valid, digest)
  if (next === null) return refuse('chain-complete', '各级审核已经完成', REVIEW)
  if (step !== next) return refuse('not-this-step', `现在应当进行${REVIEW_STEPS[next].label}`, REVIEW)
  if (valid.some((done) => done.by === by))
    return refuse('same-reviewer', '同一人不得审核同一件信息的两级', REVIEW)
  if (step === 'leader-approval' && by === drafter)
    return refuse('self-approved', '拟稿人不能签发自己拟写的信息', REVIEW)
  return grant({ step, by, digest })
}
