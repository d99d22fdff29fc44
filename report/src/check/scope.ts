/** Words that narrow a sentence to a part of the year's cases: a channel, a class of applicants, a unit. */
const PART =
  /网上|网络|线上|在线|信函|邮寄|来信|来函|当面|现场|窗口|传真|邮件|邮箱|平台|自然人|法人|企业|科研|公益|律师|法律服务|个人|公民|本级|办公室|各(?:县|区|市|镇|乡|街道|部门|单位)|所属|下属|部门|季度|上半年|下半年|\d+月份?|累计|历年|以来/

/** An enumeration that is closed, such as 通过网络、信函等渠道, narrows nothing. */
const WHOLE = /等(?:多种)?(?:方式|渠道|途径|形式|类型)|各类/

/** Whether a phrase speaks of the whole year and the whole organ, judged by what stands before it and around it. */
export function isWholeScope(
  sentence: string,
  excerpt: string,
  reportYear: number,
  orgName: string,
): boolean {
  const at = sentence.indexOf(excerpt)
  const before = sentence.slice(0, Math.max(0, at)).replaceAll(orgName, '')
  const clause = before.slice(before.lastIndexOf(',') + 1)
  if (speaksOfAnotherYear(before, reportYear)) return false
  const around = `${clause}${excerpt.replaceAll(orgName, '')}`
  return !PART.test(around) || WHOLE.test(clause)
}

function speaksOfAnotherYear(before: string, reportYear: number): boolean {
  const years = [...before.matchAll(/(20\d\d)年|(去年|上年同期|上一年同期)/g)]
  const last = years.at(-1)
  if (last === undefined) return false
  return last[1] === undefined || Number(last[1]) !== reportYear
}
