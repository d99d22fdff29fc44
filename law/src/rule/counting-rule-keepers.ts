import { by, type Keeper, law, notByMachine, type SettingName } from './rule.ts'

export type CountingRuleId =
  | `CR-0${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
  | `CR-1${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
  | `CR-2${0 | 1 | 2 | 3 | 4 | 5}`

export type Kept = Readonly<{ keeper: Keeper; example: string; settings: readonly SettingName[] }>

const CASE = 'annual-report/counting/case'
const TABLE_THREE = 'annual-report/counting/applications'
const TABLE_FOUR = 'annual-report/counting/disputes'
const TABLE_TWO = 'annual-report/counting/table-two'

/** 统计口径由谁计算: which function keeps each counting rule, with a worked example. */
// biome-ignore format: a table
export const COUNTING_RULE_KEEPERS = {
  'CR-01': kept(by(law(TABLE_THREE, 'countRows'), law('clock/receipt', 'readReceipt')), '2024-12-30提交、2025-01-02双方确认的在线申请：计入2025年新收。'),
  'CR-02': kept(by(law(CASE, 'dayOfResult'), law(TABLE_THREE, 'countRows')), '2024-12-30决定、2025-01-03送达：按决定日计入2024年办理结果；按送达日则2024年计结转下年度，2025年计办理结果。', 'resultYearBy'),
  'CR-03': kept(by(law(CASE, 'mainOutcome')), '提供遮盖后的文件：部分公开1件，保护第三方合法权益0件。'),
  'CR-04': kept(by(law(CASE, 'dayOfResult')), '2024-12-31补正期限届满，2025-01-02按放弃申请办结：计入2025年；2024-12-31撤回：计入2024年“其他处理3.其他”。'),
  'CR-05': kept(by(law(CASE, 'factsOfCase'), law('request/applicant', 'APPLICANT_CLASSES')), '律师代理企业申请：计入商业企业。', 'soleTraderClass'),
  'CR-06': kept(by(law(CASE, 'factsOfCase')), '张某与某公司共同申请，张某列名在前：自然人1件。'),
  'CR-07': kept(by(law(CASE, 'factsOfCase')), '一份申请三个事项：不拆分计1件；拆分计新收3件、结果3件，收费也按3件。', 'severalItems'),
  'CR-08': kept(notByMachine('各机关只有自己的台账，不知道申请人是否也向别的机关提出；各自计数正是本规则的要求，汇总时不去重'), '同一申请提交给三个局：三个局各计1件，汇总3件。'),
  'CR-09': kept(by(law(CASE, 'factsOfCase')), '市政府办公室转住建局起草、以市政府名义答复：市政府计1件，住建局0件。'),
  'CR-10': kept(by(law(TABLE_THREE, 'countRows')), '2024-12-20告知补正，年末未补正：2024年新收1件、结转下年度1件。'),
  'CR-11': kept(by(law('decision/outcome', 'rowOfOutcome')), '告知已在网站公开：予以公开；告知由市公安局负责：本机关不掌握相关政府信息。'),
  'CR-12': kept(by(law(CASE, 'mainOutcome')), '一项属内部事务、一项属过程性信息，未分主次：计内部事务信息1件。'),
  'CR-13': kept(by(law(CASE, 'factsOfCase')), '2023年答复被复议撤销，2024年重新答复：2024年表三不计，表四行政复议结果纠正1件。'),
  'CR-14': kept(by(law('request/usual-choice', 'otherOutcomeByPractice'), law('decision/outcome', 'OUTCOMES')), '以申请表提出的咨询：登记，按设定计“其他处理3.其他”；普通来信不登记，不计。', 'inquiryOutcome'),
  'CR-15': kept(by(law('annual-report/counting/succession', 'takeOver', 'takeOverText')), '规划局结转4件、自然资源局结转8件，合并后上年结转12件，并在第六部分说明。'),
  'CR-16': kept(by(law(TABLE_FOUR, 'countDisputes')), '2022年申请引起、2024年提起的复议：计入2024年表四。'),
  'CR-17': kept(by(law(TABLE_FOUR, 'countDisputes')), '2023年10月受理、2024年3月维持：2023年尚未审结1件，2024年结果维持1件。'),
  'CR-18': kept(by(law(TABLE_FOUR, 'countDisputes')), '县局答复经县政府维持后被诉，县政府为共同被告：县局计1件，县政府计0件。'),
  'CR-19': kept(by(law(TABLE_FOUR, 'countDisputes')), '复议维持后起诉：行政复议1件，复议后起诉1件。'),
  'CR-20': kept(by(law(TABLE_FOUR, 'countDisputes')), '一审驳回、二审撤销：复议后起诉1件，结果纠正。'),
  'CR-21': kept(by(law('remedy/dispute', 'REVIEW_RESULTS', 'LITIGATION_RESULTS')), '驳回复议请求：结果维持；责令履行：结果纠正；撤回申请：其他结果。'),
  'CR-22': kept(by(law(TABLE_TWO, 'countTable2')), '与财政局联合发文、财政局牵头：财政局计1件，本局0件。', 'lapseCountsAsRepeal'),
  'CR-23': kept(by(law(TABLE_TWO, 'countTable2')), '全年许可1250件，其中未公开3件：填1250；事项由110项减为102项：上一年110，本年增减-8。'),
  'CR-24': kept(by(law(TABLE_TWO, 'countTable2')), '实收3125600元：填312.5600。'),
  'CR-25': kept(by(law('annual-report/counting/fee-statement', 'feeStatement')), '收取1件380元：“2024年，本机关依法对1件政府信息公开申请收取信息处理费，共计380元。”'),
} as const satisfies Record<CountingRuleId, Kept>

function kept(keeper: Keeper, example: string, ...settings: SettingName[]): Kept {
  return { keeper, example, settings }
}
