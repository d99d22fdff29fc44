import { type Citation, cite } from '../../citation.ts'

/** How well a counting rule rests on texts: read in a norm, following from one, or open and therefore a setting. */
export type Confidence = 'confirmed' | 'derived' | 'unconfirmed'

export type CountingRule = Readonly<{
  id: `CR-${number}`
  title: string
  rule: string
  confidence: Confidence
  basis: readonly Citation[]
}>

const R31 = cite('regulation', 31)

/** 统计口径: which case, which year, which row, which column; shown beside the figures it explains. */
// biome-ignore format: a table
export const COUNTING_RULES: readonly CountingRule[] = [
  rule('CR-01', '本年新收', '收到申请之日在报告年度1月1日至12月31日之间的，计入本年新收；收到之日按申请渠道确定。', 'derived', R31),
  rule('CR-02', '办理结果的年度', '办理结果计入作出最终处理决定的年度；12月31日终了时没有最终决定的，无论收到多久，一律计入结转下年度。以决定日还是送达日为准，由平台统一设定，各年一致。', 'derived'),
  rule('CR-03', '一件一行', '一件申请只计入一种办理结果；区分处理的，只计“部分公开”，不予公开的理由不另计。', 'confirmed', cite('regulation', 37)),
  rule('CR-04', '没有决定的办结', '逾期不补正、逾期不缴费的，计入期限届满或者办结之日的年度；申请人撤回的，计入撤回到达之日的年度，列入其他处理。', 'derived', cite('regulation', 30)),
  rule('CR-05', '申请人类别', '按申请人本人的身份归类，不按代理人的身份归类。', 'unconfirmed'),
  rule('CR-06', '共同申请', '共同提出的申请计一件，按列名在前的申请人归类。', 'unconfirmed'),
  rule('CR-07', '一份多项', '一份申请书包含多项内容的，除行政机关拆分办理外计一件；拆分的，每一部分分别计新收和结果，与收费口径一致。', 'unconfirmed', cite('fee-measures', 4)),
  rule('CR-08', '多头申请', '同一内容向多个行政机关提出的，各收到机关分别计一件。', 'derived'),
  rule('CR-09', '以政府名义答复', '向政府提出并以政府名义答复的，由该政府计数，承办部门不重复计数。', 'unconfirmed'),
  rule('CR-10', '补正', '补正不办结、不重新编号；年末等待补正的，计入结转下年度。', 'derived', cite('regulation', 30)),
  rule('CR-11', '告知获取途径与不掌握', '告知已主动公开的，计入予以公开；信息不存在、不属于本机关负责公开的，均计入“本机关不掌握相关政府信息”。', 'derived', cite('regulation', 36)),
  rule('CR-12', '多个理由', '有多个理由且均未公开的，只计决定所依据的主要理由；难分主次的，计表中次序在前的一项。', 'unconfirmed'),
  rule('CR-13', '重新答复', '复议、诉讼纠正后重新作出的答复不再计入表三，反映在表四。', 'unconfirmed'),
  rule('CR-14', '非申请事项', '经申请渠道收到的咨询等非申请事项登记后，计入“信访举报投诉类申请”或者“其他”；未作为申请登记的来信不计。', 'unconfirmed'),
  rule('CR-15', '机构合并、分立', '合并、分立后，由承继职权的机关接续上年结转，并在第六部分说明。', 'unconfirmed'),
  rule('CR-16', '表四范围', '因政府信息公开工作引起的复议、诉讼均计入，包括以前年度申请引起的。', 'derived'),
  rule('CR-17', '表四年度', '案件在其存续的每一年度均计入：审结年度计结果，此前年度计尚未审结。', 'unconfirmed'),
  rule('CR-18', '共同被告', '复议机关作共同被告的案件，只由原行为机关计数，复议机关不计。', 'confirmed', cite('letter-201')),
  rule('CR-19', '复议后起诉', '复议与其后的诉讼分别计数，各计一件。', 'derived'),
  rule('CR-20', '一审与二审', '同一诉讼的一审、二审计一件，以最新结果为准。', 'unconfirmed'),
  rule('CR-21', '结果归类', '维持、驳回请求的计结果维持；撤销、变更、确认违法、确认无效、责令履行的计结果纠正；不予受理、程序驳回、终止、撤回、调解的计其他结果。', 'unconfirmed'),
  rule('CR-22', '文件归属', '规章、规范性文件计制发机关本身的文件；联合发文由牵头机关计数；失效是否计入废止由平台统一设定。', 'derived', cite('regulation', 10)),
  rule('CR-23', '处理决定数量', '行政许可、行政处罚、行政强制计全年作出的全部决定，无论是否公开；试行格式的上一年项目数量为上一年度事项数，减少以负数填报。', 'derived'),
  rule('CR-24', '行政事业性收费', '计全年实际收取的金额，以万元为单位；信息处理费包含在内。', 'derived'),
  rule('CR-25', '信息处理费说明', '第六部分报告收取信息处理费的件数和金额，未收取的也应当说明。', 'derived', cite('format-2021')),
]

function rule(
  id: CountingRule['id'],
  title: string,
  text: string,
  confidence: Confidence,
  ...basis: Citation[]
): CountingRule {
  return { id, title, rule: text, confidence, basis }
}
