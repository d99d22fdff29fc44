/** The sheets of the case ledger. The first begins with the columns that `report compile` counts by. */
export const CASE_SHEETS = { cases: '申请', course: '办理经过', guide: '填写说明' } as const

type Column = Readonly<{ title: string; width: number; hint: string }>

/** 申请: one line a case. What the program works out itself is written for the reader and not read back. */
// biome-ignore format: a table
export const CASE_COLUMNS = [
  { title: '申请编号',             width: 20, hint: '必填，不得重复；导入后沿用。' },
  { title: '收到日期',             width: 12, hint: '必填，法定收到日期，如2024-09-30。' },
  { title: '申请人类别',           width: 14, hint: '自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他。' },
  { title: '办结日期',             width: 12, hint: '没有“办理经过”的旧台账据此登记办结；未办结的留空。' },
  { title: '办理结果',             width: 30, hint: '年度报告表三的办理结果；未办结的留空。' },
  { title: '收取信息处理费（元）', width: 12, hint: '没有收取的留空。' },
  { title: '备注',                 width: 24, hint: '导入后成为办理备注。' },
  { title: '申请渠道',             width: 12, hint: '当面提交、口头提出、邮寄（签收）、平常信函、传真、在线申请、电子邮箱；留空视为当面提交。' },
  { title: '申请人',               width: 14, hint: '公民，或者法人、其他组织；留空的按申请人类别判断。' },
  { title: '姓名或者名称',         width: 20, hint: '' },
  { title: '证件名称',             width: 14, hint: '' },
  { title: '证件号码',             width: 22, hint: '公民身份号码、统一社会信用代码等。' },
  { title: '工作单位',             width: 18, hint: '' },
  { title: '法定代表人',           width: 12, hint: '' },
  { title: '联系人',               width: 12, hint: '' },
  { title: '联系电话',             width: 16, hint: '' },
  { title: '电子邮箱',             width: 22, hint: '' },
  { title: '通信地址',             width: 30, hint: '' },
  { title: '邮政编码',             width: 10, hint: '' },
  { title: '传真号码',             width: 16, hint: '' },
  { title: '代理人',               width: 12, hint: '由他人代为申请的填写。' },
  { title: '代理人证件名称',       width: 14, hint: '' },
  { title: '代理人证件号码',       width: 22, hint: '' },
  { title: '代理人电话',           width: 16, hint: '' },
  { title: '代理权限',             width: 18, hint: '' },
  { title: '内容描述',             width: 50, hint: '' },
  { title: '信息名称',             width: 24, hint: '' },
  { title: '文号',                 width: 18, hint: '申请人要的信息的文号。' },
  { title: '索引号',               width: 18, hint: '' },
  { title: '用途',                 width: 18, hint: '申请人没有义务说明。' },
  { title: '提供方式',             width: 12, hint: '' },
  { title: '获取方式',             width: 14, hint: '' },
  { title: '接受其他方式',         width: 12, hint: '是、否；留空视为是。' },
  { title: '答复文号',             width: 20, hint: '没有“办理经过”的旧台账填写答复书的文号。' },
  { title: '经办人',               width: 12, hint: '与系统中姓名相同的，成为经办人。' },
  { title: '提醒方式',             width: 10, hint: '邮件、短信，或者留空。' },
  { title: '登记时间',             width: 24, hint: '程序用，请勿修改。' },
  { title: '查询码摘要',           width: 20, hint: '程序用，请勿修改；申请人原有的查询码凭此继续有效。' },
  { title: '办理状态',             width: 14, hint: '由办理经过得出，导入时不读取。' },
  { title: '答复期限',             width: 12, hint: '由办理经过得出，导入时不读取。' },
] as const satisfies readonly Column[]

/** 办理经过: one line an event, in order; the history from which state and deadline follow. */
// biome-ignore format: a table
export const COURSE_COLUMNS = [
  { title: '申请编号', width: 20, hint: '' },
  { title: '序号',     width: 8,  hint: '' },
  { title: '事项',     width: 18, hint: '' },
  { title: '日期',     width: 12, hint: '' },
  { title: '登记时间', width: 24, hint: '' },
  { title: '登记人',   width: 12, hint: '' },
  { title: '说明',     width: 40, hint: '' },
  { title: '记录数据', width: 40, hint: '程序用，请勿修改。' },
] as const satisfies readonly Column[]

export type CaseColumn = (typeof CASE_COLUMNS)[number]['title']
export type CourseColumn = (typeof COURSE_COLUMNS)[number]['title']

/** A case as its lines in the ledger, every cell as text; an empty cell is an empty text. */
export type CaseLine = Readonly<{
  /** The line of the sheet, for sentences about it; 0 in a ledger that is being written. */
  row: number
  cells: Readonly<Record<CaseColumn, string>>
  course: readonly Readonly<Record<CourseColumn, string>>[]
}>
