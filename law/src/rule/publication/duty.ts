import { cite } from '../../citation.ts'
import { by, law, type PublicationRule, publicationRule as rule } from '../rule.ts'

const R10 = cite('regulation', 10)
const R12 = cite('regulation', 12)
const R20 = cite('regulation', 20)
const R21 = cite('regulation', 21)
const R26 = cite('regulation', 26)
const PLATFORM = cite('platform-notice')

/** 时限、责任、目录、平台: PUB-01 to PUB-19. */
// biome-ignore format: a table
export const DUTY = {
  'PUB-01': rule('warn', ['monitor'], '每条主动公开信息都有公开期限，逾期未公开的列为问题。', [R26],
    by(law('disclosure/deadline-rule', 'DEADLINE_RULES', 'publishDue'), 'server/src/services/disclosure/due/due-day.ts#dueDayOf'), '2019-09-27形成：2019-10-30前公开（国庆放假七天，09-29、10-12上班）。'),
  'PUB-02': rule('block', ['data'], '工作日按国务院办公厅公布的放假安排计算；没有安排的年份标明暂定，不猜测。', [R26],
    by(law('disclosure/deadline-rule', 'publishDue'), law('calendar/working-calendar', 'makeCalendar')), '期限落在没有放假安排的年份：日期标明“暂定”。'),
  'PUB-03': rule('info', ['monitor'], '期限过半、过八成时提醒拟稿人、部门负责人和公开机构。', [],
    by(law('disclosure/deadline-rule', 'publishReminders'), 'server/src/services/disclosure/due/publishing-tasks.ts#publishingTasks', 'server/src/services/disclosure/due/remind-publication.ts#remindPublication'), '2024-03-01形成，03-29届满：03-15、03-25提醒。'),
  'PUB-04': rule('block', ['gate'], '写明信息来源，公开责任机关与来源一致。', [R10],
    by(law('disclosure/responsible-organ', 'mayPublish'), 'server/src/services/disclosure/publishing-gates.ts#publishingGates'), '从企业取得的资料：由保存它的机关公开。'),
  'PUB-05': rule('block', ['gate'], '共同制作的信息指明一个牵头机关，由牵头机关公开，并列明联合发文机关。', [cite('regulation', 10, 3)],
    by(law('disclosure/responsible-organ', 'mayPublish'), 'server/src/services/disclosure/publishing-gates.ts#publishingGates'), '甲局牵头、乙局会签：乙局发布时提示由甲局公开。'),
  'PUB-06': rule('block', ['gate'], '从其他行政机关取得的信息，未经其同意不作为本机关信息公开，只作链接。', [cite('regulation', 10, 1)],
    by(law('disclosure/responsible-organ', 'mayPublish'), 'server/src/services/disclosure/publishing-gates.ts#publishingGates'), '转来的省厅文件：提示链接省厅页面。'),
  'PUB-07': rule('block', ['gate'], '涉及其他机关的，公开前协商、确认。', [cite('regulation', 11, 1)],
    by(law('disclosure/publication-state', 'movePublication'), law('disclosure/heard', 'weighHeard')), '意见未收到：不能签发，“涉及其他机关的，应当协商、确认后公开”。'),
  'PUB-08': rule('block', ['gate'], '依照规定需要批准的，附批准文件。', [cite('regulation', 11, 2)],
    by(law('disclosure/heard', 'weighHeard'), 'server/src/services/disclosure/review-secrecy.ts#reviewSecrecy'), '“是否需要批准”答是而没有批准文件：不能通过审查。'),
  'PUB-09': rule('block', ['gate'], '选定条例第二十条、第二十一条中的主要事项；选第（十五）项的，写明依据。', [R20, R21],
    by(law('disclosure/legal-item', 'LEGAL_ITEMS', 'needsBasisOfItsOwn'), 'server/src/services/disclosure/submission-faults.ts#submissionFaults'), '选第（十五）项：应当写明哪一部法律、法规、规章要求公开。'),
  'PUB-10': rule('block', ['data'], '乡镇选用第二十一条中乡镇的事项，其他机关选用设区的市级、县级的事项。', [R21],
    by(law('disclosure/legal-item', 'legalItemsFor'), 'server/src/services/disclosure/catalogue/save-entry.ts#saveEntry'), '乡镇人民政府：23项；县级部门：22项。'),
  'PUB-11': rule('block', ['data'], '目录的每一条都有公开内容、时限、依据、主体、渠道、方式、层级。', [cite('regulation', 22), cite('grassroots-opinion')],
    by(law('disclosure/standard-catalogue', 'catalogueEntryFaults')), '没有写时限：“请填写公开时限”。'),
  'PUB-12': rule('warn', ['monitor'], '目录中应当公开的每一条都有现行有效的信息。', [R20, cite('regulation', 53)],
    by(law('disclosure/catalogue-duty', 'dutyState'), 'server/src/services/disclosure/catalogue/catalogue-duties.ts#catalogueDuties'), '“行政事业性收费”一条没有信息：列入缺项。'),
  'PUB-13': rule('block', ['build'], '目录列表显示索引、名称、内容概述、生成日期。', [cite('regulation', 12, 3)],
    by('server/src/portal/disclosure/item-list.tsx#CatalogueList'), '列表每行四项齐全。'),
  'PUB-14': rule('block', ['gate'], '公开指南有信息分类、编排体系、获取方式和公开机构的名称、地址、办公时间、电话、传真、互联网联系方式。', [cite('regulation', 12, 2)],
    by('server/src/services/disclosure/guide.ts#saveGuide'), '传真空着：“请填写传真号码；没有传真的，写‘无’”。'),
  'PUB-15': rule('warn', ['monitor'], '机构、负责人变动后，指南、机构职能、领导信息在5个工作日内更新。', [R12, cite('regulation', 53)],
    by(law('disclosure/organ-change', 'followUpDue'), 'server/src/services/disclosure/due/publishing-tasks.ts#publishingTasks'), '负责人2024-03-22变动：03-29前更新，03-30仍未更新的，列为问题。'),
  'PUB-16': rule('block', ['gate'], '信息放在与其种类相符的栏目，“专栏姓专”。', [PLATFORM],
    by('server/src/services/disclosure/submission-faults.ts#submissionFaults', 'server/src/services/disclosure/publishing-gates.ts#publishingGates'), '“行政处罚”不放进只放“行政规范性文件”的栏目：提示另选栏目。'),
  'PUB-17': rule('block', ['build'], '指南、制度、法定主动公开内容、年报四个栏目名称准确、次序固定，依申请公开为第五个入口。', [PLATFORM],
    by(law('disclosure/platform', 'platformColumns'), 'server/src/portal/entries.ts#entriesOf'), '依申请公开只放在指南里的机关：其余四个栏目仍以同样的名称、次序出现在每一页。'),
  'PUB-18': rule('block', ['data'], '一个机关只有一个政府信息公开专栏，不另建网站。', [PLATFORM],
    by('server/src/services/agencies/create-agency.ts#createAgency'), '一个机关一个地址，平台自动生成五个入口。'),
  'PUB-19': rule('block', ['build', 'monitor'], '不登录即可检索、查阅、下载每一条主动公开信息。', [cite('regulation', 24)],
    by('server/src/services/search/search-documents.ts#searchDocuments', 'server/src/services/disclosure/find-published-document.ts#findPublishedDocument', 'server/src/portal/disclosure/file-download.ts#registerFiles'), '未登录打开正文页、下载PDF，均可。'),
} as const satisfies Record<string, PublicationRule>
