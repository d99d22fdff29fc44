import { type Citation, cite } from '../citation.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'

/** 审查要点: every question of the review record has to be answered; `yes` is never the answer that opens. */
export const SECRECY_QUESTIONS = {
  'secret-mark': { question: '载体上是否有密级标志', basis: cite('secrecy-law', 35), blocks: true },
  'secret-scope': { question: '是否属于国家秘密范围内的事项', basis: cite('regulation', 14), blocks: true },
  'work-secret': { question: '是否属于工作秘密', basis: cite('secrecy-law', 64), blocks: true },
  'trade-secret': { question: '是否涉及商业秘密', basis: cite('regulation', 15), blocks: false },
  privacy: { question: '是否涉及个人隐私、个人信息', basis: cite('regulation', 15), blocks: false },
  'security-stability': {
    question: '公开后是否可能危及国家安全、公共安全、经济安全、社会稳定',
    basis: cite('regulation', 14),
    blocks: true,
  },
  'other-organ': {
    question: '是否涉及其他行政机关，需要协商、确认',
    basis: cite('regulation', 11, 1),
    blocks: false,
  },
  'needs-approval': {
    question: '是否依照法律、行政法规和国家有关规定需要批准',
    basis: cite('regulation', 11, 2),
    blocks: false,
  },
  'superior-document': {
    question: '是否引用或者附带上级机关未公开的文件',
    basis: cite('openness-rules'),
    blocks: false,
  },
  aggregation: { question: '与已公开信息汇聚后是否可能涉密', basis: cite('secrecy-law', 36), blocks: true },
  'map-image': {
    question: '是否含有地图、影像、坐标等敏感内容',
    basis: cite('secrecy-law', 35),
    blocks: false,
  },
} as const satisfies Record<string, { question: string; basis: Citation; blocks: boolean }>

export type SecrecyQuestion = keyof typeof SECRECY_QUESTIONS

/** `settled` says how a yes that does not bar disclosure was dealt with: consent, approval, masking, another organ's answer. */
export type SecrecyAnswer = Readonly<{ answer: 'yes' | 'no' | 'unsure'; settled?: string }>

export const SECRECY_OPINIONS = {
  disclose: '公开',
  'disclose-after-separation': '区分处理后公开',
  withhold: '不予公开',
  refer: '报请有关主管部门或者保密行政管理部门确定',
} as const

export type SecrecyOpinion = keyof typeof SECRECY_OPINIONS

export type SecrecyReview = Readonly<{
  answers: Readonly<Partial<Record<SecrecyQuestion, SecrecyAnswer>>>
  opinion: SecrecyOpinion
  reason: string
}>

const REVIEW = cite('regulation', 17)

/** 保密审查: an opinion that its own answers allow. Doubt goes to the competent department, never to the portal. */
export function judgeSecrecyReview({ answers, opinion, reason }: SecrecyReview): Ruling<SecrecyOpinion> {
  const questions = Object.keys(SECRECY_QUESTIONS) as SecrecyQuestion[]
  const open = questions.filter((question) => answers[question] === undefined)
  if (open.length > 0) {
    return refuse(
      'review-incomplete',
      `审查要点还没有答完：${open.map((id) => SECRECY_QUESTIONS[id].question).join('；')}`,
      REVIEW,
    )
  }
  if (reason.trim() === '' && opinion !== 'disclose') {
    return refuse('reason-missing', `审查意见为“${SECRECY_OPINIONS[opinion]}”的，应当写明理由`, REVIEW)
  }
  if (opinion === 'withhold' || opinion === 'refer') return grant(opinion)

  for (const id of questions) {
    const { answer, settled = '' } = answers[id] ?? { answer: 'unsure' }
    const { question, blocks, basis } = SECRECY_QUESTIONS[id]
    if (answer === 'unsure') {
      return refuse(
        'unsure',
        `“${question}”不能确定的，应当报请有关主管部门或者保密行政管理部门确定`,
        cite('regulation', 17, 3),
      )
    }
    if (answer === 'yes' && blocks) return refuse('must-not-disclose', `“${question}”答为是，不得公开`, basis)
    if (answer === 'yes' && settled.trim() === '') {
      return refuse('not-settled', `“${question}”答为是，请写明如何处理后才能公开`, basis)
    }
  }
  return grant(opinion)
}
