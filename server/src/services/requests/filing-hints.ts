import { type Citation, cite, isCreditCode, isResidentNumber } from '@mingfu/law'
import type { Applicant } from './applicant.ts'
import type { Wish } from './wish.ts'

/** 提示: something to check or to ask a correction for. Never a reason not to take the application. */
export type FilingHint = Readonly<{
  code:
    | 'identity-missing'
    | 'identity-doubtful'
    | 'contact-missing'
    | 'address-missing'
    | 'agent-unproven'
    | 'description-missing'
    | 'form-missing'
  field: string
  text: string
  basis: Citation
}>

const NAME_AND_CONTACT = cite('regulation', 29, 2, 1)
const WHAT = cite('regulation', 29, 2, 2)
const HOW = cite('regulation', 29, 2, 3)

/** What an application lacks of Art. 29 ¶2, or has in a form that cannot be right. Purpose is not among it. */
export function filingHints(applicant: Applicant, wish: Wish, proofs: number): readonly FilingHint[] {
  return [
    ...identityHints(applicant),
    ...contactHints(applicant, wish),
    ...agentHints(applicant, proofs),
    ...wishHints(wish),
  ]
}

/** Whether the check characters of a number fit; numbers of other papers cannot be told. */
export function isDoubtful({
  identityKind,
  identityNumber,
}: Pick<Applicant, 'identityKind' | 'identityNumber'>): boolean {
  if (identityNumber.trim() === '') return false
  if (identityKind === 'resident-id')
    return !isResidentNumber(identityNumber.normalize('NFKC').replaceAll(/\s/g, ''))
  if (identityKind === 'credit-code')
    return !isCreditCode(identityNumber.normalize('NFKC').replaceAll(/\s/g, ''))
  return false
}

function identityHints(applicant: Applicant): FilingHint[] {
  const paper = applicant.kind === 'person' ? '证件号码' : '统一社会信用代码'
  if (applicant.name.trim() === '' || applicant.identityNumber.trim() === '') {
    const text =
      applicant.name.trim() === '' ? '没有申请人的姓名或者名称' : `没有${paper}，请申请人提供身份证明`
    return [{ code: 'identity-missing', field: 'identityNumber', text, basis: NAME_AND_CONTACT }]
  }
  if (!isDoubtful(applicant)) return []
  const text = `${paper}的校验位不符，可能填写有误，请与申请人核对`
  return [{ code: 'identity-doubtful', field: 'identityNumber', text, basis: NAME_AND_CONTACT }]
}

function contactHints({ contact }: Applicant, { wantedDelivery }: Wish): FilingHint[] {
  const { phone, email, address, fax } = contact
  if ([phone, email, address, fax].every((text) => text.trim() === '')) {
    return [{ code: 'contact-missing', field: 'phone', text: '没有任何联系方式', basis: NAME_AND_CONTACT }]
  }
  const needed = { post: address, email, fax }[wantedDelivery]
  if (needed === undefined || needed.trim() !== '') return []
  const what = { post: '邮寄地址', email: '电子邮箱', fax: '传真号码' }[wantedDelivery]
  const text = `选择的获取方式需要${what}，但没有填写`
  return [
    {
      code: 'address-missing',
      field: wantedDelivery === 'post' ? 'address' : wantedDelivery,
      text,
      basis: HOW,
    },
  ]
}

function agentHints({ agent }: Applicant, proofs: number): FilingHint[] {
  if (agent === null || proofs > 0) return []
  const text = '由他人代为申请，但没有附授权委托书（监护关系证明）和身份证明'
  return [{ code: 'agent-unproven', field: 'agent', text, basis: NAME_AND_CONTACT }]
}

function wishHints(wish: Wish): FilingHint[] {
  const hints: FilingHint[] = []
  const features = [wish.description, wish.infoTitle, wish.infoDocumentNumber, wish.infoIndexNumber]
  if (features.every((text) => text.trim() === '')) {
    const text = '没有写明所需信息的名称、文号或者其他特征性描述'
    hints.push({ code: 'description-missing', field: 'description', text, basis: WHAT })
  }
  if (wish.wantedMedium === '' || wish.wantedDelivery === '') {
    hints.push({
      code: 'form-missing',
      field: 'wantedDelivery',
      text: '没有写明获取信息的方式、途径',
      basis: HOW,
    })
  }
  return hints
}
