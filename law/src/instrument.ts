import type { PlainDate } from './plain-date.ts'

type Entry = Readonly<{
  /** As promulgated; null where only the number is sure, which is then what a citation prints. */
  title: string | null
  /** 版本: which text of a title that several have had; it stands behind the title, outside its marks. */
  edition?: string
  number: string | null
  /** The day it took effect, for notices the day of issue; null where no day could be read. */
  inForceFrom: PlainDate | null
  /** The last day it applied. */
  inForceTo?: PlainDate
}>

/** Instruments that the product cites, by short name. Titles as promulgated; an older text says which it is. */
// biome-ignore format: a table
export const INSTRUMENTS = {
  // 条例和年度报告
  regulation: entry('中华人民共和国政府信息公开条例', '国务院令第711号', '2019-05-15'),
  'regulation-2008': earlier('中华人民共和国政府信息公开条例', '2007年公布', '国务院令第492号', '2008-05-01', '2019-05-14'),
  'format-2019': entry('中华人民共和国政府信息公开工作年度报告格式（试行）', '国办公开办函〔2019〕60号'),
  'format-2021': entry('中华人民共和国政府信息公开工作年度报告格式', '国办公开办函〔2021〕30号', '2021-09-26'),
  'report-standard-sichuan': entry('政府信息公开工作年度报告编制与发布规范', 'DB51/T 2660—2019'),

  // 依申请公开
  'fee-measures': entry('政府信息公开信息处理费管理办法', '国办函〔2020〕109号', '2021-01-01'),
  'letter-207': entry('关于政府信息公开期限有关问题的解释', '国办公开办函〔2015〕207号'),
  'letter-201': entry('关于政府信息公开工作年度报告有关项目填报问题的解释', '国办公开办函〔2016〕201号', '2016-09-01'),
  'letter-235': entry('关于政府信息公开处理决定送达问题的解释', '国办公开办函〔2016〕235号', '2016-12-07'),
  'letter-19': entry('关于政府信息公开申请接收渠道问题的解释', '国办公开办函〔2017〕19号'),
  'letter-14': entry('关于机构改革后政府信息公开申请办理问题的解释', '国办公开办函〔2019〕14号'),
  'reply-documents-suqian': entry(null, '宿政办函〔2021〕21号'),
  'reply-norm-forwarded': entry(null, '国办公开办函〔2020〕2号'),
  'reply-norm-jiangsu': entry('江苏省政府信息公开申请办理答复规范', '苏政办函〔2019〕98号'),

  // 复议、诉讼
  'review-opinion': entry('司法部关于审理政府信息公开行政复议案件若干问题的指导意见', '国办函〔2021〕132号', '2021-12-22'),
  reconsideration: entry('中华人民共和国行政复议法', null, '2024-01-01'),
  'reconsideration-2017': earlier('中华人民共和国行政复议法', '2017年修正', null, '2018-01-01', '2023-12-31'),
  'reconsideration-regulation': entry('中华人民共和国行政复议法实施条例', '国务院令第499号', '2007-08-01'),
  litigation: entry('中华人民共和国行政诉讼法', null, '2017-07-01'),
  'litigation-interpretation': entry('最高人民法院关于适用《中华人民共和国行政诉讼法》的解释', '法释〔2018〕1号', '2018-02-08'),
  'disclosure-interpretation': entry('最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释', '法释〔2025〕8号', '2025-06-01'),
  'disclosure-provisions-2011': entry('最高人民法院关于审理政府信息公开行政案件若干问题的规定', '法释〔2011〕17号', '2011-08-13', '2025-05-31'),
  'guiding-case-26': entry('李健雄诉广东省交通运输厅政府信息公开案', '最高人民法院指导案例26号'),
  'guiding-case-101': entry('罗元昌诉重庆市彭水苗族土家族自治县地方海事处政府信息公开案', '最高人民法院指导案例101号'),

  // 平台、网站、主动公开
  'platform-notice': entry('关于规范政府信息公开平台有关事项的通知', '国办公开办函〔2019〕61号', '2019-11-29'),
  'rules-notice': entry('关于做好规章集中公开并动态更新工作的通知', '国办公开办函〔2021〕33号'),
  'website-guidelines': entry('政府网站发展指引', '国办发〔2017〕47号'),
  'website-indicators': entry('政府网站与政务新媒体检查指标、监管工作年度考核指标', '国办秘函〔2019〕19号', '2019-04-01'),
  'website-report-notice': entry('关于做好政府网站年度报表发布工作的通知', '国办函〔2018〕12号', '2018-01-15'),
  'openness-rules': entry('《关于全面推进政务公开工作的意见》实施细则', '国办发〔2016〕80号'),
  'openness-points-2016': entry('2016年政务公开工作要点', '国办发〔2016〕19号'),
  'new-media-opinion': entry('关于推进政务新媒体健康有序发展的意见', '国办发〔2018〕123号'),
  'gazette-notice': entry('关于做好政府公报工作的通知', '国办发〔2018〕22号'),
  'construction-opinion': entry('关于推进重大建设项目批准和实施领域政府信息公开的意见', '国办发〔2017〕94号'),
  'resources-opinion': entry('关于推进公共资源配置领域政府信息公开的意见', '国办发〔2017〕97号'),
  'welfare-opinion': entry('关于推进社会公益事业建设领域政府信息公开的意见', '国办发〔2018〕10号'),
  'enforcement-opinion': entry('关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见', '国办发〔2018〕118号'),
  'grassroots-pilot': entry('开展基层政务公开标准化规范化试点工作方案', '国办发〔2017〕42号'),
  'elderly-notice': entry(null, '国办公开办函〔2021〕28号'),
  'assessment-opinion': entry('关于全面推进政务公开工作的意见', '中办发〔2016〕8号', '2016-02-17'),
  'construction-catalogue': entry(null, '发改办投资〔2019〕621号'),
  'grassroots-henan': entry(null, '豫政办〔2020〕5号'),
  'assessment-henan': entry(null, '豫政办〔2016〕222号'),
  'site-standard-heilongjiang': entry(null, 'DB23/T 3649'),
  'site-standard-shandong': entry(null, 'DB37/T 4560.3'),
  'site-standard-anhui': entry(null, 'DB34/T 4086'),
  'rule-making-regulation': entry('规章制定程序条例', '国务院令第695号', '2018-05-01'),
  'decision-regulation': entry('重大行政决策程序暂行条例', '国务院令第713号', '2019-09-01'),
  'rule-of-law-indicators': entry('市县法治政府建设示范指标体系（2021年版）', null),
  'grassroots-opinion': entry('关于全面推进基层政务公开标准化规范化工作的指导意见', '国办发〔2019〕54号'),

  // 相关法律、法规、标准
  'holiday-measures': entry('全国年节及纪念日放假办法', '国务院令第795号', '2025-01-01'),
  'holiday-measures-2014': earlier('全国年节及纪念日放假办法', '2013年修订', '国务院令第644号', '2014-01-01', '2024-12-31'),
  'holiday-measures-2008': earlier('全国年节及纪念日放假办法', '2007年修订', '国务院令第513号', '2008-01-01', '2013-12-31'),
  'holiday-measures-1999': earlier('全国年节及纪念日放假办法', '1999年修订', '国务院令第270号', '1999-09-18', '2007-12-31'),
  'secrecy-law': entry('中华人民共和国保守国家秘密法', null, '2024-05-01'),
  'secrecy-law-2010': earlier('中华人民共和国保守国家秘密法', '2010年修订', null, '2010-10-01', '2024-04-30'),
  'secrecy-regulation': entry('中华人民共和国保守国家秘密法实施条例', '国务院令第786号', '2024-09-01'),
  'personal-information': entry('中华人民共和国个人信息保护法', null, '2021-11-01'),
  'civil-code': entry('中华人民共和国民法典', null, '2021-01-01'),
  'civil-procedure': entry('中华人民共和国民事诉讼法', null, '2024-01-01'),
  'legislation-law': entry('中华人民共和国立法法', null, '2023-03-15'),
  'budget-law': entry('中华人民共和国预算法', null, '2018-12-29'),
  'archives-law': entry('中华人民共和国档案法', null, '2021-01-01'),
  'postal-law': entry('中华人民共和国邮政法', null, '2015-04-24'),
  'petition-regulation': entry('信访工作条例', null, '2022-05-01'),
  'cybersecurity-law': entry('中华人民共和国网络安全法', null, '2026-01-01'),
  'cybersecurity-law-2016': earlier('中华人民共和国网络安全法', '2016年公布', null, '2017-06-01', '2025-12-31'),
  'accessibility-law': entry('中华人民共和国无障碍环境建设法', null, '2023-09-01'),
  'document-processing': entry('党政机关公文处理工作条例', '中办发〔2012〕14号', '2012-07-01'),
  'accessibility-standard': entry('信息技术 互联网内容无障碍可访问性技术要求与测试方法', 'GB/T 37668—2019', '2020-03-01'),
  'classified-protection': entry('信息安全技术 网络安全等级保护基本要求', 'GB/T 22239—2019', '2019-12-01'),
  'cryptography-requirements': entry('信息安全技术 信息系统密码应用基本要求', 'GB/T 39786—2021', '2021-10-01'),
  'identity-number': entry('公民身份号码', 'GB 11643—1999', '1999-07-01'),
  'credit-code': entry('法人和其他组织统一社会信用代码编码规则', 'GB 32100—2015', '2015-10-01'),
  'archive-terms': entry('机关文件材料归档范围和文书档案保管期限规定', '国家档案局令第8号', '2006-12-18'),
  'web-archiving': entry('政府网站网页归档指南', 'DA/T 80—2019'),
  'electronic-records': entry('电子文件归档与电子档案管理规范', 'GB/T 18894—2016'),
  'ofd-format': entry('电子文件存储与交换格式 版式文档', 'GB/T 33190—2016'),
  'ofd-archiving': entry(null, 'GB/T 39677—2020'),
  'document-format': entry('党政机关公文格式', 'GB/T 9704—2012', '2012-07-01'),
  'resource-metadata': entry('政务信息资源目录体系 第3部分：核心元数据', 'GB/T 21063.3—2007', '2008-03-01'),
} as const satisfies Record<string, Entry>

export type Instrument = keyof typeof INSTRUMENTS

/** 历次版本: instruments that replaced each other, oldest first. They follow each other without gap or overlap. */
export const VERSIONS = {
  regulation: ['regulation-2008', 'regulation'],
  reconsideration: ['reconsideration-2017', 'reconsideration'],
  'disclosure-interpretation': ['disclosure-provisions-2011', 'disclosure-interpretation'],
  'secrecy-law': ['secrecy-law-2010', 'secrecy-law'],
  'cybersecurity-law': ['cybersecurity-law-2016', 'cybersecurity-law'],
  'holiday-measures': [
    'holiday-measures-1999',
    'holiday-measures-2008',
    'holiday-measures-2014',
    'holiday-measures',
  ],
} as const satisfies Partial<Record<Instrument, readonly Instrument[]>>

/** The version of an instrument that was in force on a day; `null` before the first one that is known here. */
export function versionOn(family: keyof typeof VERSIONS, day: PlainDate): Instrument | null {
  const versions: readonly Instrument[] = VERSIONS[family]
  return (
    versions.findLast((instrument) => {
      const { inForceFrom }: Entry = INSTRUMENTS[instrument]
      return inForceFrom !== null && inForceFrom <= day
    }) ?? null
  )
}

function earlier(
  title: string,
  edition: string,
  number: string | null,
  inForceFrom: string,
  inForceTo: string,
): Entry {
  return { ...entry(title, number, inForceFrom, inForceTo), edition }
}

function entry(title: string | null, number: string | null, inForceFrom?: string, inForceTo?: string): Entry {
  return {
    title,
    number,
    inForceFrom: (inForceFrom ?? null) as PlainDate | null,
    ...(inForceTo === undefined ? {} : { inForceTo: inForceTo as PlainDate }),
  }
}
