import { type Citation, cite } from '../citation.ts'
import type { DocumentCode } from '../decision/documents.ts'
import type { EvidenceKind } from '../decision/evidence.ts'

/** 举证责任: the agency proves that its act was lawful, in time; what comes too late counts as no evidence. */
export const BURDEN_OF_PROOF: readonly Citation[] = [
  cite('litigation', 34),
  cite('litigation', 67, 1),
  cite('reconsideration', 44, 1),
]

/** 证明对象 of the parts of a bundle, in the order a court reads them. */
export const PROOF_SECTIONS = {
  receiving: '一、申请的提出和收到',
  handling: '二、办理经过',
  decision: '三、处理决定',
  service: '四、送达和期限',
} as const

export type ProofSection = keyof typeof PROOF_SECTIONS

/** 证明目的 of each document that was issued. */
export const PROOF_OF_DOCUMENT = {
  D01: '申请的提出时间、方式、内容和申请人',
  D02: '已经收到申请并告知答复期限',
  D03: '申请内容不明确，已经在7个工作日内一次性告知补正',
  D04: '申请数量、频次明显超过合理范围，已经要求说明理由',
  D05: '延长答复期限经过批准并已告知申请人',
  D06: '已经依法书面征求第三方意见',
  D07: '已经告知申请人正在征求意见，所需时间不计入期限',
  D08: '决定公开并将公开的内容和理由告知第三方',
  D09: '已经征求共同制作机关的意见',
  D10: '已经要求有关单位检索、提供信息',
  D11: '收费标准、数额和缴纳方式已经告知',
  D12: '已经依法答复并告知救济途径',
  D13: '延迟答复的合理期限已经告知',
  D14: '逾期未补正或者未缴费，已经告知不再处理',
  D15: '要求更正政府信息的处理结果',
  D16: '文书已经送达及送达日期',
  D17: '已经尽到合理检索义务',
  D18: '公开前已经依法审查',
  D19: '案卷材料完整',
} as const satisfies Record<DocumentCode, string>

/** 证明目的 of each paper that is kept on file before a decision. */
export const PROOF_OF_EVIDENCE = {
  'secrecy-review': '公开前已经依照条例第十七条审查',
  'location-check': '所申请信息已经主动公开，告知的途径有效',
  'separability-check': '已经审查能否区分处理',
  'contrary-rule-check': '没有法律、法规、规章规定应当公开',
  classification: '信息已经依法确定为国家秘密',
  'special-law': '法律、行政法规禁止公开或者另有规定',
  'safety-opinion': '公开可能危及国家安全、公共安全、经济安全、社会稳定',
  'third-party-letter': '已经依法书面征求第三方意见',
  'third-party-receipt': '第三方已经收到征求意见书',
  'third-party-answer': '第三方的意见，或者逾期未提出意见',
  'public-interest-weighing': '不公开会对公共利益造成重大影响的衡量',
  'sub-kind': '信息属于内部事务、过程性信息或者行政执法案卷信息',
  'full-copy': '所申请信息的原貌',
  'masked-copy': '已经作区分处理后提供',
  'masking-table': '遮盖的内容及理由',
  'search-record': '已经尽到合理检索义务，信息不存在',
  'not-ours-basis': '信息不属于本机关负责公开',
  'responsible-agency': '已经告知负责公开的机关',
  'correction-notice': '已经告知补正并送达',
  'correction-answer': '申请人补正的内容和时间',
  'earlier-reply': '此前已经就同一内容答复',
  'request-statistics': '申请的数量和频次',
  'reasons-notice': '已经要求说明理由并送达',
  'reasons-answer': '申请人说明的理由，或者逾期未说明',
  'earlier-provision': '申请人已经获取该信息',
  'fee-notice': '收费通知已经送达',
  'fee-expiry': '逾期未缴费的事实',
  'correction-expiry': '逾期未补正的事实',
  'withdrawal-statement': '申请人撤回申请的意思表示',
} as const satisfies Record<EvidenceKind, string>
