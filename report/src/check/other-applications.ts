/** Words that say who asks whom for what by which way, of an application for government information. */
const OWN =
  /政府|信息|公开|公民|法人|其他组织|组织|自然人|个人|群众|社会|公众|企业|主体|提出|提交|递交|书面|机关|单位|部门|街道|受理|办理|处理|办结|答复|回复|登记|结转|遗留|顺延|网络|网上|线上|在线|信函|邮寄|当面|现场|平台|渠道|方式|形式|通过|有关|相关|有效|合计|累计|总计|共计|全部|各类|各项|各级|依法|所有|任何|要求|提供|其他|其它|上年|上一年|年度|[的和或与及、各共计到了件宗份条向局委厅办市县区省镇乡全新本我年收接等以类对于关在依由均已经内]/g

/** As far as this before 申请 its kind is named. */
const REACH = 12

/**
 * 别的申请: whether every 申请 of a text is for something other than government information, as in 环评审批申请 or
 * 信用修复申请, or for a certain content only, as in 关于国家秘密的申请.
 */
export function speaksOfOtherApplications(text: string): boolean {
  if (/信息公开|公开申请|依申请|申请公开/.test(text)) return false
  const places = [...text.matchAll(/申请(?!人)/g)].map(({ index }) => index)
  return places.length > 0 && places.every((at) => kindBefore(text, at).length >= 2)
}

function kindBefore(text: string, at: number): string {
  const clause = /[^,()\d]*$/.exec(text.slice(Math.max(0, at - REACH), at))?.[0] ?? ''
  return clause.replaceAll(OWN, '')
}
