import { type Citation, cite, citeItem } from '../citation.ts'

export type ActivityKind =
  | 'training'
  | 'publicity'
  | 'inspection'
  | 'assessment'
  | 'evaluation'
  | 'accountability'
  | 'problem'

type Kind = Readonly<{
  label: string
  /** How the annual report counts it. */
  measure: '次' | '项' | '人次'
  basis: Citation
}>

/** 监督保障记录: what the annual report tells of training, supervision and problems is written down when it happens. */
// biome-ignore format: a table
export const ACTIVITY_KINDS = {
  training: { label: '业务培训', measure: '次', basis: cite('regulation', 48) },
  publicity: { label: '宣传', measure: '次', basis: cite('regulation', 47) },
  inspection: { label: '监督检查', measure: '次', basis: cite('regulation', 47) },
  assessment: { label: '工作考核', measure: '次', basis: cite('regulation', 46) },
  evaluation: { label: '社会评议', measure: '次', basis: cite('regulation', 46) },
  accountability: { label: '责任追究', measure: '项', basis: cite('regulation', 46) },
  problem: { label: '存在的问题', measure: '项', basis: citeItem('regulation', 50, 4) },
} as const satisfies Record<ActivityKind, Kind>
