/**
 * 申请渠道 of 条例 第二十九条、第三十一条. The basic ones may never be refused; the others bind the agency once its guide
 * has announced them (Letter 19, 国办公开办函〔2017〕19号). The program closes none: a registrar enters what came in, by any.
 */
export const CHANNELS = {
  'in-person': { label: '当面提交', basic: true },
  oral: { label: '口头提出', basic: true },
  'post-signed': { label: '邮寄（签收）', basic: true },
  'post-ordinary': { label: '平常信函', basic: true },
  fax: { label: '传真', basic: false },
  online: { label: '在线申请', basic: false },
  email: { label: '电子邮箱', basic: false },
} as const satisfies Record<string, { label: string; basic: boolean }>

export type Channel = keyof typeof CHANNELS
