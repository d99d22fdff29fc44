/** 文书目录 D01 to D19: every document that handling a request may need. */
export type OfficeDocument = Readonly<{
  /** The title after the name of the agency. */
  title: string
  to: 'applicant' | 'third-party' | 'agency' | 'unit' | 'file'
  when: string
  /** What has to stand in it. */
  elements: readonly string[]
  /** What it does to the reply period. */
  clock: string | null
  /** 救济告知: procedural notices carry none, they cannot be contested on their own. */
  remedy: boolean
}>

// biome-ignore format: a table
export const DOCUMENTS = {
  D01: { title: '政府信息公开申请登记表', to: 'file', when: '收到申请即时登记', elements: ['渠道', '各项时间', '申请人', '申请内容', '承办人'], clock: null, remedy: false },
  D02: { title: '政府信息公开申请登记回执', to: 'applicant', when: '收到申请时；在线申请自动出具', elements: ['申请编号', '收到日期', '申请内容', '答复期限届满日', '联系方式', '查询码'], clock: '确定收到申请之日', remedy: false },
  D03: { title: '政府信息公开申请补正告知书', to: 'applicant', when: '收到申请之日起7个工作日内', elements: ['补正事项', '指导和释明', '补正期限', '逾期后果', '联系方式'], clock: '答复期限自收到补正后的申请之日起重新计算', remedy: false },
  D04: { title: '政府信息公开申请说明理由告知书', to: 'applicant', when: '申请数量、频次明显超过合理范围时', elements: ['申请件数', '需要说明的事项', '期限', '逾期后果'], clock: null, remedy: false },
  D05: { title: '政府信息公开申请延期答复告知书', to: 'applicant', when: '答复期限届满前', elements: ['延长后的届满日', '理由', '依据'], clock: '延长最多20个工作日', remedy: false },
  D06: { title: '政府信息公开征求意见书', to: 'third-party', when: '公开可能损害第三方合法权益时', elements: ['所涉信息', '征求事项', '15个工作日', '逾期后果'], clock: '征求意见所需时间不计入', remedy: false },
  D07: { title: '政府信息公开征求意见告知书', to: 'applicant', when: '与征求意见书同时', elements: ['征求意见情况', '所需时间不计入答复期限'], clock: null, remedy: false },
  D08: { title: '依申请公开告知书', to: 'third-party', when: '不公开会对公共利益造成重大影响，决定公开时', elements: ['公开的内容', '理由', '救济途径'], clock: null, remedy: true },
  D09: { title: '政府信息公开征求意见书', to: 'agency', when: '由本机关牵头共同制作的信息', elements: ['所涉信息', '15个工作日', '逾期视为同意'], clock: '征求意见所需时间不计入', remedy: false },
  D10: { title: '政府信息公开申请协办函', to: 'unit', when: '需要其他单位检索或者提出意见时', elements: ['检索要求', '检索用词', '期限', '书面答复'], clock: null, remedy: false },
  D11: { title: '政府信息公开信息处理费收费通知书', to: 'applicant', when: '办理期限内', elements: ['依据', '标准', '数额', '缴纳方式', '20个工作日', '逾期后果'], clock: '等待缴费，缴费后重新计算', remedy: false },
  D12: { title: '政府信息公开申请答复书', to: 'applicant', when: '答复期限内', elements: ['共同要素', '各处理决定的特有内容'], clock: '停止计算', remedy: true },
  D13: { title: '政府信息公开申请延迟答复告知书', to: 'applicant', when: '理由合理，但数量过大需要延迟答复时', elements: ['合理期限', '理由'], clock: '以告知的期限为准', remedy: false },
  D14: { title: '政府信息公开申请不再处理告知书', to: 'applicant', when: '逾期不补正、逾期不缴费', elements: ['有关日期', '依据'], clock: '办结', remedy: true },
  D15: { title: '政府信息更正告知书', to: 'applicant', when: '要求更正与其自身相关的不准确政府信息时', elements: ['处理结果'], clock: null, remedy: true },
  D16: { title: '送达回证', to: 'file', when: '每次送达', elements: ['文书名称', '文号', '受送达人', '送达方式', '送达日期', '签收人', '送达人'], clock: null, remedy: false },
  D17: { title: '政府信息检索记录', to: 'file', when: '答复信息不存在之前', elements: ['检索系统', '检索时段', '检索用词', '检索结果', '检索人', '检索时间', '询问的单位'], clock: null, remedy: false },
  D18: { title: '政府信息公开审查呈批单', to: 'file', when: '公开之前', elements: ['审查人', '审查意见', '批准人'], clock: null, remedy: false },
  D19: { title: '政府信息公开申请结案归档目录', to: 'file', when: '办结', elements: ['全部文书'], clock: null, remedy: false },
} as const satisfies Record<string, OfficeDocument>

export type DocumentCode = keyof typeof DOCUMENTS
