import { APPLICANT_CLASSES, type FormatId, T4_BLOCKS, T4_COLUMNS } from '@mingfu/law'
import type { TextId } from './ledger.ts'
import { resultChoices } from './result-choices.ts'

export const SHEETS = {
  guide: '填写说明',
  applications: '申请',
  disputes: '复议诉讼',
  documents: '主动公开文件',
  figures: '年度数据',
  texts: '文字',
  choices: '选项',
} as const

export type LedgerColumn = Readonly<{
  title: string
  width: number
  required: boolean
  entry: 'text' | 'date' | 'choice' | 'yuan'
  choices?: readonly string[]
  hint: string
}>

export const APPLICANT_CHOICES: readonly string[] = Object.values(APPLICANT_CLASSES).map(({ label }) => label)
export const BLOCK_CHOICES: readonly string[] = T4_BLOCKS.map(({ label }) => label)
export const OUTCOME_CHOICES: readonly string[] = T4_COLUMNS.filter(
  ({ id }) => id !== 'pending' && id !== 'total',
).map(({ label }) => label)
export const ROLE_CHOICES = ['作出原行为的机关', '仅作为复议机关的共同被告'] as const
export const DOCUMENT_CHOICES = ['规章', '行政规范性文件'] as const
export const YES_NO = ['是', '否'] as const

/** The columns of the sheet 申请. */
export function applicationColumns(format: FormatId): readonly LedgerColumn[] {
  return [
    text('申请编号', 18, true, '每件申请一行，编号不得重复。'),
    date('收到日期', true, '法定收到日期：当面提交为提交之日，邮寄为签收之日，网上、传真为双方确认之日。'),
    choice('申请人类别', 16, true, APPLICANT_CHOICES, '按申请人本人填写，代理人不计；多人申请按第一人填写。'),
    date('办结日期', false, '作出处理决定的日期；补正、缴费逾期不再处理的，填终止之日；未办结的留空。'),
    choice(
      '办理结果',
      36,
      false,
      resultChoices(format),
      '一件申请只填一种；区分处理的只填“部分公开”；未办结的留空。',
    ),
    yuan('收取信息处理费（元）', '收取的信息处理费，没有收取的留空。'),
    text('备注', 30, false, '不计入报告。'),
  ]
}

/** The columns of the sheet 复议诉讼. */
export const DISPUTE_COLUMNS: readonly LedgerColumn[] = [
  text('案件编号', 18, true, '每件行政复议、行政诉讼一行；复议后又起诉的，分别登记两行。'),
  choice('案件类型', 20, true, BLOCK_CHOICES, '行政复议，或者两类行政诉讼。'),
  date('受理日期', true, '复议机关受理或者法院立案的日期。'),
  date('审结日期', false, '尚未审结的留空。'),
  choice(
    '审理结果',
    14,
    false,
    OUTCOME_CHOICES,
    '维持、驳回诉讼请求填“结果维持”；撤销、变更、确认违法、责令履行填“结果纠正”；其余填“其他结果”。',
  ),
  choice(
    '本机关地位',
    26,
    false,
    ROLE_CHOICES,
    '留空视为作出原行为的机关；仅因复议维持成为共同被告的不计入表四。',
  ),
  text('关联案件编号', 18, false, '同一诉讼的一审、二审填相同的编号，按一件计。'),
  text('备注', 30, false, '不计入报告。'),
]

/** The columns of the sheet 主动公开文件: 规章 and 规范性文件 of the organ itself. */
export const DOCUMENT_COLUMNS: readonly LedgerColumn[] = [
  text('文件名称', 40, true, '规章、行政规范性文件逐件登记，包括以前年度制发、仍然有效的文件。'),
  text('文号', 20, false, '有文号的填写文号。'),
  choice('文件类别', 18, true, DOCUMENT_CHOICES, ''),
  date('制发日期', true, '印发日期。'),
  date('公开日期', false, '首次公开的日期，试行格式的报告需要。'),
  date('废止日期', false, '未废止的留空。'),
  date('失效日期', false, '有效期届满自动失效的日期，与废止分开填写。'),
  choice('是否牵头', 10, false, YES_NO, '联合发文由牵头机关计数；留空视为“是”。'),
]

export type FigureKey =
  | `decisions.${'administrative_license' | 'other_external_services' | 'administrative_penalty' | 'administrative_compulsion'}`
  | `catalogue.${'administrative_license' | 'other_external_services' | 'administrative_penalty' | 'administrative_compulsion' | 'administrative_fees'}.${'prior' | 'this'}`
  | 'feesInYuan'
  | 'procurement.items'
  | 'procurement.amountInYuan'

export type FigureLine = Readonly<{ key: FigureKey; title: string; unit: '件' | '项' | '元'; hint: string }>

const NAMES = {
  administrative_license: '行政许可',
  other_external_services: '其他对外管理服务事项',
  administrative_penalty: '行政处罚',
  administrative_compulsion: '行政强制',
} as const

const DECISIONS = '本年作出的全部处理决定，依法不公开的也计入。'
const ITEMS = '事项目录中的项目数量。'

/** The lines of the sheet 年度数据. */
export const FIGURE_LINES: Readonly<Record<FormatId, readonly FigureLine[]>> = {
  2021: [
    { key: 'decisions.administrative_license', title: '行政许可处理决定数量', unit: '件', hint: DECISIONS },
    { key: 'decisions.administrative_penalty', title: '行政处罚处理决定数量', unit: '件', hint: DECISIONS },
    {
      key: 'decisions.administrative_compulsion',
      title: '行政强制处理决定数量',
      unit: '件',
      hint: DECISIONS,
    },
    {
      key: 'feesInYuan',
      title: '行政事业性收费金额',
      unit: '元',
      hint: '本年实际收取的金额，以元为单位填写整数，报告中换算为万元。',
    },
  ],
  2019: [
    ...(
      [
        'administrative_license',
        'other_external_services',
        'administrative_penalty',
        'administrative_compulsion',
      ] as const
    ).flatMap((row): FigureLine[] => [
      { key: `catalogue.${row}.prior`, title: `${NAMES[row]}上一年项目数量`, unit: '项', hint: ITEMS },
      {
        key: `catalogue.${row}.this`,
        title: `${NAMES[row]}本年项目数量`,
        unit: '项',
        hint: `${ITEMS}本年增/减由两年相减得出。`,
      },
      { key: `decisions.${row}`, title: `${NAMES[row]}处理决定数量`, unit: '件', hint: DECISIONS },
    ]),
    {
      key: 'catalogue.administrative_fees.prior',
      title: '行政事业性收费上一年项目数量',
      unit: '项',
      hint: ITEMS,
    },
    {
      key: 'catalogue.administrative_fees.this',
      title: '行政事业性收费本年项目数量',
      unit: '项',
      hint: ITEMS,
    },
    { key: 'procurement.items', title: '政府集中采购项目数量', unit: '项', hint: '' },
    {
      key: 'procurement.amountInYuan',
      title: '政府集中采购总金额',
      unit: '元',
      hint: '以元为单位填写整数，报告中换算为万元。',
    },
  ],
}

export type TextLine = Readonly<{ id: TextId; part: string; title: string; hint: string }>

/** The lines of the sheet 文字. */
export const TEXT_LINES: readonly TextLine[] = [
  {
    id: 'disclosure',
    part: '一、总体情况',
    title: '主动公开',
    hint: '规章、规范性文件的件数由台账自动写入，这里补充其他情况。',
  },
  {
    id: 'requests',
    part: '一、总体情况',
    title: '依申请公开',
    hint: '收到、办结、结转的件数由台账自动写入，这里补充其他情况。',
  },
  { id: 'management', part: '一、总体情况', title: '政府信息管理', hint: '' },
  { id: 'platform', part: '一、总体情况', title: '政府信息公开平台建设', hint: '' },
  {
    id: 'supervision',
    part: '一、总体情况',
    title: '监督保障',
    hint: '各级人民政府还应当写明工作考核、社会评议和责任追究结果。',
  },
  { id: 'problems', part: '五、存在的主要问题及改进情况', title: '主要问题', hint: '不得只写“无”。' },
  { id: 'improvements', part: '五、存在的主要问题及改进情况', title: '改进情况', hint: '' },
  {
    id: 'others',
    part: '六、其他需要报告的事项',
    title: '其他事项',
    hint: '信息处理费收取情况由台账自动写入。',
  },
]

function text(title: string, width: number, required: boolean, hint: string): LedgerColumn {
  return { title, width, required, entry: 'text', hint }
}

function date(title: string, required: boolean, hint: string): LedgerColumn {
  return { title, width: 13, required, entry: 'date', hint }
}

function choice(
  title: string,
  width: number,
  required: boolean,
  choices: readonly string[],
  hint: string,
): LedgerColumn {
  return { title, width, required, entry: 'choice', choices, hint }
}

function yuan(title: string, hint: string): LedgerColumn {
  return { title, width: 20, required: false, entry: 'yuan', hint }
}
