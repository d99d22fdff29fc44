import { z } from 'zod'
import { defineRoute } from './route.ts'

const Year = z.coerce.number().int().min(2008, '年度应当在2008年以后').max(2100)
export const ReportFormatId = z.enum(['2019', '2021']).meta({ title: '报告格式' })

export const VerdictKindId = z.enum(['confirmed', 'explained'], '请选择判定').meta({ title: '判定' })

export const ReportFinding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  cells: z.array(z.string()),
  message: z.string(),
  expected: z.string().nullable(),
  actual: z.string().nullable(),
  /** Where in the document, in words. */
  where: z.string(),
  /** The rule's reason, for whoever asks why it matters. */
  reason: z.string(),
  fingerprint: z.string(),
  /** What a person said of it: true, or explained. */
  verdict: z.object({ kind: VerdictKindId, words: z.string(), by: z.string(), on: z.string() }).nullable(),
  /** Explained by whom; an explained error does not stop publication. */
  waivedBy: z.object({ name: z.string(), reason: z.string() }).nullable(),
})
export type ReportFinding = z.infer<typeof ReportFinding>

/** One cell of the three tables: what it shows, and how many facts stand behind it. */
export const ReportCellView = z.object({
  id: z.string(),
  value: z.string(),
  /** How many cases or documents are counted here; null when the figure is a yearly entry. */
  members: z.int().nullable(),
})
export type ReportCellView = z.infer<typeof ReportCellView>

export const ReportSectionText = z.object({
  id: z.enum(['s1', 's2', 's3', 's4', 's5', 's6']),
  heading: z.string(),
  text: z.string().max(30_000, '这一部分超过三万字，请精简'),
})
export type ReportSectionText = z.infer<typeof ReportSectionText>

export const YearlyFigureView = z.object({
  measure: z.string(),
  label: z.string(),
  unit: z.string(),
  value: z.string().nullable(),
  source: z.string(),
})
export type YearlyFigureView = z.infer<typeof YearlyFigureView>

export const AnnualReportSummary = z.object({
  year: z.int(),
  format: ReportFormatId,
  state: z.enum(['not-begun', 'draft', 'published']),
  publishBy: z.string(),
  publishedAt: z.string().nullable(),
  newReceived: z.int().nullable(),
})
export type AnnualReportSummary = z.infer<typeof AnnualReportSummary>

export const AnnualReportView = z.object({
  year: z.int(),
  format: ReportFormatId,
  title: z.string(),
  state: z.enum(['not-begun', 'draft', 'published']),
  version: z.int(),
  publishedAt: z.string().nullable(),
  sections: z.array(ReportSectionText),
  cells: z.array(ReportCellView),
  figures: z.array(YearlyFigureView),
  findings: z.array(ReportFinding),
  notAssessable: z.array(z.object({ rule: z.string(), why: z.string() })),
})
export type AnnualReportView = z.infer<typeof AnnualReportView>

export const CellMember = z.object({
  kind: z.enum(['request', 'dispute', 'document']),
  id: z.string(),
  number: z.string(),
  title: z.string(),
  on: z.string(),
})
export type CellMember = z.infer<typeof CellMember>

/** One thing that a number of the skeleton counts. */
export const FactMember = z.object({
  kind: z.enum(['request', 'document', 'activity', 'cell', 'briefing', 'bulletin']),
  id: z.string(),
  number: z.string(),
  title: z.string(),
  on: z.string(),
})
export type FactMember = z.infer<typeof FactMember>

/** A piece of a sentence; what has a source can be opened. */
export const SkeletonSpan = z.object({
  text: z.string(),
  source: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('cell'), cellId: z.string() }),
      z.object({
        kind: z.literal('members'),
        label: z.string(),
        total: z.int(),
        members: z.array(FactMember),
      }),
    ])
    .nullable(),
})
export type SkeletonSpan = z.infer<typeof SkeletonSpan>

export const SkeletonTopic = z.object({
  section: z.enum(['s1', 's5', 's6']),
  topic: z.string(),
  lines: z.array(z.array(SkeletonSpan)),
  /** What nobody recorded, and so has to be written by hand. */
  missing: z.string().nullable(),
})
export type SkeletonTopic = z.infer<typeof SkeletonTopic>

export const AlikeText = z.object({
  section: z.enum(['s1', 's5']),
  agencyName: z.string(),
  year: z.int(),
  isOwn: z.boolean(),
  similarity: z.number(),
})
export type AlikeText = z.infer<typeof AlikeText>

const params = z.object({ year: Year })

export const annualReports = {
  list: defineRoute({
    method: 'GET',
    path: '/annual-reports',
    summary: '列出本机关各年度的政府信息公开工作年度报告',
    access: 'staff',
    answer: z.array(AnnualReportSummary),
  }),
  get: defineRoute({
    method: 'GET',
    path: '/annual-reports/:year',
    summary: '读取一个年度的报告；草稿的各项数据由当年的案卷、文件实时得出',
    access: 'staff',
    params,
    query: z.object({ format: ReportFormatId.optional() }),
    answer: AnnualReportView,
  }),
  cell: defineRoute({
    method: 'GET',
    path: '/annual-reports/:year/cells/:cellId',
    summary: '一个单元格背后的申请、争议案件或者文件',
    access: 'staff',
    params: z.object({ year: Year, cellId: z.string() }),
    query: z.object({ format: ReportFormatId.optional() }),
    answer: z.object({
      cellId: z.string(),
      label: z.string(),
      value: z.string(),
      members: z.array(CellMember),
      /** Counted too, and not to be known by who asks. */
      outOfScope: z.int(),
    }),
  }),
  saveSections: defineRoute({
    method: 'PUT',
    path: '/annual-reports/:year/sections',
    summary: '保存报告的文字部分',
    access: 'staff',
    params,
    body: z.object({ version: z.int(), sections: z.array(ReportSectionText.pick({ id: true, text: true })) }),
    answer: z.object({ version: z.int() }),
  }),
  recordFigure: defineRoute({
    method: 'PUT',
    path: '/annual-reports/:year/figures/:measure',
    summary: '登记不由案卷、文件得出的年度数据',
    access: 'staff',
    params: z.object({ year: Year, measure: z.string() }),
    body: z.object({
      value: z
        .string()
        .regex(/^-?\d{1,12}(\.\d{1,4})?$/, '请填写数字，金额以万元为单位，最多四位小数')
        .meta({ title: '数值' }),
      source: z.string().max(500).default('').meta({ title: '数据来源' }),
    }),
    answer: YearlyFigureView,
  }),
  skeleton: defineRoute({
    method: 'GET',
    path: '/annual-reports/:year/skeleton',
    summary: '第一、五、六部分的起草素材：由案卷、文件和登记的记录得出的句子，每个数字附来源',
    access: 'staff',
    params,
    query: z.object({ format: ReportFormatId.optional() }),
    answer: z.array(SkeletonTopic),
  }),
  alike: defineRoute({
    method: 'GET',
    path: '/annual-reports/:year/alike',
    summary: '第一、五部分与本机关以前年度、其他机关已发布报告的雷同之处',
    access: 'staff',
    params,
    answer: z.array(AlikeText),
  }),
  waive: defineRoute({
    method: 'POST',
    path: '/annual-reports/:year/waivers',
    summary: '对一条校验结果作出判定（属实或者说明理由），由判定人署名',
    access: 'staff',
    params,
    body: z.object({
      fingerprint: z.string(),
      verdict: VerdictKindId.default('explained'),
      reason: z.string().min(5, '请写明理由，不少于5个字').meta({ title: '理由' }),
    }),
    answer: z.object({ version: z.int() }),
  }),
  publish: defineRoute({
    method: 'POST',
    path: '/annual-reports/:year/publish',
    summary: '发布年度报告；有未说明的错误时不能发布',
    access: 'staff',
    params,
    body: z.object({ version: z.int() }),
    answer: z.object({ version: z.int(), publishedAt: z.string() }),
  }),
  file: defineRoute({
    method: 'GET',
    path: '/annual-reports/:year/file',
    summary: '下载年度报告（docx、pdf、html、xlsx、json）',
    access: 'staff',
    params,
    query: z.object({
      type: z.enum(['docx', 'pdf', 'html', 'xlsx', 'json']),
      format: ReportFormatId.optional(),
    }),
  }),
}
