import { parsePlainDate, SECRECY_QUESTIONS, type SecrecyAnswer, type SecrecyQuestion } from '@mingfu/law'
import type { Context } from '../services/context.ts'
import { approveDocument } from '../services/disclosure/approve-document.ts'
import type { DocumentContent } from '../services/disclosure/document.ts'
import { draftDocument } from '../services/disclosure/draft-document.ts'
import { getDocument } from '../services/disclosure/get-document.ts'
import type { OnDocument } from '../services/disclosure/on-document.ts'
import { publishDocument } from '../services/disclosure/publish-document.ts'
import { reviewSecrecy } from '../services/disclosure/review-secrecy.ts'
import { saveCatalogueNode } from '../services/disclosure/save-catalogue-node.ts'
import { submitForReview } from '../services/disclosure/submit-for-review.ts'
import type { TestRuntime } from './test-runtime.ts'

const DRAFTER = '00000000-0000-7000-8000-00000000000a'
const REVIEWER = '00000000-0000-7000-8000-00000000000b'
const LEADER = '00000000-0000-7000-8000-00000000000c'

/** Four people of an office on a day: who drafts and publishes, who reviews, who signs, who heads the office. */
export function theOffice(runtime: TestRuntime, agencyId: string, on = '2026-06-15') {
  return {
    drafter: runtime.as({ agencyId, roles: ['clerk'], staffId: DRAFTER, name: '王敏' }, on),
    reviewer: runtime.as({ agencyId, roles: ['reviewer'], staffId: REVIEWER, name: '周海涛' }, on),
    leader: runtime.as({ agencyId, roles: ['leader'], staffId: LEADER, name: '郑国栋' }, on),
  }
}

/** Every question answered 否. */
export const NOTHING_SECRET = Object.fromEntries(
  Object.keys(SECRECY_QUESTIONS).map((question) => [question, { answer: 'no' }]),
) as Readonly<Record<SecrecyQuestion, SecrecyAnswer>>

/** A column of the catalogue; answers its id. */
export function aColumn(
  runtime: TestRuntime,
  agencyId: string,
  what: Partial<{
    code: string
    title: string
    columnType: string
    parentCode: string
    sortOrder: number
  }> = {},
): Promise<string> {
  return saveCatalogueNode(runtime.asSystem(agencyId), {
    agencyId,
    code: what.code ?? 'normative',
    parentCode: what.parentCode ?? null,
    title: what.title ?? '行政规范性文件',
    description: '本机关制发的行政规范性文件',
    keywords: '规范性文件,政策文件',
    columnType: what.columnType ?? '政策文件',
    legalItem: 'A20_01',
    sortOrder: what.sortOrder ?? 0,
  })
}

export function content(nodeId: string, what: Partial<DocumentContent> = {}): DocumentContent {
  return {
    kind: 'normative',
    nodeId,
    title: '关于进一步规范临时救助工作的意见',
    documentNumber: '鸭管〔2026〕2号',
    genre: '意见',
    issuer: '鸭河工区管理委员会',
    topicCategory: '民政、扶贫、救灾',
    legalItem: 'A20_01',
    keyAreas: ['public-services'],
    keywords: ['临时救助'],
    summary: '细化临时救助的对象、标准和公示要求。',
    source: '鸭河工区管理委员会',
    registrationNumber: null,
    writtenOn: parsePlainDate('2026-06-01'),
    effectiveOn: parsePlainDate('2026-07-01'),
    expiresOn: null,
    attribute: 'proactive',
    attributeReason: null,
    exemption: null,
    earlyEffectReason: null,
    legalBasis: null,
    unpublishOn: null,
    correctionNote: null,
    origin: 'made',
    originOrgan: null,
    coIssuers: [],
    form: { interpretationExemption: '内容简短，无须解读' },
    html: '<p>为进一步发挥临时救助托底线、救急难作用，现提出以下意见。</p>',
    ...what,
  }
}

/** 行政处罚决定 as its form asks for it. */
export const A_PENALTY = {
  partyName: '示例食品有限公司',
  partyKind: '法人及非法人组织',
  partyCode: '11441700007280420Y',
  decisionNumber: '示市监罚〔2026〕7号',
  violation: '经营标签不符合规定的食品',
  facts: '货架上的米粉没有标明生产日期。',
  legalBasis: '《中华人民共和国食品安全法》第一百二十五条',
  penaltyKind: '罚款',
  content: '罚款5000元。',
  fine: '0.5',
  decidedOn: '2026-06-01',
  organ: '示例市市场监督管理局',
}

const STAGES = ['draft', 'submitted', 'reviewed', 'approved', 'published'] as const

/** A document brought to a stage by the verbs, each by the person whose work it is. */
export async function aDocument(
  runtime: TestRuntime,
  agencyId: string,
  what: Readonly<{
    nodeId: string
    stage?: (typeof STAGES)[number]
    on?: string
    at?: Date
    content?: Partial<DocumentContent>
  }>,
): Promise<OnDocument & { indexNumber: string }> {
  const office = theOffice(runtime, agencyId, what.on)
  const at = (ctx: Context): Context => (what.at === undefined ? ctx : { ...ctx, now: what.at })
  const { documentId } = await draftDocument(at(office.drafter), {
    agencyId,
    content: content(what.nodeId, what.content),
  })
  const on = (version: number) => ({ agencyId, documentId, version })
  const last = STAGES.indexOf(what.stage ?? 'published')
  let version = 1
  let indexNumber = ''
  if (last >= 1) ({ version } = await submitForReview(at(office.drafter), on(version)))
  if (last >= 2) {
    const review = { answers: NOTHING_SECRET, opinion: 'disclose', reason: '', overrides: {} } as const
    ;({ version } = await reviewSecrecy(at(office.reviewer), { ...on(version), ...review }))
  }
  if (last >= 3) ({ version } = await approveDocument(at(office.leader), on(version)))
  if (last >= 4) ({ version, indexNumber } = await publishDocument(at(office.drafter), on(version)))
  return { ...on(version), indexNumber }
}

/** A draft brought out as it stands, whatever is found in it kept with a reason; answers its version. */
export async function publishDraft(
  runtime: TestRuntime,
  agencyId: string,
  { documentId, version }: Readonly<{ documentId: string; version: number }>,
): Promise<number> {
  const { drafter, reviewer, leader } = theOffice(runtime, agencyId)
  const on = { agencyId, documentId }
  const submitted = await submitForReview(drafter, { ...on, version })
  const { findings } = await getDocument(reviewer, on)
  const overrides = Object.fromEntries(findings.map(({ id }) => [id, '已经核对']))
  const review = { answers: NOTHING_SECRET, opinion: 'disclose', reason: '', overrides } as const
  const reviewed = await reviewSecrecy(reviewer, { ...on, version: submitted.version, ...review })
  const approved = await approveDocument(leader, { ...on, version: reviewed.version })
  return (await publishDocument(drafter, { ...on, version: approved.version })).version
}
