import type { UpdatePeriod } from '../catalogue-id.ts'
import type { ContentKind } from '../content-kind.ts'
import type { LegalItemCode } from '../legal-item.ts'
import type { UpdateClass } from '../update-class.ts'
import type { BasicGroup } from './basic-groups.ts'
import type { StarterLimit } from './starter-entry.ts'

/** 起步基本目录的一行. */
export type BasicLine = Readonly<{
  /**
   * Who has it: g 县级人民政府, d 部门, t 乡镇街道, p 省级部门. A capital letter: everybody of the kind owes it; a small one:
   * those who have the matter do.
   */
  organs: string
  group: BasicGroup
  code: string
  title: string
  content: string
  limit: StarterLimit
  basis: readonly string[]
  update: UpdateClass
  period?: UpdatePeriod
  items: readonly LegalItemCode[]
  kinds: readonly ContentKind[]
  columnType?: string
  /** 公开主体 within a government; elsewhere the organ itself. */
  unit?: string
  /** Practice rather than the regulation: the basis is for the place to complete. */
  isLocal?: boolean
}>

const R = (article: string) => `【法规】《政府信息公开条例》${article}`
const R20 = (...items: readonly string[]) => R(`第二十条${items.map((item) => `第（${item}）项`).join('、')}`)
const R21 = R('第二十一条')
const POLICY = (title: string) => `【政策文件】${title}`

// biome-ignore format: a table
export const BASIC_LINES: readonly BasicLine[] = [
  { organs: 'GDTP', group: 'profile', code: 'functions', title: '机构职能', content: '机关职能、机构设置、办公地址、办公时间、联系方式', limit: 'general', basis: [R20('二')], update: 'on-change', items: ['A20_02'], kinds: ['organisation'], unit: '政府办公室' },
  { organs: 'GDTP', group: 'profile', code: 'leaders', title: '领导信息', content: '负责人姓名、职务、工作分工', limit: 'general', basis: [R20('二'), POLICY('《政府网站发展指引》（国办发〔2017〕47号）')], update: 'on-change', items: ['A20_02'], kinds: ['leaders'], columnType: '负责人信息', unit: '政府办公室' },
  { organs: 'gdp', group: 'profile', code: 'units', title: '内设机构和所属单位', content: '名称、主要职责、负责人姓名、办公电话', limit: 'general', basis: [R20('二')], update: 'on-change', items: ['A20_02'], kinds: ['organisation'], unit: '政府办公室' },

  { organs: 'GDtP', group: 'policy', code: 'normative', title: '行政规范性文件', content: '标题、发文字号、成文日期、发布日期、正文、有效性', limit: 'general', basis: [R20('一')], update: 'notice-policy', items: ['A20_01'], kinds: ['normative'], unit: '政府办公室' },
  { organs: 'GDTP', group: 'policy', code: 'other', title: '其他政策文件', content: '需要公众广泛知晓的通知、意见、方案：标题、发文字号、成文日期、正文', limit: 'general', basis: [R('第十九条'), R20('一')], update: 'notice-policy', items: ['A20_01'], kinds: ['policy'], unit: '政府办公室' },
  { organs: 'GDtP', group: 'policy', code: 'interpretation', title: '政策解读', content: '背景依据、目标任务、主要内容、适用范围、执行标准、注意事项、关键词诠释、惠民利民举措、新旧政策差异', limit: 'interpretation', basis: [POLICY('《2016年政务公开工作要点》（国办发〔2016〕19号）'), POLICY('《〈关于全面推进政务公开工作的意见〉实施细则》（国办发〔2016〕80号）')], update: 'on-change', items: ['A20_01'], kinds: ['interpretation'], columnType: '政策解读', unit: '文件起草部门' },
  { organs: 'GdP', group: 'policy', code: 'review', title: '规范性文件清理结果', content: '继续有效、修改、废止、失效的文件目录', limit: 'general', basis: [R20('一')], update: 'on-change', items: ['A20_01'], kinds: ['policy', 'announcement'], unit: '司法行政部门' },
  { organs: 'g', group: 'policy', code: 'gazette', title: '政府公报', content: '各期目录和全文', limit: 'general', basis: [R('第二十三条'), POLICY('《关于做好政府公报工作的通知》（国办发〔2018〕22号）')], update: 'on-change', items: ['A20_01'], kinds: ['gazette'], unit: '政府办公室' },
  { organs: 'GDTP', group: 'policy', code: 'systems', title: '政府信息公开制度', content: '政府信息公开的规定、办法和本机关的工作制度', limit: 'general', basis: [R('第四条'), POLICY('《关于规范政府信息公开平台有关事项的通知》（国办公开办函〔2019〕61号）')], update: 'on-change', items: ['A20_15'], kinds: ['system'], unit: '政府办公室' },

  { organs: 'GdP', group: 'decision', code: 'drafts', title: '重大行政决策征求意见', content: '决策草案、说明、征求意见的方式和期限，意见采纳情况', limit: 'realtime', basis: ['【法规】《重大行政决策程序暂行条例》（国务院令第713号）', R('第十九条')], update: 'on-change', items: ['A20_15'], kinds: ['announcement'], unit: '决策承办单位' },
  { organs: 'Gdtp', group: 'decision', code: 'execution', title: '政府工作报告和任务落实', content: '政府工作报告，重点任务分解、进展和完成情况', limit: 'general', basis: [R20('三'), POLICY('《关于全面推进政务公开工作的意见》（中办发〔2016〕8号）')], update: 'periodic', period: 'year', items: ['A20_03'], kinds: ['plan', 'policy'], unit: '政府办公室' },
  { organs: 'Gdp', group: 'decision', code: 'proposals', title: '建议提案办理', content: '人大代表建议、政协委员提案的办理复文和总体情况', limit: 'general', basis: [R20('十五')], update: 'periodic', period: 'year', items: ['A20_15'], kinds: ['announcement'], unit: '承办部门', isLocal: true },
  { organs: 'GDTP', group: 'decision', code: 'notices', title: '通知公告', content: '需要公众知晓的公告、公示、通知', limit: 'general', basis: [R('第十九条')], update: 'notice-policy', items: ['A20_15'], kinds: ['announcement'], columnType: '通知公告', unit: '政府办公室和有关部门' },
  { organs: 'gdtp', group: 'decision', code: 'clarification', title: '回应关切', content: '对影响社会稳定的虚假、不完整信息的澄清，对公众关注事项的回应', limit: 'realtime', basis: [R('第六条')], update: 'on-change', items: ['A20_15'], kinds: ['clarification'], columnType: '回应关切', unit: '有关部门' },

  { organs: 'G', group: 'plan', code: 'development', title: '国民经济和社会发展规划', content: '五年规划纲要、年度计划及执行情况', limit: 'general', basis: [R20('三')], update: 'periodic', period: 'year', items: ['A20_03'], kinds: ['plan'], unit: '发展改革部门' },
  { organs: 'GdP', group: 'plan', code: 'special', title: '专项规划', content: '规划文本、规划期限、批准机关和日期、相关政策', limit: 'general', basis: [R20('三')], update: 'on-change', items: ['A20_03'], kinds: ['plan'], unit: '有关部门' },
  { organs: 'gt', group: 'plan', code: 'regional', title: '区域规划和村镇规划', content: '规划文本、图件、规划期限、批准机关和日期', limit: 'general', basis: [R20('三')], update: 'on-change', items: ['A20_03'], kinds: ['plan'], unit: '自然资源部门' },
  { organs: 'dTp', group: 'plan', code: 'work', title: '工作计划和总结', content: '年度工作计划、重点工作安排及完成情况', limit: 'general', basis: [R20('三')], update: 'periodic', period: 'year', items: ['A20_03'], kinds: ['plan'], isLocal: true },

  { organs: 'G', group: 'statistics', code: 'bulletin', title: '统计公报', content: '年度国民经济和社会发展统计公报、普查公报', limit: 'general', basis: [R20('四')], update: 'periodic', period: 'year', items: ['A20_04'], kinds: ['statistics'], unit: '统计部门' },
  { organs: 'gdp', group: 'statistics', code: 'figures', title: '统计数据', content: '指标、时期、数值、口径说明', limit: 'general', basis: [R20('四')], update: 'periodic', period: 'year', items: ['A20_04'], kinds: ['statistics'], unit: '统计部门和有关部门' },

  { organs: 'GDTP', group: 'power', code: 'list', title: '权力和责任清单', content: '事项、依据、实施机构、程序、监督电话、调整记录', limit: 'general', basis: [R20('五', '六'), POLICY('《2016年政务公开工作要点》（国办发〔2016〕19号）')], update: 'on-change', items: ['A20_05', 'A20_06'], kinds: ['power-list'], unit: '机构编制部门、司法行政部门' },
  { organs: 'gdtp', group: 'power', code: 'licence-guide', title: '行政许可办事指南', content: '事项名称、依据、条件、程序、期限、申请材料、申请书示范文本、收费', limit: 'general', basis: [R20('五'), '【法律】《行政许可法》第三十条'], update: 'on-change', items: ['A20_05'], kinds: ['service'], unit: '行政审批部门' },
  { organs: 'gdtp', group: 'power', code: 'licence-result', title: '行政许可结果', content: '决定书文号、许可事项、被许可人、决定日期、有效期、许可机关', limit: 'licence-penalty', basis: [R20('五'), '【法律】《行政许可法》第四十条', POLICY('国办发〔2018〕118号')], update: 'on-change', items: ['A20_05'], kinds: ['licence'], unit: '行政审批部门' },
  { organs: 'gdtp', group: 'power', code: 'service', title: '其他对外管理服务事项', content: '依据、条件、程序、办理结果', limit: 'general', basis: [R20('五')], update: 'on-change', items: ['A20_05'], kinds: ['service', 'licence'], unit: '有关部门' },
  { organs: 'gdtp', group: 'power', code: 'penalty-rules', title: '行政处罚和行政强制的依据、程序', content: '实施依据、条件、程序、裁量基准、救济途径', limit: 'general', basis: [R20('六')], update: 'on-change', items: ['A20_06'], kinds: ['power-list', 'service'], unit: '行政执法部门' },
  { organs: 'gdtp', group: 'power', code: 'penalty', title: '行政处罚决定', content: '具有一定社会影响的处罚决定：决定书文号、违法事实、依据、结果、机关、日期（去除个人信息）', limit: 'licence-penalty', basis: [R20('六'), '【法律】《行政处罚法》第四十八条', POLICY('国办发〔2018〕118号')], update: 'on-change', items: ['A20_06'], kinds: ['penalty'], unit: '行政执法部门' },
  { organs: 'gdp', group: 'power', code: 'random-inspection', title: '随机抽查', content: '抽查事项清单、年度计划、检查结果', limit: 'inspection-plan', basis: [R20('十三')], update: 'periodic', period: 'year', items: ['A20_13'], kinds: ['supervision'], unit: '市场监督管理部门和有关部门', isLocal: true },

  { organs: 'Gt', group: 'finance', code: 'budget', title: '政府预算', content: '一般公共预算、政府性基金预算、国有资本经营预算、社会保险基金预算的报表和说明，“三公”经费，政府债务', limit: 'budget', basis: ['【法律】《预算法》第十四条', R20('七')], update: 'periodic', period: 'year', items: ['A20_07'], kinds: ['budget'], unit: '财政部门' },
  { organs: 'Gt', group: 'finance', code: 'accounts', title: '政府决算', content: '各类决算的报表和说明，“三公”经费决算，政府债务', limit: 'budget', basis: ['【法律】《预算法》第十四条', R20('七')], update: 'periodic', period: 'year', items: ['A20_07'], kinds: ['budget'], unit: '财政部门' },
  { organs: 'gDTP', group: 'finance', code: 'unit-budget', title: '部门预算', content: '部门职责、机构设置，收支报表和说明，“三公”经费、机关运行经费、政府采购', limit: 'budget', basis: ['【法律】《预算法》第十四条', R20('七')], update: 'periodic', period: 'year', items: ['A20_07'], kinds: ['budget'], unit: '各部门' },
  { organs: 'gDTP', group: 'finance', code: 'unit-accounts', title: '部门决算', content: '部门职责、机构设置，决算报表和说明，“三公”经费、机关运行经费、政府采购、绩效', limit: 'budget', basis: ['【法律】《预算法》第十四条', R20('七')], update: 'periodic', period: 'year', items: ['A20_07'], kinds: ['budget'], unit: '各部门' },
  { organs: 'gdtp', group: 'finance', code: 'funds', title: '财政专项资金', content: '管理办法、申报指南、分配结果、使用和绩效', limit: 'general', basis: [R20('七')], update: 'on-change', items: ['A20_07'], kinds: ['budget', 'announcement'], unit: '财政部门和有关部门' },
  { organs: 'Gdp', group: 'finance', code: 'fees', title: '行政事业性收费', content: '收费项目、依据、标准', limit: 'general', basis: [R20('八')], update: 'on-change', items: ['A20_08'], kinds: ['fee'], unit: '财政部门、发展改革部门' },
  { organs: 'Gdtp', group: 'finance', code: 'procurement', title: '政府集中采购', content: '集中采购目录、标准，采购公告、结果和合同', limit: 'general', basis: [R20('九')], update: 'on-change', items: ['A20_09'], kinds: ['procurement'], unit: '财政部门' },

  { organs: 'Gdp', group: 'project', code: 'approval', title: '批准服务和批准结果', content: '申报材料清单、批准流程、办理时限，立项、用地、规划、环评、施工许可等批准结果', limit: 'general', basis: [R20('十'), POLICY('国办发〔2017〕94号')], update: 'on-change', items: ['A20_10'], kinds: ['project'], unit: '发展改革部门' },
  { organs: 'Gdp', group: 'project', code: 'progress', title: '实施情况', content: '招标投标、征收土地、重大设计变更、施工、质量安全监督、竣工验收信息', limit: 'general', basis: [R20('十'), POLICY('国办发〔2017〕94号')], update: 'on-change', items: ['A20_10'], kinds: ['project'], unit: '项目主管部门' },

  { organs: 'Gdtp', group: 'livelihood', code: 'poverty', title: '扶贫和乡村振兴', content: '政策、资金项目安排、实施情况', limit: 'general', basis: [R20('十一')], update: 'on-change', items: ['A20_11'], kinds: ['livelihood'], unit: '农业农村部门' },
  { organs: 'Gdp', group: 'livelihood', code: 'education', title: '教育', content: '招生入学政策、学区划分、资助政策、学校名录', limit: 'general', basis: [R20('十一')], update: 'on-change', items: ['A20_11'], kinds: ['livelihood'], unit: '教育部门' },
  { organs: 'Gdp', group: 'livelihood', code: 'health', title: '医疗', content: '医疗卫生政策、机构名录、医保政策和目录', limit: 'general', basis: [R20('十一')], update: 'on-change', items: ['A20_11'], kinds: ['livelihood'], unit: '卫生健康部门、医疗保障部门' },
  { organs: 'Gdtp', group: 'livelihood', code: 'security', title: '社会保障', content: '社会保险、社会福利政策、待遇标准、办理程序', limit: 'general', basis: [R20('十一')], update: 'on-change', items: ['A20_11'], kinds: ['livelihood'], unit: '人力资源社会保障部门、民政部门' },
  { organs: 'Gdtp', group: 'livelihood', code: 'employment', title: '就业创业', content: '扶持政策、申报条件和程序、补贴名单（去除个人信息）、岗位信息', limit: 'general', basis: [R20('十一')], update: 'on-change', items: ['A20_11'], kinds: ['livelihood'], unit: '人力资源社会保障部门' },

  { organs: 'GdTp', group: 'emergency', code: 'plans', title: '应急预案', content: '总体预案、专项预案、部门预案', limit: 'general', basis: [R20('十二')], update: 'on-change', items: ['A20_12'], kinds: ['emergency'], unit: '应急管理部门' },
  { organs: 'gdtp', group: 'emergency', code: 'warnings', title: '预警信息', content: '预警级别、起始时间、可能影响的范围、应采取的措施、发布机关', limit: 'realtime', basis: [R20('十二')], update: 'on-change', items: ['A20_12'], kinds: ['emergency'], unit: '应急管理部门、气象机构' },
  { organs: 'gdtp', group: 'emergency', code: 'response', title: '应对情况', content: '事件经过、处置措施、救助安置、调查结论', limit: 'realtime', basis: [R20('十二')], update: 'on-change', items: ['A20_12'], kinds: ['emergency'], unit: '应急管理部门和有关部门' },

  { organs: 'Gdtp', group: 'supervision', code: 'environment', title: '环境保护', content: '环境影响评价受理和批准、环境质量监测、检查结果', limit: 'general', basis: [R20('十三')], update: 'periodic', period: 'quarter', items: ['A20_13'], kinds: ['supervision'], unit: '生态环境部门' },
  { organs: 'Gdp', group: 'supervision', code: 'health', title: '公共卫生', content: '卫生监督检查、抽检结果', limit: 'general', basis: [R20('十三')], update: 'periodic', period: 'half-year', items: ['A20_13'], kinds: ['supervision'], unit: '卫生健康部门' },
  { organs: 'Gdtp', group: 'supervision', code: 'safety', title: '安全生产', content: '监督检查情况、重大隐患、事故调查报告', limit: 'general', basis: [R20('十三')], update: 'periodic', period: 'half-year', items: ['A20_13'], kinds: ['supervision'], unit: '应急管理部门' },
  { organs: 'Gdp', group: 'supervision', code: 'food-drugs', title: '食品药品', content: '监督检查、抽检结果、召回', limit: 'general', basis: [R20('十三')], update: 'periodic', period: 'quarter', items: ['A20_13'], kinds: ['supervision'], unit: '市场监督管理部门' },
  { organs: 'Gdp', group: 'supervision', code: 'products', title: '产品质量', content: '监督抽查结果、不合格产品处理', limit: 'general', basis: [R20('十三')], update: 'periodic', period: 'half-year', items: ['A20_13'], kinds: ['supervision'], unit: '市场监督管理部门' },

  { organs: 'gdtp', group: 'recruitment', code: 'civil-service', title: '公务员招考', content: '职位、名额、报考条件、录用结果', limit: 'general', basis: [R20('十四')], update: 'on-change', items: ['A20_14'], kinds: ['recruitment'], unit: '人力资源社会保障部门' },

  { organs: 'Gd', group: 'local', code: 'works', title: '市政建设', content: '市政工程的计划、实施、验收，设施维护', limit: 'general', basis: [R21], update: 'on-change', items: ['A21_CITY_COUNTY_MUNICIPAL_WORKS'], kinds: ['project', 'announcement'], unit: '住房城乡建设部门' },
  { organs: 'Gd', group: 'local', code: 'services', title: '公共服务', content: '公共服务事项清单、服务机构、条件、程序', limit: 'general', basis: [R21], update: 'on-change', items: ['A21_CITY_COUNTY_PUBLIC_SERVICE'], kinds: ['service', 'livelihood', 'announcement'], unit: '有关部门' },
  { organs: 'Gd', group: 'local', code: 'welfare', title: '公益事业', content: '公益项目、资金使用、实施情况', limit: 'general', basis: [R21, POLICY('国办发〔2018〕10号')], update: 'on-change', items: ['A21_CITY_COUNTY_PUBLIC_WELFARE'], kinds: ['livelihood', 'announcement'], unit: '民政部门和有关部门' },
  { organs: 'Gd', group: 'local', code: 'land', title: '土地征收', content: '征收预公告、现状调查、补偿安置方案、批准文件、征收公告', limit: 'general', basis: [R21, '【法律】《土地管理法》第四十七条'], update: 'on-change', items: ['A21_CITY_COUNTY_LAND_EXPROPRIATION'], kinds: ['announcement', 'project'], unit: '自然资源部门' },
  { organs: 'Gd', group: 'local', code: 'houses', title: '房屋征收', content: '征收补偿方案及征求意见情况、征收决定、补偿结果', limit: 'general', basis: [R21, '【法规】《国有土地上房屋征收与补偿条例》'], update: 'on-change', items: ['A21_CITY_COUNTY_HOUSE_EXPROPRIATION'], kinds: ['announcement', 'project'], unit: '房屋征收部门' },
  { organs: 'Gd', group: 'local', code: 'order', title: '治安管理', content: '治安管理措施、便民服务事项、警情提示', limit: 'general', basis: [R21], update: 'on-change', items: ['A21_CITY_COUNTY_PUBLIC_ORDER'], kinds: ['livelihood', 'announcement'], unit: '公安机关' },
  { organs: 'Gd', group: 'local', code: 'relief', title: '社会救助', content: '救助政策、标准、申请程序、实施情况', limit: 'general', basis: [R21], update: 'on-change', items: ['A21_CITY_COUNTY_SOCIAL_RELIEF'], kinds: ['livelihood', 'announcement'], unit: '民政部门' },

  { organs: 'T', group: 'local', code: 'rural-policy', title: '贯彻落实农业农村政策', content: '惠农政策、补贴标准、发放结果（去除个人信息）', limit: 'general', basis: [R21], update: 'on-change', items: ['A21_TOWN_RURAL_POLICY'], kinds: ['policy', 'livelihood', 'announcement'] },
  { organs: 't', group: 'local', code: 'irrigation', title: '农田水利工程建设运营', content: '工程计划、建设、验收、管护', limit: 'general', basis: [R21], update: 'on-change', items: ['A21_TOWN_IRRIGATION'], kinds: ['project', 'announcement'] },
  { organs: 't', group: 'local', code: 'contracted-land', title: '农村土地承包经营权流转', content: '流转政策、程序、流转情况', limit: 'general', basis: [R21], update: 'on-change', items: ['A21_TOWN_LAND_CONTRACT_TRANSFER'], kinds: ['livelihood', 'announcement'] },
  { organs: 't', group: 'local', code: 'homestead', title: '宅基地使用情况审核', content: '申请条件、程序、审核结果（去除个人信息）', limit: 'general', basis: [R21], update: 'on-change', items: ['A21_TOWN_HOMESTEAD'], kinds: ['licence', 'livelihood', 'announcement'] },
  { organs: 't', group: 'local', code: 'town-land', title: '土地征收', content: '征收预公告、补偿安置方案、征收公告、补偿费分配', limit: 'general', basis: [R21, '【法律】《土地管理法》第四十七条'], update: 'on-change', items: ['A21_TOWN_LAND_EXPROPRIATION'], kinds: ['announcement', 'project'] },
  { organs: 't', group: 'local', code: 'town-houses', title: '房屋征收', content: '征收补偿方案、征收决定、补偿结果', limit: 'general', basis: [R21, '【法规】《国有土地上房屋征收与补偿条例》'], update: 'on-change', items: ['A21_TOWN_HOUSE_EXPROPRIATION'], kinds: ['announcement', 'project'] },
  { organs: 't', group: 'local', code: 'raising', title: '筹资筹劳', content: '筹资筹劳的事项、标准、数额、使用情况', limit: 'general', basis: [R21], update: 'on-change', items: ['A21_TOWN_FUND_LABOUR_RAISING'], kinds: ['livelihood', 'announcement'] },
  { organs: 'T', group: 'local', code: 'town-relief', title: '社会救助', content: '救助政策、标准、申请程序，救助对象公示（去除个人信息）', limit: 'general', basis: [R21], update: 'on-change', items: ['A21_TOWN_SOCIAL_RELIEF'], kinds: ['livelihood', 'announcement'] },
]
