import type { FormatId, YearlyFigures } from '@mingfu/law'

type Unit = '件' | '项' | '万元'
export type YearlyMeasure = Readonly<{ label: string; unit: Unit; formats: readonly FormatId[] }>

const BOTH = ['2019', '2021'] as const
const TRIAL = ['2019'] as const
const NOW = ['2021'] as const

/** 年度数据: what table two takes from neither cases nor documents. Amounts are entered in 万元. */
export const YEARLY_MEASURES = {
  'decisions.administrative_license': { label: '行政许可处理决定数量', unit: '件', formats: BOTH },
  'decisions.other_external_services': {
    label: '其他对外管理服务事项处理决定数量',
    unit: '件',
    formats: TRIAL,
  },
  'decisions.administrative_penalty': { label: '行政处罚处理决定数量', unit: '件', formats: BOTH },
  'decisions.administrative_compulsion': { label: '行政强制处理决定数量', unit: '件', formats: BOTH },
  'fees.amount': { label: '行政事业性收费金额', unit: '万元', formats: NOW },
  'catalogue.administrative_license.prior': { label: '行政许可上一年项目数量', unit: '项', formats: TRIAL },
  'catalogue.administrative_license.this': { label: '行政许可本年项目数量', unit: '项', formats: TRIAL },
  'catalogue.other_external_services.prior': {
    label: '其他对外管理服务事项上一年项目数量',
    unit: '项',
    formats: TRIAL,
  },
  'catalogue.other_external_services.this': {
    label: '其他对外管理服务事项本年项目数量',
    unit: '项',
    formats: TRIAL,
  },
  'catalogue.administrative_penalty.prior': { label: '行政处罚上一年项目数量', unit: '项', formats: TRIAL },
  'catalogue.administrative_penalty.this': { label: '行政处罚本年项目数量', unit: '项', formats: TRIAL },
  'catalogue.administrative_compulsion.prior': {
    label: '行政强制上一年项目数量',
    unit: '项',
    formats: TRIAL,
  },
  'catalogue.administrative_compulsion.this': { label: '行政强制本年项目数量', unit: '项', formats: TRIAL },
  'catalogue.administrative_fees.prior': {
    label: '行政事业性收费上一年项目数量',
    unit: '项',
    formats: TRIAL,
  },
  'catalogue.administrative_fees.this': { label: '行政事业性收费本年项目数量', unit: '项', formats: TRIAL },
  'procurement.items': { label: '政府集中采购项目数量', unit: '项', formats: TRIAL },
  'procurement.amount': { label: '政府集中采购总金额', unit: '万元', formats: TRIAL },
} as const satisfies Record<string, YearlyMeasure>

export type YearlyMeasureId = keyof typeof YEARLY_MEASURES

export function isYearlyMeasure(text: string): text is YearlyMeasureId {
  return text in YEARLY_MEASURES
}

export function measuresOf(format: FormatId): readonly (readonly [YearlyMeasureId, YearlyMeasure])[] {
  const all: [string, YearlyMeasure][] = Object.entries(YEARLY_MEASURES)
  return all
    .filter(([, { formats }]) => formats.includes(format))
    .map(([id, of]) => [id as YearlyMeasureId, of])
}

/** Values by measure, as decimal text → the figures as law counts them. What is not recorded stays unknown. */
export function yearlyFigures(values: ReadonlyMap<string, string>): YearlyFigures {
  const count = (id: YearlyMeasureId) => optional(values.get(id), Number)
  const yuan = (id: YearlyMeasureId) => optional(values.get(id), wanYuanToYuan)
  const items = count('procurement.items')
  const amountInYuan = yuan('procurement.amount')
  const fees = yuan('fees.amount')
  return {
    decisions: defined({
      administrative_license: count('decisions.administrative_license'),
      other_external_services: count('decisions.other_external_services'),
      administrative_penalty: count('decisions.administrative_penalty'),
      administrative_compulsion: count('decisions.administrative_compulsion'),
    }),
    catalogues: defined({
      administrative_license: catalogue(values, 'administrative_license'),
      other_external_services: catalogue(values, 'other_external_services'),
      administrative_penalty: catalogue(values, 'administrative_penalty'),
      administrative_compulsion: catalogue(values, 'administrative_compulsion'),
      administrative_fees: catalogue(values, 'administrative_fees'),
    }),
    ...(fees === undefined ? {} : { feesInYuan: fees }),
    ...(items === undefined || amountInYuan === undefined ? {} : { procurement: { items, amountInYuan } }),
  }
}

function catalogue(values: ReadonlyMap<string, string>, row: string) {
  const prior = values.get(`catalogue.${row}.prior`)
  const now = values.get(`catalogue.${row}.this`)
  return prior === undefined || now === undefined
    ? undefined
    : { priorYear: Number(prior), thisYear: Number(now) }
}

/** `wanYuanToYuan('160.5964')` → 1605964, without a binary fraction on the way. */
export function wanYuanToYuan(text: string): number {
  const [whole = '0', fraction = ''] = text.split('.')
  return Number(`${whole}${fraction.padEnd(4, '0').slice(0, 4)}`)
}

function optional<T>(text: string | undefined, read: (text: string) => T): T | undefined {
  return text === undefined ? undefined : read(text)
}

function defined<T extends object>(value: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, of]) => of !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>
  }
}
