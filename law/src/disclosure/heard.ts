import { cite } from '../citation.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'
import { type DisclosureAttribute, needsOfficeOpinion, SOURCE_ATTRIBUTION } from './attribute.ts'
import type { ContentKind } from './content-kind.ts'
import type { SecrecyAnswer, SecrecyOpinion, SecrecyQuestion } from './secrecy-review.ts'

/** Whom a review asks before it decides: 第十一条第一款, 第十五条, 第十一条第二款, and 国办发〔2016〕80号 for the last. */
export const HEARD_KINDS = {
  organ: '其他行政机关协商、确认',
  'third-party': '第三方意见',
  approval: '报请批准',
  office: '政府信息公开工作机构意见（拟不公开的政策文件）',
} as const satisfies Record<string, string>

export type HeardKind = keyof typeof HEARD_KINDS

/** What one of them said; `null` while it has not answered. */
export type Heard = Readonly<{
  kind: HeardKind
  party: string
  outcome: 'agreed' | 'opposed' | 'no-view' | null
}>

type Weighed = Readonly<{
  heard: readonly Heard[]
  answers: Readonly<Partial<Record<SecrecyQuestion, SecrecyAnswer>>>
  opinion: SecrecyOpinion
  kind: ContentKind
  attribute: DisclosureAttribute
}>

/**
 * 征求到的意见与审查意见: an approval that the law asks for is there; who said no is not passed over in silence; and a
 * policy document is kept closed only after the disclosure office was heard.
 */
export function weighHeard({ heard, answers, opinion, kind, attribute }: Weighed): Ruling<null> {
  if (opinion === 'withhold') {
    const proposed = attribute === 'proactive' ? 'withheld' : attribute
    const asked = heard.some((one) => one.kind === 'office' && one.outcome !== null)
    if (!needsOfficeOpinion(kind, proposed) || asked) return grant(null)
    return refuse(
      'office-not-heard',
      '拟不公开的政策文件，应当先征求政府信息公开工作机构的意见（征求意见—政府信息公开工作机构意见）',
      SOURCE_ATTRIBUTION,
    )
  }
  if (opinion !== 'disclose') return grant(null)
  return approved(heard, answers) ?? unopposed(heard, answers) ?? grant(null)
}

type Answers = Weighed['answers']

/** The last word counts: an approval that was refused may have been asked for again. */
function approved(heard: readonly Heard[], answers: Answers): Ruling<null> | null {
  const last = heard.filter(({ kind }) => kind === 'approval').at(-1)
  if (last?.outcome === 'agreed') return null
  if (last === undefined && answers['needs-approval']?.answer !== 'yes') return null
  const reason =
    last === undefined
      ? '依照规定需要批准的，未经批准不得公开：请先“报请批准”，收到批准文件后登记'
      : `“${last.party}”没有批准，未经批准不得公开`
  return refuse('approval-missing', reason, cite('regulation', 11, 2))
}

/** 不同意公开的: the review says why it goes out all the same, at the question that it belongs to. */
function unopposed(heard: readonly Heard[], answers: Answers): Ruling<null> | null {
  const settled = (...questions: readonly SecrecyQuestion[]) =>
    questions.some((question) => answers[question]?.answer === 'yes' && answers[question]?.settled?.trim())
  const against = (kind: HeardKind) =>
    heard.filter((one) => one.kind === kind && one.outcome === 'opposed').map(({ party }) => party)
  const [organ] = against('organ')
  if (organ !== undefined && !settled('other-organ')) {
    const reason = `“${organ}”不同意公开：请在“是否涉及其他行政机关”中答“是”，写明如何取得一致或者为什么仍然公开`
    return refuse('organ-opposed', reason, cite('regulation', 11, 1))
  }
  const [party] = against('third-party')
  if (party !== undefined && !settled('trade-secret', 'privacy')) {
    const reason = `“${party}”不同意公开：请在“商业秘密”或者“个人隐私”中答“是”，写明不公开会对公共利益造成什么重大影响`
    return refuse('third-party-opposed', reason, cite('regulation', 15))
  }
  return null
}
