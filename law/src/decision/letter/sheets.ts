import { type PlainDate, plainDateText } from '../../plain-date.ts'
import { grant, type Ruling } from '../../ruling.ts'
import { DOCUMENTS, type DocumentCode } from '../documents.ts'
import { isEmpty, missingElements, refuseIncomplete } from './letter.ts'

/** 表单: a form kept on file, as labels and values in order, with an optional list below. */
export type Sheet = Readonly<{
  code: DocumentCode
  title: string
  rows: readonly (readonly [label: string, value: string])[]
  list?: Readonly<{ heads: readonly string[]; rows: readonly (readonly string[])[] }>
}>

type Value = string | number | PlainDate | readonly string[] | null

/** D01 申请登记表. */
export function registrationSheet(
  facts: Readonly<{
    requestNumber: string
    channel: string
    submittedOn: PlainDate | null
    receivedOn: PlainDate
    dueOn: PlainDate
    applicant: string
    applicantClass: string
    contact: string
    asked: string
    mediumWanted: string
    handler: string
  }>,
): Ruling<Sheet> {
  return sheet(
    'D01',
    {
      申请编号: facts.requestNumber,
      申请渠道: facts.channel,
      收到申请之日: plainDateText(facts.receivedOn),
      答复期限届满日: plainDateText(facts.dueOn),
      申请人: facts.applicant,
      申请人类别: facts.applicantClass,
      联系方式: facts.contact,
      申请内容: facts.asked,
      获取信息的方式: facts.mediumWanted,
      承办人: facts.handler,
    },
    { 提交日期: facts.submittedOn === null ? '' : plainDateText(facts.submittedOn) },
  )
}

/**
 * D16 送达回证: who got which document, how and when; a refusal needs its witnesses. Without `servedOn` it is the form
 * that is taken along, with room for the day and the signature.
 */
export function serviceSheet(
  facts: Readonly<{
    documentTitle: string
    documentNumber: string
    addressee: string
    method: string
    servedOn: PlainDate | null
    receivedBy: string
    relation: string
    server: string
    refusal?: Readonly<{ reason: string; witnesses: readonly string[] }>
  }>,
): Ruling<Sheet> {
  const { refusal } = facts
  return sheet(
    'D16',
    {
      文书名称: facts.documentTitle,
      文号: facts.documentNumber,
      受送达人: facts.addressee,
      送达方式: facts.method,
      送达日期:
        facts.servedOn === null ? '　　　　年　　月　　日（签收时填写）' : plainDateText(facts.servedOn),
      送达人: facts.server,
      ...(refusal === undefined
        ? { 签收人: facts.servedOn === null ? '（签名或者盖章）' : facts.receivedBy }
        : { 拒收事由: refusal.reason, 见证人: refusal.witnesses }),
    },
    { 与受送达人的关系: facts.relation },
  )
}

/** D17 检索记录: without it nobody can prove that information does not exist. */
export function searchSheet(
  facts: Readonly<{
    requestNumber: string
    systems: readonly string[]
    period: string
    keywords: readonly string[]
    hits: string
    searcher: string
    searchedOn: PlainDate
    unitsAsked: readonly string[]
  }>,
): Ruling<Sheet> {
  return sheet('D17', {
    申请编号: facts.requestNumber,
    检索系统: facts.systems,
    检索时段: facts.period,
    检索用词: facts.keywords,
    检索结果: facts.hits,
    检索人: facts.searcher,
    检索时间: plainDateText(facts.searchedOn),
    询问的单位: facts.unitsAsked,
  })
}

/** D18 审查呈批单: who reviewed the release and who approved it. */
export function reviewSheet(
  facts: Readonly<{
    information: string
    opinion: string
    reviewer: string
    reviewedOn: PlainDate
    approver: string
    approvedOn: PlainDate
    remark?: string
  }>,
): Ruling<Sheet> {
  return sheet(
    'D18',
    {
      信息名称: facts.information,
      审查意见: facts.opinion,
      审查人: facts.reviewer,
      审查日期: plainDateText(facts.reviewedOn),
      批准人: facts.approver,
      批准日期: plainDateText(facts.approvedOn),
    },
    { 备注: facts.remark ?? '' },
  )
}

/** D19 结案归档目录: every document of the file in order, with its pages where they can be counted. */
export function archiveSheet(
  facts: Readonly<{
    requestNumber: string
    documents: readonly Readonly<{ title: string; number: string; on: PlainDate; pages: number | null }>[]
    archivedBy: string
    archivedOn: PlainDate
  }>,
): Ruling<Sheet> {
  const { documents } = facts
  const pages = documents.reduce((sum, document) => sum + (document.pages ?? 0), 0)
  const made = sheet('D19', {
    申请编号: facts.requestNumber,
    文书件数: documents.length || null,
    总页数: pages || null,
    归档人: facts.archivedBy,
    归档日期: plainDateText(facts.archivedOn),
  })
  if (!made.granted) return made
  const rows = documents.map(({ title, number, on, pages: count }, index) => [
    String(index + 1),
    title,
    number,
    on,
    count === null ? '—' : String(count),
  ])
  return grant({ ...made.value, list: { heads: ['序号', '文书名称', '文号', '日期', '页数'], rows } })
}

function sheet(
  code: DocumentCode,
  required: Readonly<Record<string, Value>>,
  others: Readonly<Record<string, Value>> = {},
): Ruling<Sheet> {
  const { title } = DOCUMENTS[code]
  const missing = missingElements(required)
  if (missing.length > 0) return refuseIncomplete(title, missing)
  const filled = Object.entries({ ...required, ...others }).filter(([, value]) => !isEmpty(value))
  return grant({ code, title, rows: filled.map(([label, value]) => [label, text(value)] as const) })
}

function text(value: Value): string {
  return Array.isArray(value) ? value.join('、') : String(value)
}
