import { cite } from '../citation.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'
import { checkChain, type ReviewStep } from './review-step.ts'

/** Who may be named for a level. */
export const REVIEW_ROLES = {
  clerk: '经办人',
  reviewer: '审查人',
  'office-head': '公开工作机构负责人',
  leader: '签发领导',
} as const satisfies Record<string, string>

export type ReviewRole = keyof typeof REVIEW_ROLES

/** 审核级: a step of the chain under the name that the organ gives it, and the role that signs it. */
export type ReviewLevel = Readonly<{ step: ReviewStep; label: string; role: ReviewRole }>

/** Which roles a step may be given to: the judgement on secrets is never the drafter's, the signature is a head's. */
export const STEP_ROLES: Readonly<Record<ReviewStep, readonly ReviewRole[]>> = {
  'self-check': ['clerk'],
  'unit-review': ['clerk', 'reviewer', 'office-head', 'leader'],
  'office-review': ['reviewer', 'office-head', 'leader'],
  'secrecy-review': ['reviewer', 'office-head'],
  'leader-approval': ['leader', 'office-head'],
}

/** What holds where an organ has settled nothing: 自审、保密审查、领导审签. */
export const USUAL_LEVELS: readonly ReviewLevel[] = [
  { step: 'self-check', label: '自审', role: 'clerk' },
  { step: 'secrecy-review', label: '保密审查', role: 'reviewer' },
  { step: 'leader-approval', label: '领导审签', role: 'leader' },
]

const REVIEW = cite('regulation', 17)

/** 各级审核的设定: a chain that law allows, begun by the drafter, each level with a name and a role fit for it. */
export function checkLevels(levels: readonly ReviewLevel[]): Ruling<readonly ReviewLevel[]> {
  const chain = checkChain(levels.map(({ step }) => step))
  if (!chain.granted) return chain
  if (levels[0]?.step !== 'self-check')
    return refuse('chain-without-self-check', '第一级应当是拟稿人自审', REVIEW)
  if (new Set(levels.map(({ label }) => label.trim())).size !== levels.length)
    return refuse('level-label', '各级的名称应当填写，不得重复', REVIEW)
  const unfit = levels.find(({ step, role }) => !STEP_ROLES[step].includes(role))
  if (unfit !== undefined)
    return refuse('level-role', `“${unfit.label}”不能由${REVIEW_ROLES[unfit.role]}办理`, REVIEW)
  return grant(levels)
}

/** 三审三校: what is proofread at every level before it is signed. */
export const PROOF_ITEMS = {
  words: '文字、标点、语法',
  figures: '数字、日期、计量单位',
  names: '人名、职务、机构和地名',
  references: '文号、引用和链接',
  files: '附件和表格',
} as const satisfies Record<string, string>

export type ProofItem = keyof typeof PROOF_ITEMS

/** 校对: at a level that asks for it nothing may be left unread. */
export function checkProof(asked: boolean, read: readonly ProofItem[]): Ruling<readonly ProofItem[]> {
  const open = (Object.keys(PROOF_ITEMS) as ProofItem[]).filter((item) => asked && !read.includes(item))
  if (open.length === 0) return grant(read)
  const names = open.map((item) => PROOF_ITEMS[item]).join('；')
  return refuse('proof-open', `本级还有没有校对的内容：${names}`, cite('website-guidelines'))
}
