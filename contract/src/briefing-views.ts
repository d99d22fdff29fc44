import { BRIEFING_KINDS, BRIEFING_LEVELS, BRIEFING_STATES, SCORE_KINDS } from '@mingfu/law'
import { z } from 'zod'
import { ScreeningFindingView } from './document-views.ts'

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as Key[]
const line = (title: string, most: number) => z.string().trim().max(most).default('').meta({ title })

export const BriefingKindId = z.enum(keys(BRIEFING_KINDS), '请选择信息种类').meta({ title: '信息种类' })
export const BriefingStateId = z.enum(keys(BRIEFING_STATES)).meta({ title: '状态' })
export const BriefingLevelId = z.enum(keys(BRIEFING_LEVELS)).meta({ title: '层级' })
export const ScoreKindId = z.enum(keys(SCORE_KINDS)).meta({ title: '种类' })

/** What a unit writes. */
export const BriefingInput = z.object({
  kind: BriefingKindId,
  unitId: z.uuid('请选择报送单位').meta({ title: '报送单位' }),
  callId: z.uuid().nullable().default(null).meta({ title: '所答约稿' }),
  title: z.string().trim().min(1).max(100).meta({ title: '标题' }),
  body: z.string().max(20_000, '正文过长，一事一报，请精简').default('').meta({ title: '正文' }),
  author: line('撰写人', 60),
  eventAt: z.iso
    .datetime({ offset: true, error: '请填写事情发生的日期和时间' })
    .nullable()
    .default(null)
    .meta({ title: '事情发生的时间' }),
})

export const BriefingRowView = z.object({
  itemId: z.string(),
  number: z.string().nullable(),
  kind: BriefingKindId,
  unitId: z.string(),
  unitName: z.string(),
  title: z.string(),
  state: BriefingStateId,
  submittedAt: z.string().nullable(),
  points: z.number(),
})
export type BriefingRowView = z.infer<typeof BriefingRowView>

export const CreditView = z.object({
  creditId: z.string(),
  kind: ScoreKindId,
  level: BriefingLevelId,
  label: z.string(),
  detail: z.string(),
  on: z.string(),
  points: z.number(),
  recordedBy: z.string(),
  cancelledFor: z.string().nullable(),
})
export type CreditView = z.infer<typeof CreditView>

/** 快新准深精 as facts. */
const QualitiesView = z.object({
  quick: z.object({ hours: z.number().nullable() }),
  fresh: z.object({ likeness: z.number().nullable(), likeItemId: z.string().nullable() }),
  accurate: z.object({ returns: z.int(), factsCorrected: z.string() }),
  deep: z.object({
    isDeepKind: z.boolean(),
    marks: z.object({ problem: z.boolean(), cause: z.boolean(), advice: z.boolean() }),
  }),
  concise: z.object({ submittedLength: z.int(), editedLength: z.int(), editedShare: z.number() }),
})

export const BriefingFileView = z.object({
  itemId: z.string(),
  number: z.string().nullable(),
  kind: BriefingKindId,
  unitId: z.string(),
  unitName: z.string(),
  callId: z.string().nullable(),
  callTopic: z.string().nullable(),
  title: z.string(),
  body: z.string(),
  author: z.string(),
  signedBy: z.string(),
  eventAt: z.string().nullable(),
  state: BriefingStateId,
  submittedAt: z.string().nullable(),
  submittedTitle: z.string().nullable(),
  submittedBody: z.string().nullable(),
  factsCorrected: z.string(),
  likeTitle: z.string().nullable(),
  version: z.int(),
  files: z.array(
    z.object({ fileId: z.string(), name: z.string(), mediaType: z.string(), sizeBytes: z.int() }),
  ),
  events: z.array(
    z.object({
      seq: z.int(),
      kind: z.enum([
        'drafted',
        'written',
        'submitted',
        'edited',
        'returned',
        'declined',
        'adopted',
        'instructed',
        'deducted',
        'credit-cancelled',
      ]),
      facts: z.record(z.string(), z.unknown()),
      at: z.string(),
      actor: z.string(),
    }),
  ),
  credits: z.array(CreditView),
  findings: z.array(ScreeningFindingView),
  qualities: QualitiesView.nullable(),
})
export type BriefingFileView = z.infer<typeof BriefingFileView>

export const BriefingCallView = z.object({
  callId: z.string(),
  fromOffice: z.string(),
  topic: z.string(),
  requirements: z.string(),
  issuedOn: z.string(),
  dueOn: z.string(),
  closedOn: z.string().nullable(),
  version: z.int(),
  units: z.array(z.object({ unitId: z.string(), name: z.string(), submitted: z.int() })),
  overdue: z.boolean(),
})
export type BriefingCallView = z.infer<typeof BriefingCallView>

export const ScoreEntryInput = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[a-z0-9-]{1,30}$/, '代码用小写字母、数字和连字符')
    .meta({ title: '代码' }),
  kind: ScoreKindId,
  level: BriefingLevelId,
  label: z.string().trim().min(1, '请填写名称').max(40).meta({ title: '名称' }),
  points: z.coerce.number().min(-1000).max(1000).meta({ title: '分值' }),
})
export const ScoreTableInput = z.object({
  entries: z.array(ScoreEntryInput).min(1).max(60).meta({ title: '分值' }),
  base: z.object({
    itemsAMonth: z.coerce.number().int().min(0).max(100).meta({ title: '每月报送几条得基本分' }),
    points: z.coerce.number().min(0).max(1000).meta({ title: '每月基本分' }),
  }),
})
export type ScoreTableInput = z.infer<typeof ScoreTableInput>

export const RankingView = z.object({
  year: z.int(),
  month: z.int().nullable(),
  rulesVersion: z.int(),
  standings: z.array(
    z.object({
      unitId: z.string(),
      name: z.string(),
      rank: z.int(),
      submitted: z.int(),
      adopted: z.int(),
      instructions: z.int(),
      basePoints: z.number(),
      creditPoints: z.number(),
      deductions: z.number(),
      total: z.number(),
    }),
  ),
})
export type RankingView = z.infer<typeof RankingView>

export const BulletinInput = z.object({
  paper: z.string().trim().min(1).max(30).meta({ title: '刊名' }),
  editor: line('编发单位', 60),
  scoreCode: z.string().min(1, '请选择按哪一项计分').max(30).meta({ title: '按哪一项计分' }),
  itemIds: z.array(z.uuid()).min(1, '请选择至少一条信息').max(30).meta({ title: '本期信息' }),
  reportTo: line('报', 200),
  sendTo: line('送', 200),
})

export const BulletinView = z.object({
  bulletinId: z.string(),
  paper: z.string(),
  editor: z.string(),
  year: z.int().nullable(),
  issue: z.int().nullable(),
  totalIssue: z.int().nullable(),
  scoreCode: z.string(),
  itemIds: z.array(z.string()),
  reportTo: z.string(),
  sendTo: z.string(),
  issuedOn: z.string().nullable(),
  signedBy: z.string().nullable(),
  draftedBy: z.string(),
  draftedById: z.string().nullable(),
  version: z.int(),
})
export type BulletinView = z.infer<typeof BulletinView>
