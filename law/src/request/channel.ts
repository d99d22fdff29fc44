/** 申请渠道 of 条例 第二十九条、第三十一条 and Letter 19 (国办公开办函〔2017〕19号). */
export const CHANNELS = {
  'in-person': { label: '当面提交' },
  oral: { label: '口头提出' },
  'post-signed': { label: '邮寄（签收）' },
  'post-ordinary': { label: '平常信函' },
  fax: { label: '传真' },
  online: { label: '在线申请' },
  email: { label: '电子邮箱' },
} as const satisfies Record<string, { label: string }>

export type Channel = keyof typeof CHANNELS
