/** 发布前检查的一条结果. The numbers are those of the project's publishing rules. */
export type ScreeningFinding = Readonly<{
  /** Stable while the text is: rule, place and offset. A reviewer's reason for letting it pass names it. */
  id: string
  rule: ScreeningRule
  level: ScreeningLevel
  /** `certain` has a checksum or an unmistakable mark; `likely` only the shape. */
  certainty: 'certain' | 'likely'
  /** One sentence saying what was found and what to do. */
  message: string
  /** Some words around it, with the number itself masked: the warning must not repeat the leak. */
  excerpt: string
  where: string
  /** Offset and length in the text of that place; both 0 where the finding is about the place as such. */
  at: number
  length: number
  /** What to write in its stead; `null` when only a person can say. */
  suggestion: string | null
}>

/** `veto`: never let pass. `block`: only with the reviewer's reason. `warn`: look at it. */
export type ScreeningLevel = 'veto' | 'block' | 'warn'

export const SCREENING_RULES = {
  'PUB-38': '引用未公开的文件',
  'PUB-54': '页面大小',
  'PUB-55': '无障碍',
  'PUB-60': '身份证件号码、车辆号牌',
  'PUB-61': '手机号码和个人联系方式',
  'PUB-62': '银行卡号',
  'PUB-63': '个人住址',
  'PUB-64': '文件中隐藏的内容',
  'PUB-65': '遮盖下面的文字',
  'PUB-66': '人员名单',
  'PUB-67': '密级或者内部资料标志',
  'PUB-70': '严重表述错误',
  'PUB-71': '敏感词',
  'PUB-72': '错别字和名称',
  'PUB-80': '失效的站内链接',
  'PUB-81': '站外链接',
  'PUB-82': '打不开的附件',
  'PUB-84': '链接的写法',
  'PUB-85': '隐藏链接',
} as const satisfies Record<string, string>

export type ScreeningRule = keyof typeof SCREENING_RULES

/** A piece of a document by the name people know it by: 标题, 正文, 附件名称. */
export type ScreenedText = Readonly<{ where: string; text: string }>

/** What a rule sees: offset and length in the text, and how sure it is. */
export type Hit = Readonly<{
  rule: ScreeningRule
  level: ScreeningLevel
  at: number
  length: number
  certainty: ScreeningFinding['certainty']
  message: string
  /** What may be shown in its stead; `null` when there is nothing to hide. */
  masked: string | null
  suggestion?: string
}>
