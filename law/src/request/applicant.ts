/** 申请人类别: the six columns of table three, in print order. `column` is the cell id's last part. */
export const APPLICANT_CLASSES = {
  'natural-person': { label: '自然人', column: 'natural_person' },
  'commercial-enterprise': { label: '商业企业', column: 'business' },
  'research-institution': { label: '科研机构', column: 'research' },
  'public-interest-org': { label: '社会公益组织', column: 'public_welfare' },
  'legal-service-org': { label: '法律服务机构', column: 'legal_service' },
  'other-org': { label: '其他', column: 'other_org' },
} as const satisfies Record<string, { label: string; column: string }>

export type ApplicantClass = keyof typeof APPLICANT_CLASSES
export type ApplicantColumn = (typeof APPLICANT_CLASSES)[ApplicantClass]['column']
