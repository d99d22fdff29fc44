import { cite } from '../../citation.ts'
import { INTERPRETATION_ELEMENTS, INTERPRETATION_FORMS } from '../interpretation.ts'
import {
  choice,
  choices,
  day,
  document,
  type FormFields,
  internal,
  line,
  must,
  number,
  rows,
  text,
  year,
} from './form-field.ts'

const INTERPRET = cite('openness-points-2016')
const RULES = cite('rules-notice')
const GAZETTE_NORM = cite('gazette-notice')

/** 同步解读: a document goes out with its interpretation, with a dated plan for it, or with a reason for none. */
const INTERPRETED = {
  interpretationPlannedOn: internal(
    day('解读计划发布日期', {
      basis: INTERPRET,
      hint: '解读不能同时发布的填写，不晚于文件公布后3个工作日。',
    }),
  ),
  interpretationExemption: internal(
    line('不解读的理由', { basis: INTERPRET, hint: '例如：人事任免、单纯的清理结果。' }),
  ),
} as const

/** 规章: what the caption under its title is made of. */
export const REGULATION = {
  promulgatedOn: must(day('公布日期', { basis: RULES })),
  promulgatedBy: must(line('公布的文件', { basis: RULES, hint: '例如：示例市人民政府令第5号。' })),
  amendments: rows(
    '历次修改',
    {
      on: must(day('日期')),
      by: must(line('公布的文件')),
      kind: must(choice('方式', ['修正', '修订'])),
    },
    { basis: RULES, hint: '按时间先后填写。' },
  ),
  ...INTERPRETED,
} as const satisfies FormFields

export const NORMATIVE = { ...INTERPRETED } as const satisfies FormFields
export const POLICY = { ...INTERPRETED } as const satisfies FormFields

/** 政策解读: by whom, in which form, and which elements it covers. A digest of the text is none. */
export const INTERPRETATION = {
  interpreter: must(line('解读单位（人）', { basis: INTERPRET })),
  interpretationForm: must(choice('解读形式', Object.values(INTERPRETATION_FORMS), { basis: INTERPRET })),
  covers: must(
    choices('解读要素', Object.values(INTERPRETATION_ELEMENTS), {
      basis: INTERPRET,
      hint: '解读材料写到的要素，逐项选定。',
    }),
  ),
  telephone: line('咨询电话'),
} as const satisfies FormFields

/** 澄清: accurate official information against what is false or incomplete (条例 第六条). */
export const CLARIFICATION = {
  claim: must(text('需要澄清的信息', { basis: cite('regulation', 6) })),
  facts: must(text('事实', { basis: cite('regulation', 6) })),
  verifiedBy: must(line('核实单位')),
  telephone: line('咨询电话'),
} as const satisfies FormFields

/** 政府公报: an issue is an ordered list of documents, with its number and the page of each. */
export const GAZETTE = {
  gazetteYear: must(year('年份', { basis: GAZETTE_NORM })),
  issueNumber: must(number('期号')),
  totalNumber: number('总期号'),
  issuedOn: must(day('出版日期', { basis: GAZETTE_NORM })),
  editor: line('编辑单位'),
  registration: line('准印证号（刊号）'),
  contents: must(
    rows(
      '本期目录',
      {
        section: line('栏目'),
        document: must(document('文件')),
        page: number('页码'),
      },
      { basis: GAZETTE_NORM, hint: '按刊登的次序排列，从本机关已经发布的文件中选择。' },
    ),
  ),
} as const satisfies FormFields
