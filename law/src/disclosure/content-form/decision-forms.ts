import { cite, citeItem } from '../../citation.ts'
import {
  choice,
  creditCode,
  day,
  type FormFields,
  line,
  must,
  number,
  party,
  person,
  rows,
  text,
  wanYuan,
} from './form-field.ts'

const LICENCE_ITEM = citeItem('regulation', 20, 5)
const PENALTY_ITEM = citeItem('regulation', 20, 6)
const DECISIONS = cite('enforcement-opinion')
const INSPECTED = citeItem('regulation', 20, 13)

/** 行政相对人类别: a natural person is not named in full. */
export const NATURAL_PERSON = '自然人'
const PARTY_KINDS = ['法人及非法人组织', '个体工商户', NATURAL_PERSON] as const

const PARTY = {
  partyName: must(party('行政相对人名称', { basis: DECISIONS, hint: '自然人写作“张某”“张某某”。' })),
  partyKind: must(choice('行政相对人类别', PARTY_KINDS, { basis: DECISIONS })),
  partyCode: creditCode('统一社会信用代码', { hint: '法人、非法人组织和个体工商户填写。' }),
  legalRepresentative: person('法定代表人（负责人）', { hint: '自然人不填。' }),
} as const

/** 行政许可决定 as the two publicity lists (双公示) carry it. */
export const LICENCE = {
  ...PARTY,
  decisionName: must(line('行政许可决定文书名称', { basis: DECISIONS })),
  decisionNumber: must(line('行政许可决定文书号', { basis: DECISIONS })),
  licenceKind: must(
    choice('许可类别', ['普通', '特许', '认可', '核准', '登记', '其他'], { basis: LICENCE_ITEM }),
  ),
  certificate: line('许可证书名称'),
  certificateNumber: line('许可编号'),
  content: must(text('许可内容', { basis: LICENCE_ITEM })),
  decidedOn: must(day('许可决定日期', { basis: DECISIONS })),
  validFrom: day('有效期自'),
  validUntil: day('有效期至', { hint: '长期有效的不填。' }),
  organ: must(line('许可机关', { basis: DECISIONS })),
  status: must(choice('当前状态', ['有效', '变更', '延续', '撤销', '注销', '失效'])),
} as const satisfies FormFields

/** 行政处罚、行政强制决定 as the two publicity lists carry it. */
export const PENALTY = {
  ...PARTY,
  decisionNumber: must(line('行政处罚决定书文号', { basis: DECISIONS })),
  violation: must(line('违法行为类型', { basis: DECISIONS })),
  facts: must(text('违法事实', { basis: PENALTY_ITEM })),
  legalBasis: must(text('处罚依据', { basis: PENALTY_ITEM })),
  penaltyKind: must(
    choice('处罚类别', [
      '警告',
      '通报批评',
      '罚款',
      '没收违法所得、没收非法财物',
      '暂扣许可证件',
      '降低资质等级',
      '吊销许可证件',
      '限制开展生产经营活动',
      '责令停产停业',
      '责令关闭',
      '限制从业',
      '行政拘留',
      '行政强制',
      '其他',
    ]),
  ),
  content: must(text('处罚内容', { basis: PENALTY_ITEM })),
  fine: wanYuan('罚款金额（万元）'),
  confiscated: wanYuan('没收金额（万元）'),
  certificate: line('暂扣或者吊销证照名称及编号'),
  decidedOn: must(day('处罚决定日期', { basis: DECISIONS })),
  shownUntil: day('公示截止期', { hint: '到期后可以撤下，不再公示。' }),
  organ: must(line('处罚机关', { basis: DECISIONS })),
} as const satisfies FormFields

/** 监督检查: what was checked, by which plan, and what came of it. */
export const SUPERVISION = {
  inspectionKind: must(
    choice('检查方式', ['双随机抽查', '监督抽检', '专项检查', '日常检查', '其他'], { basis: INSPECTED }),
  ),
  field: must(
    choice('检查领域', ['环境保护', '公共卫生', '安全生产', '食品药品', '产品质量', '其他'], {
      basis: INSPECTED,
    }),
  ),
  plan: line('检查计划或者依据'),
  from: day('检查开始日期'),
  decidedOn: must(day('检查完成（结果作出）日期', { basis: INSPECTED })),
  checked: number('检查对象（批次）数'),
  passed: number('合格数'),
  failed: number('不合格（发现问题）数'),
  handling: must(text('处理结果', { basis: INSPECTED })),
  results: rows('检查结果', {
    object: must(party('检查对象')),
    item: line('检查事项（产品）'),
    result: must(line('检查结果')),
    handling: line('处理'),
  }),
} as const satisfies FormFields
