import type { Report } from '../report.ts'

/** Words that narrow a sentence to a part of the year's cases: a channel, a class of applicants, a unit. */
const PART =
  /网上|网络|线上|在线|信函|邮寄|来信|来函|当面|现场|窗口|传真|邮件|邮箱|平台|网站|自然人|法人|企业|科研|公益|律师|法律服务|个人|公民|转办|移送|转来|交办|本级|办公[室厅]|名义|各(?:县|区|市|镇|乡|街道|部门|单位)|所属|下属|直属|[局委厅办]属|二级单位|派出|分局|分中心|[局委厅]机关|部门|季度|上半年|下半年|\d+月份?|平均|[每日月周年]均|每[月周天日]|累计|历年|以来/

/** Words that name a unit or a month as the subject of what follows, until another clause speaks of the whole. */
const SUBJECT_OF_ALL_THAT_FOLLOWS =
  /本级|办公[室厅]|名义|所属|下属|直属|[局委厅办]属|派出|分局|[局委厅]机关|月份|季度|\d月$/
const WHOLE_AGAIN = /全[国省市县区州盟旗局委厅系年]|我[局委厅市县区]|本[局委机单]|合计|总计|共计/

/** An enumeration that is closed, such as 通过网络、信函等渠道, narrows nothing. */
const WHOLE = /等(?:多种)?(?:方式|渠道|途径|形式|类型)|各类/

/** 公民、法人和其他组织 are all that may apply. */
const EVERYONE = /(?:公民|自然人)[、和或及]?法人(?:或者?|和|及|与|、)其他组织/g

/** Words that speak of a whole region: more than the tables of one organ hold, all that those of a government do. */
const REGION = /全[国省市县区州盟旗]|各级(?:行政)?机关|全系统/

/** What a sentence has to be measured against: whose report it stands in, and of which year. */
export type Scope = Readonly<{ reportYear: number; orgName: string; coversRegion: boolean }>

/** The government itself, in a report that covers its region: 市政府收到32件 is not what the whole city received. */
const ITSELF = /(?<!各级|全)[省市县区州旗](?:人民)?政府(?!信息|网|门户|公报)/

/** The scope of a report's tables. A government's tables cover its region; an organ of unknown kind is taken as one organ. */
export function scopeOf({ meta }: Report, reportYear: number): Scope {
  const { orgName, orgType } = meta
  const isGovernment =
    orgType === 'government' || (orgType === undefined && orgName?.endsWith('人民政府') === true)
  return {
    reportYear,
    orgName: orgName === undefined || orgName === '' ? '\u0000' : orgName,
    // A zone calls itself 全区.
    coversRegion: isGovernment || orgType === 'functional_zone',
  }
}

/** Whether a phrase speaks of the whole year and of all that the tables hold, by what stands before it and around it. */
export function isWholeScope(sentence: string, excerpt: string, scope: Scope): boolean {
  if (!isOfYearAndRegion(sentence, excerpt, scope)) return false
  const before = sentence.slice(0, Math.max(0, sentence.indexOf(excerpt))).replaceAll(scope.orgName, '')
  const clauses = before.split(',')
  const clause = clauses.at(-1) ?? ''
  if (isUnderPart(clauses.slice(0, -1), clause)) return false
  const said = `${clause}${excerpt.replaceAll(scope.orgName, '')}`.replaceAll(EVERYONE, '')
  return !isPart(said) || WHOLE.test(clause)
}

/** 市本级收到申请80件,办结78件: the second clause speaks of the subject of the first. */
function isUnderPart(clauses: readonly string[], clause: string): boolean {
  const part = clauses.findLastIndex(
    (each) => SUBJECT_OF_ALL_THAT_FOLLOWS.test(each) && !/其中|包括|\(/.test(each),
  )
  if (part < 0) return false
  return ![...clauses.slice(part + 1), clause].some((each) => WHOLE_AGAIN.test(each))
}

/** Whether words narrow what they stand beside to a part of the cases. */
export function isPart(words: string): boolean {
  return PART.test(words)
}

/** Whether a phrase speaks of the report's year and of the region that its tables hold, of all cases or of a part. */
export function isOfYearAndRegion(
  sentence: string,
  excerpt: string,
  { reportYear, orgName, coversRegion }: Scope,
): boolean {
  const before = sentence.slice(0, Math.max(0, sentence.indexOf(excerpt))).replaceAll(orgName, '')
  if (speaksOfAnotherYear(before, reportYear)) return false
  if (!coversRegion && REGION.test(`${before}${excerpt}`)) return false
  return !(coversRegion && ITSELF.test(afterRegion(`${before}${excerpt}`)))
}

/** 市政府办公室收到25件,全市共收到132件: what counts is who was named last. */
function afterRegion(said: string): string {
  const last = [...said.matchAll(/全[国省市县区州盟旗]|合计|总计/g)].at(-1)
  return last === undefined ? said : said.slice(last.index)
}

const YEARS = /(20\d\d)年|(去年|上年同期|上一年同期)/g

function speaksOfAnotherYear(before: string, reportYear: number): boolean {
  // 上年度新收120件; in 上年结转 the words belong to the phrase itself.
  if (/上一?年度?$/.test(before)) return true
  const last = [...before.matchAll(YEARS)].at(-1)
  if (last === undefined) return false
  return last[1] === undefined || Number(last[1]) !== reportYear
}
