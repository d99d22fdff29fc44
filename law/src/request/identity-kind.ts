/** 证件名称: what an applicant shows who he is by; `credit-code` is an organisation's. */
export const IDENTITY_KINDS = {
  'resident-id': { label: '居民身份证' },
  passport: { label: '护照' },
  'hk-macau-permit': { label: '港澳居民来往内地通行证' },
  'taiwan-permit': { label: '台湾居民来往大陆通行证' },
  'military-id': { label: '军官证' },
  'credit-code': { label: '统一社会信用代码' },
  other: { label: '其他' },
} as const satisfies Record<string, { label: string }>

export type IdentityKind = keyof typeof IDENTITY_KINDS
