import { type Citation, cite } from '../citation.ts'

/** `kept`: this program never removes it. `deleted`, `erased`: removed when it is due. `operator`: lies outside it. */
export const RETENTION_ENDS = {
  kept: '本系统不删除',
  deleted: '到期删除',
  erased: '到期清除，记录保留',
  operator: '由运行单位保存',
} as const satisfies Record<string, string>

export type RetentionEnd = keyof typeof RETENTION_ENDS

export type Retention = Readonly<{
  what: string
  /** What lies in it. */
  holds: string
  /** How long, in words. */
  period: string
  /** Calendar days after `since`; `null` where nothing is removed. */
  days: number | null
  end: RetentionEnd
  basis: readonly Citation[]
}>

const ARCHIVES = cite('archives-law', 13)
const SHORTEST = cite('personal-information', 19)
const MUST_DELETE = cite('personal-information', 47)
const LOGS = cite('cybersecurity-law', 23)
const PROTECTION = cite('classified-protection')

/**
 * 保存期限表: what is kept how long and why. What belongs to the archives is never removed here: the organ hands it over
 * by its own 归档范围和保管期限. Personal data that no file needs any more goes (个人信息保护法 第十九条、第四十七条).
 */
// biome-ignore format: a table
export const RETENTION = {
  'cases': keep('依申请公开案卷', '申请、申请人、答复文书、证据、办理经过', '按本机关文件材料归档范围和保管期限移交档案', ARCHIVES),
  'disputes': keep('复议诉讼、督办和监督记录', '文书、证据材料、经过', '按本机关文件材料归档范围和保管期限移交档案', ARCHIVES),
  'documents': keep('主动公开的信息', '文件、附件、审查和发布记录，失效、撤回的也在内', '按本机关文件材料归档范围和保管期限移交档案', ARCHIVES, cite('web-archiving')),
  'annual-reports': keep('年度报告和年度数据', '报告、数据、来源', '长期保存', cite('regulation', 49), ARCHIVES),
  'feedback': keep('公众留言及答复', '来信、答复、办理经过', '按本机关文件材料归档范围和保管期限移交档案', ARCHIVES),
  'opinions': keep('草案征求的意见', '意见原文、要点、采纳情况和理由', '随草案的制定过程材料，按本机关文件材料归档范围和保管期限移交档案', cite('rule-making-regulation', 15), ARCHIVES),
  'receipts': keep('渠道发布的回执', '公众号、其他渠道、订阅邮件何时发出、结果如何；不记收件人', '随主动公开的信息归档', cite('web-archiving'), ARCHIVES),
  'audit': keep('审计日志', '时间、人员、操作、对象、来源地址', '不少于190日；只增不改，前后相连', PROTECTION, LOGS),
  'feedback-contacts': erase('来信人的联系方式', '留言答复以后，联系方式不再需要', '答复后365日', 365, SHORTEST, MUST_DELETE),
  'opinion-contacts': erase('提出意见的人的联系方式', '采纳情况公布（或者征集取消）以后，联系方式不再需要；意见和姓名保留', '公布采纳情况后365日', 365, SHORTEST, MUST_DELETE),
  'notification-addresses': erase('提醒的收件地址', '邮箱、手机号码；提醒记录和打码的地址保留', '发出或者不再发送后190日', 190, SHORTEST, MUST_DELETE),
  'left-staff': remove('停用账户的联系方式和动态口令', '邮箱、手机号码、动态口令密钥、恢复码；账户和办理记录保留', '停用后190日', 190, SHORTEST, MUST_DELETE),
  'reminders': remove('催办提醒', '工作台上本人已经放下的提醒', '放下后365日', 365, SHORTEST),
  'sessions': remove('登录会话', '来源地址、浏览器', '失效即删除，最长12小时', 0, SHORTEST, PROTECTION),
  'drafts': remove('申请表草稿', '没有提交的申请内容', '最后保存后2日', 0, SHORTEST, MUST_DELETE),
  'subscriptions': remove('邮件订阅', '邮箱、订阅的条件', '退订即删除；没有确认的，2日后删除', 2, SHORTEST, MUST_DELETE),
  'probes': remove('站点自测记录', '每次探测的时间、结果、耗时；没有个人信息', '探测后400日：季度自查、年度报表用完以后', 400, cite('website-indicators'), cite('website-report-notice')),
  'uploads': remove('没有提交的附件', '随草稿上传、没有进入任何案卷或者文件的附件', '上传后30日', 30, SHORTEST, MUST_DELETE),
  'logs': outside('运行日志、访问日志', '本系统的输出、前置网站服务器的日志', '不少于6个月', LOGS),
  'backups': outside('备份', '按运行单位的备份办法保存；其中的个人信息与正本同期', '由运行单位确定', PROTECTION),
} as const satisfies Record<string, Retention>

export type RetentionKey = keyof typeof RETENTION

/** Whether something is removed when it is due, so that a job has to see to it. */
export function isRemoved(key: RetentionKey): boolean {
  const { end }: Retention = RETENTION[key]
  return end === 'deleted' || end === 'erased'
}

function keep(what: string, holds: string, period: string, ...basis: readonly Citation[]): Retention {
  return { what, holds, period, days: null, end: 'kept', basis }
}

function outside(what: string, holds: string, period: string, ...basis: readonly Citation[]): Retention {
  return { what, holds, period, days: null, end: 'operator', basis }
}

function remove(
  what: string,
  holds: string,
  period: string,
  days: number,
  ...basis: readonly Citation[]
): Retention {
  return { what, holds, period, days, end: 'deleted', basis }
}

function erase(
  what: string,
  holds: string,
  period: string,
  days: number,
  ...basis: readonly Citation[]
): Retention {
  return { what, holds, period, days, end: 'erased', basis }
}
