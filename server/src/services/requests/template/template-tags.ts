import { DOCUMENTS, type DocumentCode } from '@mingfu/law'

/** 表单: the documents that are kept on file, as names and values. */
export const FORM_CODES = ['D01', 'D16', 'D17', 'D18', 'D19'] as const satisfies readonly DocumentCode[]
export type FormCode = (typeof FORM_CODES)[number]

export function isFormCode(code: DocumentCode): code is FormCode {
  return (FORM_CODES as readonly string[]).includes(code)
}

/** What a form says, by its names; all of them need a place, the ones that are often empty too. */
const FORM_TAGS: Readonly<Record<FormCode, readonly string[]>> = {
  D01: [
    ...(['申请编号', '申请渠道', '提交日期', '收到申请之日', '答复期限届满日', '申请人'] as const),
    ...(['申请人类别', '联系方式', '申请内容', '获取信息的方式', '承办人'] as const),
  ],
  D16: [
    ...(['文书名称', '文号', '受送达人', '送达方式', '送达日期', '送达人'] as const),
    ...(['签收人', '与受送达人的关系', '拒收事由', '见证人'] as const),
  ],
  D17: [
    ...(['申请编号', '检索系统', '检索时段', '检索用词'] as const),
    ...(['检索结果', '检索人', '检索时间', '询问的单位'] as const),
  ],
  D18: ['信息名称', '审查意见', '审查人', '审查日期', '批准人', '批准日期', '备注'],
  D19: ['申请编号', '文书件数', '总页数', '归档人', '归档日期'],
}

/** The list below a form, a row a document. */
export const FORM_LISTS: Partial<Readonly<Record<FormCode, readonly string[]>>> = {
  D19: ['序号', '文书名称', '文号', '日期', '页数'],
}
export const LIST = '目录'

const LETTER_TAGS = ['标题', '文号', '收件人', '正文', '段落', '署名', '成文日期', '联系方式']

/** What a template has to hold a place for; a document without one of them would lack a mandatory element. */
export function requiredTags(code: DocumentCode): readonly string[] {
  if (isFormCode(code)) {
    const list = FORM_LISTS[code]
    return ['标题', '署名', ...FORM_TAGS[code], ...(list === undefined ? [] : [LIST, ...list])]
  }
  return DOCUMENTS[code].remedy ? [...LETTER_TAGS, '救济告知'] : LETTER_TAGS
}

/** What it may name beside. */
export function optionalTags(code: DocumentCode): readonly string[] {
  return isFormCode(code) ? [] : ['附件', '附件名称', '救济告知', '回执', '回执行']
}

export function formTags(code: FormCode): readonly string[] {
  return FORM_TAGS[code]
}
