import { cite } from '../../citation.ts'
import { by, law, type PublicationRule, publicationRule as rule } from '../rule.ts'

const R12 = cite('regulation', 12, 3)
const R17 = cite('regulation', 17)
const REVIEW = cite('secrecy-law', 35)
const SOURCE = cite('openness-rules')
const SITE = cite('website-guidelines')
const INDICATORS = cite('website-indicators')
const INTERPRETATION = cite('openness-points-2016')

/** 要素、属性和审查、文件: PUB-20 to PUB-49. */
// biome-ignore format: a table
export const ITEM = {
  'PUB-20': rule('block', ['gate'], '有标题、发文机关、成文日期、分类；目录信息有内容概述。', [R12],
    by(law('disclosure/document-field', 'missingFields'), 'server/src/services/disclosure/submission-faults.ts#submissionFaults', 'server/src/services/disclosure/header-fields.ts#headerHints'), '没有内容概述：不能送审。'),
  'PUB-21': rule('veto', ['data'], '发布时间由服务器在发布时确定，任何人不能修改。', [INDICATORS],
    by('server/src/services/disclosure/publish-document.ts#publishDocument'), '没有填写发布时间的地方；伪造发稿日期是一票否决项。'),
  'PUB-22': rule('block', ['gate'], '成文日期不晚于发布日期，都不在将来；施行日期不早于成文日期，早于的写明原因。', [],
    by('server/src/services/disclosure/submission-faults.ts#submissionFaults'), '成文日期填明天：“成文日期不能晚于今天”。'),
  'PUB-23': rule('block', ['gate'], '发文字号规范或者为空；常见的写错自动更正。', [cite('document-format')],
    by(law('decision/document-number', 'isDocumentNumber', 'repairDocumentNumber')), '“国办发[2017]47号”更正为“国办发〔2017〕47号”；“国办发〔17〕47号”不能更正，请补全年份。'),
  'PUB-24': rule('block', ['data'], '索引号不重复、不再用，前缀为本机关代码。', [R12],
    by(law('disclosure/index-number', 'checkIndexNumber'), 'server/src/db/counter.ts#nextNumber'), '代码008282882的机关使用000014349/2022-33981：前缀不是本机关的，不能发布。'),
  'PUB-25': rule('block', ['gate'], '发布的目录信息都有索引号。', [R12],
    by('server/src/services/disclosure/publish-document.ts#publishDocument'), '发布时按机关代码和年份编号，如11440100MB2C00001X/2024-00031。'),
  'PUB-26': rule('warn', ['gate'], '发文机关写成文时有效的全称。', [],
    by(law('disclosure/organ-change', 'organNameOn'), 'server/src/services/disclosure/document-hints.ts#documentHints'), '机构改革前的文件写当时的名称。'),
  'PUB-27': rule('warn', ['gate'], '发文字号的年份与成文日期的年份一致。', [],
    by(law('decision/document-number', 'yearFault'), 'server/src/services/disclosure/document-hints.ts#documentHints'), '〔2023〕5号而成文日期2024-01-08：提示核对。'),
  'PUB-28': rule('warn', ['gate'], '标题完整，不用省略号，不截断。', [],
    by(law('disclosure/title', 'titleFaults'), 'server/src/services/disclosure/submission-faults.ts#submissionFaults', 'server/src/services/disclosure/document-hints.ts#documentHints'), '“关于加强……”：提示写全；“关于进一步做好防汛工作的”：提示核对是否完整。'),
  'PUB-29': rule('block', ['data'], '一条信息只存一份，多处显示同源。', [cite('platform-notice')],
    by('server/src/services/disclosure/find-published-document.ts#findPublishedDocument'), '目录、检索、订阅都取自同一条记录。'),
  'PUB-30': rule('warn', ['build'], '导出带有核心元数据。', [cite('resource-metadata')],
    by('server/src/portal/open-data/data-views.ts#metadataView'), '信息资源名称取自标题，信息资源标识符取自索引号。'),
  'PUB-31': rule('veto', ['gate'], '没有“主动公开”属性和完整审查记录、最后一级没有签发的，不得发布。', [R17, REVIEW],
    by(law('disclosure/publication-state', 'movePublication')), '缺保密审查：“现有内容没有完成全部审核”。'),
  'PUB-32': rule('block', ['gate'], '依申请公开、不予公开的，选定法定理由并写明。', [SOURCE],
    by(law('disclosure/exemption', 'PUBLISHING_EXEMPTIONS'), 'server/src/services/disclosure/submission-faults.ts#submissionFaults', 'server/src/services/disclosure/review-secrecy.ts#reviewSecrecy'), '选“不予公开”而没有选定法定理由的种类、没有写理由：不能送审。'),
  'PUB-33': rule('block', ['gate'], '拟不公开的政策文件，报批前送政府信息公开工作机构审查。', [SOURCE],
    by(law('disclosure/attribute', 'needsOfficeOpinion'), law('disclosure/heard', 'weighHeard'), 'server/src/services/disclosure/answer-document-consultation.ts#answerDocumentConsultation'), '规范性文件拟“依申请公开”：先取得公开机构意见，由公开机构负责人登记。'),
  'PUB-34': rule('block', ['gate'], '各级审核依次由不同的人完成，拟稿人不能签发。', [R17],
    by(law('disclosure/review-step', 'passStep'), law('disclosure/review-level', 'checkLevels')), '同一人审两级：“同一人不得审核同一件信息的两级”。'),
  'PUB-35': rule('veto', ['gate', 'build'], '发布的内容与签发时的内容一致（正文、附件、要素、渠道）。', [R17],
    by('server/src/services/disclosure/content-digest.ts#contentDigest', law('disclosure/review-step', 'nextStep')), '签发后改了一个字：签发失效，重新审核。'),
  'PUB-36': rule('veto', ['data'], '不以超时、默认或者批量操作代替审批。', [R17],
    by(law('disclosure/publication-state', 'PUBLICATION_ACTS')), '没有人签发，放多久都不会发布。'),
  'PUB-37': rule('block', ['gate'], '正文印的公开属性标注与登记的属性一致。', [SOURCE],
    by(law('disclosure/cited-document', 'printedMarkFault'), 'server/src/services/disclosure/submission-faults.ts#submissionFaults'), '印“此件不公开”而登记“主动公开”：提示核对。'),
  'PUB-38': rule('block', ['gate'], '引用的文件不是已知公开的，列出由人决定。', [SOURCE],
    by('screening/src/text/references.ts#findReferences', 'server/src/services/disclosure/screen-document.ts#screenDocument'), '正文引用未公开的市政府文件的文号：列出，处理后才能发布。'),
  'PUB-39': rule('block', ['gate'], '涉及第三方权益的，附第三方同意或者公共利益决定。', [cite('regulation', 15)],
    by(law('disclosure/secrecy-review', 'judgeSecrecyReview'), law('disclosure/heard', 'weighHeard')), '“是否涉及商业秘密”答是：写明如何处理后才能公开；第三方不同意的，写明不公开对公共利益的重大影响。'),
  'PUB-40': rule('veto', ['gate'], '不能确定能否公开的，报请确定，答复之前不得发布。', [cite('regulation', 17, 3)],
    by(law('disclosure/secrecy-review', 'judgeSecrecyReview'), law('disclosure/publication-state', 'movePublication')), '答“不能确定”：只能选“报请确定”。'),
  'PUB-41': rule('warn', ['monitor'], '没有公开的信息定期复评，间隔不超过12个月。', [cite('regulation', 18)],
    by(law('disclosure/re-review', 'nextReviewOn', 'reReviewCauses'), 'server/src/services/disclosure/re-review-prompts.ts#reReviewPrompts'), '2024-02-29审定不予公开：2025-02-28前复评。'),
  'PUB-42': rule('block', ['gate'], '规范性文件、政策文件同步解读；暂缺的写明3个工作日内的计划，不解读的写明理由。', [INTERPRETATION],
    by(law('disclosure/interpretation', 'interpretationReady'), 'server/src/services/disclosure/publishing-gates.ts#publishingGates'), '2019-09-27发布：解读不晚于2019-10-08。'),
  'PUB-43': rule('block', ['build'], '解读与所解读的文件互相链接；解读要素齐全，不照抄原文。', [INTERPRETATION],
    by(law('disclosure/interpretation', 'missingInterpretationElements'), 'server/src/services/disclosure/document-hints.ts#documentHints', 'server/src/services/disclosure/relation/relate-documents.ts#relateDocuments'), '解读没有“适用范围”：提示补充。'),
  'PUB-44': rule('block', ['gate'], '规范性文件标明有效性，变更有依据文件。', [SITE],
    by(law('disclosure/validity', 'validityOn'), 'server/src/services/disclosure/change-validity.ts#changeValidity'), '废止时写明废止它的文件。'),
  'PUB-45': rule('block', ['build'], '废止、失效的标记在页面、列表、检索结果和下载件上都看得见。', [SITE],
    by('server/src/portal/disclosure/item-list.tsx#EndedTag'), '列表中标题前有“废止”。'),
  'PUB-46': rule('block', ['data'], '废止、修改、代替的关系双向一致，不成环。', [],
    by(law('disclosure/validity', 'relationCircle')), '甲代替乙、乙代替甲：拒绝。'),
  'PUB-47': rule('block', ['build'], '规章页面只有标题、题注、正文；题注载明公布、历次修改和施行日期。', [cite('rules-notice')],
    by(law('disclosure/rule-caption', 'ruleCaption'), 'server/src/portal/disclosure/rule-paper.tsx#RulePaper', 'server/src/services/disclosure/document-blocks.ts#documentBlocks'), '（2008年6月1日示例市人民政府令第5号公布　自2008年7月1日起施行）'),
  'PUB-48': rule('warn', ['build'], '只有有规章制定权的机关设规章栏目。', [cite('rules-notice'), cite('legislation-law')],
    by(law('disclosure/rule-power', 'ruleMakerOf'), law('disclosure/content-kind', 'kindsFor', 'mayHoldKind'), 'server/src/services/disclosure/publishing-gates.ts#publishingGates', 'server/src/portal/disclosure/rules-page.tsx#registerRules'), '县级部门的内容种类中没有“规章”；没有规章的机关没有规章页。'),
  'PUB-49': rule('block', ['gate'], '正文提到的附件与上传的附件一致。', [],
    by(law('disclosure/attachment-reference', 'attachmentsNamed', 'attachmentFaults'), 'server/src/services/disclosure/submission-faults.ts#submissionFaults', 'server/src/services/disclosure/document-hints.ts#documentHints'), '正文写到附件2，只上传了一个：“正文提到附件2，没有上传”。'),
} as const satisfies Record<string, PublicationRule>
