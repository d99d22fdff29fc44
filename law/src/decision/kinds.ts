/** 三类内部事务信息, 条例 第十六条第一款: a closed list. */
export const INTERNAL_KINDS = {
  personnel: '人事管理',
  logistics: '后勤管理',
  workflow: '内部工作流程',
} as const

/** 四类过程性信息, 条例 第十六条第二款: a closed list. */
export const PROCESS_KINDS = {
  discussion: '讨论记录',
  draft: '过程稿',
  negotiation: '磋商信函',
  submission: '请示报告',
} as const

/** 三安全一稳定, 条例 第十四条. */
export const SAFETY_INTERESTS = {
  'national-security': '国家安全',
  'public-security': '公共安全',
  'economic-security': '经济安全',
  'social-stability': '社会稳定',
} as const

/** 第三方合法权益, 条例 第十五条. */
export const THIRD_PARTY_INTERESTS = {
  'trade-secret': '商业秘密',
  privacy: '个人隐私',
  other: '其他合法权益',
} as const

/** 提供形式, 条例 第四十条. */
export const PROVISION_MEDIA = {
  paper: '纸质文本',
  electronic: '电子文档',
  disc: '光盘',
  reading: '当场阅读、抄录',
  fax: '传真',
} as const
