/** 所需信息的指定提供方式, 条例 第二十九条第二款第（三）项 and 第四十条. */
export const WANTED_MEDIA = {
  paper: { label: '纸面' },
  electronic: { label: '电子文档' },
  disc: { label: '光盘' },
} as const satisfies Record<string, { label: string }>

export type WantedMedium = keyof typeof WANTED_MEDIA

/** 获取信息的方式, 条例 第二十九条第二款第（三）项. */
export const WANTED_DELIVERIES = {
  online: { label: '在网上查询、下载' },
  email: { label: '电子邮件' },
  post: { label: '邮寄' },
  'pick-up': { label: '自行领取' },
  reading: { label: '当场阅读、抄录' },
  fax: { label: '传真' },
} as const satisfies Record<string, { label: string }>

export type WantedDelivery = keyof typeof WANTED_DELIVERIES
