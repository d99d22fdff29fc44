import { REPORT_TITLE } from '@mingfu/law'
import type { OrgType, StatPeriod } from '../report.ts'
import { foldText } from './fold.ts'

export type FoundTitle = Readonly<{ orgName: string | null; year: number | null }>

const YEAR = /(?<year>20\d\d)年?/
const TITLE = /(?:政府信息公开|政务公开|信息公开)/

/** 标题: what a title line says of organ and year; `null` when the line is no title of an annual report. */
export function readTitle(line: string): FoundTitle | null {
  const text = foldText(line)
    .replace(/\((?:图片版|文字版|word版|pdf版|附件|全文)\)$/i, '')
    .replace(/^(?:正文|标题[:：])/, '')
  if (text.length > 80 || /[。;；]/.test(text) || !TITLE.test(text)) return null
  // A path through the site is no title.
  if (/>|首页/.test(text)) return null
  if (!/(?:报告|年报)$/.test(text)) return null
  if (/格式|模板|模版|的通知$/.test(text)) return null

  const exact = REPORT_TITLE.pattern.exec(text)?.groups
  if (exact !== undefined) return { orgName: organ(exact.org ?? ''), year: Number(exact.year) }

  const year = YEAR.exec(text)?.groups?.year
  const rest = text
    .replace(/20\d\d年?度?/, '')
    .replace(/^关于/, '')
    .replace(/(?:政府信息公开|政务公开|信息公开).*$/, '')
  return { orgName: organ(rest), year: year === undefined ? null : Number(year) }
}

/** `现公布示例市财政局2023年政府信息公开工作年度报告。` inside a sentence, where there is no title line. */
export function readTitleInside(text: string): FoundTitle | null {
  const match =
    /(?:公布|发布|公开|编制)(?:了)?(?:20\d\d年度?)?(?<before>[^，。；,;《》“”"]{2,30}?)(?:20\d\d年度?)?(?:政府)?信息公开(?:工作)?(?:20\d\d年度?)?(?:年度)?(?:工作)?(?:报告|情况)/.exec(
      foldText(text.slice(0, 600)),
    )
  if (match?.groups === undefined) return null
  const year = YEAR.exec(match[0])?.groups?.year
  const name = organ(match.groups.before ?? '')
  if (year === undefined || name === null || orgTypeOf(name) === undefined) return null
  return { orgName: name, year: Number(year) }
}

/** 统计期限: the first period written as two days, the second year possibly left out. */
export function readPeriod(text: string): StatPeriod | null {
  const plain = foldText(text)
  const match =
    /(20\d\d)年(\d{1,2})月(\d{1,2})日(?:起)?(?:至|到|-|~|—|－)(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日/.exec(
      plain,
    )
  if (match === null) return null
  const [, fromYear = '', fromMonth = '', fromDay = '', toYear, toMonth = '', toDay = ''] = match
  return { from: day(fromYear, fromMonth, fromDay), to: day(toYear ?? fromYear, toMonth, toDay) }
}

/** 机关类型, by the name alone; `undefined` when the name does not tell. */
export function orgTypeOf(name: string): OrgType | undefined {
  if (
    /(?:乡|镇)(?:人民政府|政府)?$|街道(?:办事处|办)?$|(?:乡|镇|街道)党政办(?:公室)?$|(?:乡|镇)人民政府办公室$/.test(
      name,
    )
  )
    return 'township'
  if (/管理委员会$|管委会$|(?:开发|高新|保税|示范|试验|工业园?)区$/.test(name)) return 'functional_zone'
  if (/(?:省|市|县|区|旗|州|盟)(?:(?:人民)?政府)?$/.test(name)) return 'government'
  if (/(?:局|厅|委|委员会|办公室|办公厅|中心|队|所|站|院|部|署|处|会)$/.test(name)) return 'department'
  return undefined
}

function organ(text: string): string | null {
  const name = text.replace(/^[、,，:：]+|[、,，:：]+$/g, '')
  return /\p{Script=Han}{2}/u.test(name) ? name : null
}

function day(year: string, month: string, date: string): string {
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}
