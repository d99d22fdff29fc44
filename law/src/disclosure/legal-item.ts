import { type Citation, cite, citeItem } from '../citation.ts'

/** Who has to publish an item: every organ, those of a city or county, or those of a township. */
export type LegalItemLevel = 'every' | 'city-county' | 'town'

export type LegalItem = Readonly<{
  label: string
  level: LegalItemLevel
  basis: Citation
  /** What it usually holds. */
  holds: string
  /** The row of table two of the annual report that it feeds. */
  reportRow: string | null
}>

/** 法定主动公开内容: the fifteen items of 条例 第二十条 and the additions of 第二十一条. */
// biome-ignore format: a table
export const LEGAL_ITEMS = {
  A20_01: item20(1, '行政法规、规章和规范性文件', '文件库', 'regulations, normative_documents'),
  A20_02: item20(2, '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名', '机构概况', null),
  A20_03: item20(3, '国民经济和社会发展规划、专项规划、区域规划及相关政策', '规划及期限', null),
  A20_04: item20(4, '国民经济和社会发展统计信息', '统计公报、数据', null),
  A20_05: item20(5, '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果', '办事指南、决定清单', 'administrative_license'),
  A20_06: item20(6, '实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定', '依据清单、决定清单', 'administrative_penalty, administrative_compulsion'),
  A20_07: item20(7, '财政预算、决算信息', '各单位年度预算、决算', null),
  A20_08: item20(8, '行政事业性收费项目及其依据、标准', '收费目录', 'administrative_fees'),
  A20_09: item20(9, '政府集中采购项目的目录、标准及实施情况', '目录、公告', 'centralized_procurement'),
  A20_10: item20(10, '重大建设项目的批准和实施情况', '项目档案', null),
  A20_11: item20(11, '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况', '专题栏目', null),
  A20_12: item20(12, '突发公共事件的应急预案、预警信息及应对情况', '预案、事件记录', null),
  A20_13: item20(13, '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况', '检查结果', null),
  A20_14: item20(14, '公务员招考的职位、名额、报考条件等事项以及录用结果', '招考公告、结果', null),
  A20_15: item20(15, '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息', '应当写明依据', null),
  A21_CITY_COUNTY_MUNICIPAL_WORKS: item21('city-county', '市政建设'),
  A21_CITY_COUNTY_PUBLIC_SERVICE: item21('city-county', '公共服务'),
  A21_CITY_COUNTY_PUBLIC_WELFARE: item21('city-county', '公益事业'),
  A21_CITY_COUNTY_LAND_EXPROPRIATION: item21('city-county', '土地征收'),
  A21_CITY_COUNTY_HOUSE_EXPROPRIATION: item21('city-county', '房屋征收'),
  A21_CITY_COUNTY_PUBLIC_ORDER: item21('city-county', '治安管理'),
  A21_CITY_COUNTY_SOCIAL_RELIEF: item21('city-county', '社会救助'),
  A21_TOWN_RURAL_POLICY: item21('town', '贯彻落实农业农村政策'),
  A21_TOWN_IRRIGATION: item21('town', '农田水利工程建设运营'),
  A21_TOWN_LAND_CONTRACT_TRANSFER: item21('town', '农村土地承包经营权流转'),
  A21_TOWN_HOMESTEAD: item21('town', '宅基地使用情况审核'),
  A21_TOWN_LAND_EXPROPRIATION: item21('town', '土地征收'),
  A21_TOWN_HOUSE_EXPROPRIATION: item21('town', '房屋征收'),
  A21_TOWN_FUND_LABOUR_RAISING: item21('town', '筹资筹劳'),
  A21_TOWN_SOCIAL_RELIEF: item21('town', '社会救助'),
} as const satisfies Record<string, LegalItem>

export type LegalItemCode = keyof typeof LEGAL_ITEMS

/** The items that an organ chooses from: a township has the township list, everybody else the city and county list. */
export function legalItemsFor(level: Exclude<LegalItemLevel, 'every'>): readonly LegalItemCode[] {
  return (Object.keys(LEGAL_ITEMS) as LegalItemCode[]).filter((code) => {
    const item: LegalItem = LEGAL_ITEMS[code]
    return item.level === 'every' || item.level === level
  })
}

/** 第（十五）项 is open: whoever uses it has to say which law asks for it. */
export function needsBasisOfItsOwn(code: LegalItemCode): boolean {
  return code === 'A20_15'
}

function item20(item: number, label: string, holds: string, reportRow: string | null): LegalItem {
  return { label, level: 'every', basis: citeItem('regulation', 20, item), holds, reportRow }
}

function item21(level: 'city-county' | 'town', label: string): LegalItem {
  return { label, level, basis: cite('regulation', 21), holds: label, reportRow: null }
}
