import { cite } from '../../citation.ts'
import { by, law, type RequestRule, requestRule as rule } from '../rule.ts'

const R36 = cite('regulation', 36)
const LETTER_235 = cite('letter-235')
const FIRST = cite('reconsideration', 23, 1, 4)

/** 答复书、送达、救济告知: REQ-57 to REQ-68. */
// biome-ignore format: a table
export const LETTER_AND_REMEDY = {
  'REQ-57': rule('error', '答复书具备标题、文号、申请人、收到日期和内容、办理经过、事实、依据、理由、结果、提供方式、救济、落款。', [R36],
    by(law('decision/letter/letter', 'composeLetter'), law('decision/letter/reply', 'composeReply')), '没有联系方式：不出具，提示缺“联系方式”。'),
  'REQ-58': rule('error', '受文者与申请登记的姓名或者名称一致。', [R36],
    by(law('decision/letter/letter', 'composeLetter'), 'server/src/services/requests/issue-reply.ts#issueReply'), '受文者取自登记，不另行录入。'),
  'REQ-59': rule('error', '答复书由行政机关署名，内设机构不署名；依法以自己名义履行职能的派出机构、内设机构除外。', [cite('regulation', 10, 2)],
    by(law('decision/letter/letter', 'composeLetter')), '落款“示例市自然资源局”，不写“办公室”。'),
  'REQ-60': rule('error', '文号为机关代字、〔年份〕、序号，不重复；序号不编虚位。', [cite('document-format')],
    by(law('decision/document-number', 'isDocumentNumber', 'repairDocumentNumber'), 'server/src/db/counter.ts#nextNumber'), '“示公复[2024]012号”应当写作“示公复〔2024〕12号”。', { open: true }),
  'REQ-61': rule('error', '邮寄送达交邮政企业办理，不用快递公司，不由收件人付费。', [cite('postal-law', 55), LETTER_235],
    by(law('request/guard/service', 'guardServed')), '登记由快递公司寄送：拒绝。'),
  'REQ-62': rule('error', '申请人选择电子方式的，才能电子送达；电子送达的，一并告知提出复议申请的互联网渠道。', [cite('reconsideration', 22, 2)],
    by(law('request/guard/service', 'guardServed'), law('remedy/clause', 'remedyClause')), '没有登记复议的互联网渠道：不出具电子答复，提示补填。'),
  'REQ-63': rule('error', '送达记录载明方式、日期、受送达人、凭证，并确定救济期限的起算日。', [LETTER_235],
    by(law('remedy/service', 'readService')), '2024-10-14交邮，10-17签收：按期看10-14，救济自10-17起算。', { settings: ['electronicServiceDate'] }),
  'REQ-64': rule('error', '2024年1月1日起，依条例第十四条、第十五条、第十六条不予公开（含部分公开中的该部分）的，告知先申请行政复议。', [FIRST],
    by(law('remedy/clause', 'remedyClause', 'remedyRoute')), '2024-06-03以过程性信息为由不予公开：“请……先向……申请行政复议”。', { settings: ['partialRemedy'] }),
  'REQ-65': rule('error', '2024年1月1日起，其他答复告知可以申请行政复议，也可以直接起诉；行政查询事项属于此类。', [cite('reconsideration', 20, 1), cite('litigation', 46, 1), cite('disclosure-interpretation', 1)],
    by(law('remedy/clause', 'remedyRoute')), '2024-06-03答复信息不存在：60日内复议，或者6个月内起诉。', { open: true }),
  'REQ-66': rule('error', '2023年12月31日及以前的答复，按修订前的复议法告知：部门的复议机关为本级人民政府或者上一级主管部门。', [cite('reconsideration-2017', 12, 1)],
    by(law('remedy/clause', 'remedyRoute'), law('remedy/reconsideration-organ', 'reconsiderationOrgans')), '2023-12-31的不予公开：告知两个复议机关，可以复议也可以起诉。'),
  'REQ-67': rule('error', '补正、延期、征求意见、收费等过程性文书不写救济。', [cite('review-opinion', 3)],
    by(law('decision/documents', 'DOCUMENTS')), '延期答复告知书没有救济一段。'),
  'REQ-68': rule('error', '复议机关按机关类型和决定日期确定。', [cite('reconsideration', 24), cite('reconsideration', 27), cite('reconsideration', 28)],
    by(law('remedy/reconsideration-organ', 'reconsiderationOrgans')), '2024年县级部门：本级人民政府；税务机关：上一级税务机关；省级人民政府：本机关。'),
} as const satisfies Record<string, RequestRule>
