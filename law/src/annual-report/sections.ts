import type { TableId } from './cell-id.ts'
import type { PrintedLabel } from './printed-label.ts'

export type ReportSectionId = 's1' | 's2' | 's3' | 's4' | 's5' | 's6'

export type ReportSection = PrintedLabel &
  Readonly<{
    id: ReportSectionId
    /** The Chinese numeral printed before 、. */
    ordinal: string
    /** The table that stands in it; prose sections have none. */
    table: TableId | null
    /** Whether “无” is an answer: section five owes problems and improvements, 条例 第五十条第一款第（四）项. */
    mayBeNone: boolean
    /** What the prose has to speak of. */
    topics: readonly string[]
    mustMention: readonly string[]
  }>

// biome-ignore format: a table
const COMMON: readonly ReportSection[] = [
  { id: 's1', ordinal: '一', label: '一、总体情况', variants: ['1、总体情况'], table: null, mayBeNone: false,
    topics: ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'], mustMention: [] },
  { id: 's2', ordinal: '二', label: '二、主动公开政府信息情况', variants: ['二、行政机关主动公开政府信息情况'], table: 't2', mayBeNone: false,
    topics: [], mustMention: [] },
  { id: 's3', ordinal: '三', label: '三、收到和处理政府信息公开申请情况', table: 't3', mayBeNone: false,
    variants: ['三、行政机关收到和处理政府信息公开申请情况', '三、依申请公开政府信息情况'], topics: [], mustMention: [] },
  { id: 's4', ordinal: '四', label: '四、政府信息公开行政复议、行政诉讼情况', table: 't4', mayBeNone: false,
    variants: [
      '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '四、因政府信息公开工作被申请行政复议和提起行政诉讼情况',
      '四、政府信息公开行政复议和行政诉讼情况',
      '四、政府信息公开行政复议及行政诉讼情况',
      '四、政府信息公开行政复议行政诉讼情况',
    ], topics: [], mustMention: [] },
  { id: 's5', ordinal: '五', label: '五、存在的主要问题及改进情况', table: null, mayBeNone: false,
    variants: [
      '五、政府信息公开工作存在的主要问题及改进情况',
      '五、存在问题及改进情况',
      '五、存在的主要问题和改进措施',
      '五、存在的主要问题及改进举措',
    ], topics: [], mustMention: [] },
  { id: 's6', ordinal: '六', label: '六、其他需要报告的事项', table: null, mayBeNone: true,
    variants: ['六、其他报告的事项', '六、其他需要报告事项', '六、其他需要汇报事项'], topics: [], mustMention: [] },
]

/** The six sections of the trial format, in order. */
export const SECTIONS_2019: readonly ReportSection[] = COMMON.map((section) =>
  section.id === 's1'
    ? { ...section, topics: ['主动公开', '依申请公开', '政府信息管理', '平台建设', '监督保障'] }
    : section,
)

/** The six sections of the format in force: section six must also say what processing fee was collected. */
export const SECTIONS_2021: readonly ReportSection[] = COMMON.map((section) =>
  section.id === 's6' ? { ...section, mayBeNone: false, mustMention: ['信息处理费'] } : section,
)
