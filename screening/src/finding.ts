/** 发布前检查的一条结果. The numbers are those of the project's publishing rules. */
export type ScreeningFinding = Readonly<{
  /** Stable while the text is: rule, place and offset. A reviewer's reason for letting it pass names it. */
  id: string
  rule: ScreeningRule
  /** `certain` has a checksum or an unmistakable mark; `likely` only the shape. */
  certainty: 'certain' | 'likely'
  /** One sentence saying what was found and what to do. */
  message: string
  /** Some words around it, with the number itself masked: the warning must not repeat the leak. */
  excerpt: string
  where: string
}>

export const SCREENING_RULES = {
  'PUB-60': '居民身份证号码',
  'PUB-61': '手机号码',
  'PUB-62': '银行卡号',
  'PUB-67': '密级或者内部资料标志',
} as const satisfies Record<string, string>

export type ScreeningRule = keyof typeof SCREENING_RULES

/** A piece of a document by the name people know it by: 标题, 正文, 附件名称. */
export type ScreenedText = Readonly<{ where: string; text: string }>

/** What a rule sees: offset and length in the text, and how sure it is. */
export type Hit = Readonly<{
  rule: ScreeningRule
  at: number
  length: number
  certainty: ScreeningFinding['certainty']
  message: string
  /** What may be shown in its stead; `null` when there is nothing to hide. */
  masked: string | null
}>
