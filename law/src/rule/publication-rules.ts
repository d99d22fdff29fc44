import { DUTY } from './publication/duty.ts'
import { ITEM } from './publication/item.ts'
import { OPERATION } from './publication/operation.ts'
import { PAGE } from './publication/page.ts'

/** 主动公开规则 by topic. */
export const PUBLICATION_RULE_TOPICS = {
  '时限、责任、目录、平台': DUTY,
  '要素、属性和审查、文件': ITEM,
  '页面和网站、个人信息、用语、链接': PAGE,
  '更新和运行、互动、监督、安全': OPERATION,
} as const

/** 主动公开规则 PUB-01 to PUB-135; the numbers between that are not used are reserved. */
export const PUBLICATION_RULES = { ...DUTY, ...ITEM, ...PAGE, ...OPERATION } as const

export type PublicationRuleId = keyof typeof PUBLICATION_RULES
