/**
 * A city government of the demonstration, invented with its region code. The office itself is a functional zone and may
 * make no 规章; the city may, so that the page of rules exists. It stands after the office in the tree: the office
 * hosts the site.
 */
export const CITY = {
  slug: 'zhonghe',
  name: '中河市人民政府',
  shortName: '中河市',
  orgType: 'government',
  canMakeRegulations: true,
  creditCode: '11990100ZH0000001T',
  regionCode: '990100',
  documentWord: '中政公开',
  reconsiderationOrgan: '示例省人民政府',
  court: '中河铁路运输法院',
} as const

/** 规章 of the city, as last amended. Written for the purpose; nobody's real text. */
export const RULE = {
  title: '中河市公共停车设施管理办法',
  promulgatedOn: '2019-12-20',
  promulgatedBy: '中河市人民政府令第5号',
  effectiveOn: '2020-02-01',
  amendedOn: '2023-06-15',
  amendedBy: '《中河市人民政府关于修改〈中河市公共停车设施管理办法〉的决定》',
  summary: '规定公共停车设施的规划建设、使用和收费、监督管理，适用于本市城市规划区。',
  paragraphs: [
    '第一章　总则',
    '第一条　为了加强公共停车设施的规划、建设和管理，方便群众出行，根据有关法律、法规，结合本市实际，制定本办法。',
    '第二条　本市城市规划区内公共停车设施的规划、建设、使用和监督管理，适用本办法。',
    '第三条　公共停车设施的管理遵循统筹规划、建管并重、方便群众的原则。',
    '第二章　规划和建设',
    '第四条　自然资源和规划部门会同城市管理、公安机关交通管理部门编制公共停车设施专项规划，征求公众意见后报市人民政府批准。',
    '第五条　学校、医院、车站周边的公共停车设施不足的，应当优先安排建设，并设置无障碍停车位。',
    '第六条　新建公共停车设施应当按照规定的比例配建充电设施。',
    '第三章　使用和收费',
    '第七条　公共停车设施应当在显著位置公示收费标准、开放时间和监督电话。',
    '第八条　停放不超过三十分钟的，不收取停车费；国家法定节假日夜间，道路停车泊位免费停放。',
    '第九条　不得擅自占用、撤除公共停车设施，不得在公共停车泊位设置障碍。',
    '第四章　监督管理',
    '第十条　城市管理部门应当建立停车信息平台，向社会公开泊位数量、位置和使用情况。',
    '第十一条　违反本办法第九条规定的，由城市管理部门责令限期改正；逾期不改正的，处二百元以上一千元以下罚款。',
    '第五章　附则',
    '第十二条　本办法自2020年2月1日起施行。',
  ],
} as const
