import { BRIEFING_KINDS, BRIEFING_LEVELS, BRIEFING_STATES, SCORE_KINDS } from '@mingfu/law'
import { z } from 'zod'
import { Day } from './day.ts'
import { ScreeningFindingView } from './document-views.ts'
import { defineRoute } from './route.ts'

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

const params = z.object({ itemId: z.uuid('这条政务信息的地址不正确，请从列表进入') })
const issue = z.object({ bulletinId: z.uuid('这一期的地址不正确，请从列表进入') })
const version = z.int()
const changed = z.object({ version })
const fileType = z.enum(['docx', 'pdf'])
const period = z.object({
  year: z.coerce.number().int().min(2008).max(2100),
  month: z.coerce.number().int().min(1).max(12).optional(),
})
const reason = (title: string) => z.string().trim().min(1).max(500).meta({ title })

/** 政务信息报送: internal items for leaders. They are no government information and have no public door. */
export const briefing = {
  list: defineRoute({
    method: 'GET',
    path: '/briefings',
    summary: '政务信息；单位经办人只看本单位的',
    access: 'staff',
    query: z.object({
      state: BriefingStateId.optional(),
      kind: BriefingKindId.optional(),
      unitId: z.uuid().optional(),
      callId: z.uuid().optional(),
      title: z.string().max(100).optional(),
      cursor: z.string().max(40).optional(),
    }),
    answer: z.object({ items: z.array(BriefingRowView), next: z.string().nullable() }),
  }),
  get: defineRoute({
    method: 'GET',
    path: '/briefings/:itemId',
    summary: '一条政务信息：文字、经过、得分、发布前检查和快新准深精的事实',
    access: 'staff',
    params,
    answer: BriefingFileView,
  }),
  draft: defineRoute({
    method: 'POST',
    path: '/briefings',
    summary: '起草政务信息',
    access: 'staff',
    body: BriefingInput,
    answer: changed.extend({ itemId: z.string() }),
  }),
  write: defineRoute({
    method: 'PUT',
    path: '/briefings/:itemId',
    summary: '修改尚未报送或者退回的政务信息',
    access: 'staff',
    params,
    body: BriefingInput.extend({ version }),
    answer: changed,
  }),
  submit: defineRoute({
    method: 'POST',
    path: '/briefings/:itemId/submit',
    summary: '报送政务信息，由单位负责人签发',
    access: 'staff',
    params,
    body: z.object({
      version,
      signedBy: z.string().trim().min(1).max(60).meta({ title: '签发的单位负责人' }),
    }),
    answer: changed.extend({ number: z.string() }),
  }),
  edit: defineRoute({
    method: 'PUT',
    path: '/briefings/:itemId/text',
    summary: '编辑报送的信息；报送时的原文另存',
    access: 'staff',
    params,
    body: z.object({
      version,
      title: z.string().trim().min(1).max(100).meta({ title: '标题' }),
      body: z.string().trim().min(1).max(20_000).meta({ title: '正文' }),
      factsCorrected: line('改正的事实差错', 500),
    }),
    answer: changed,
  }),
  turnDown: defineRoute({
    method: 'POST',
    path: '/briefings/:itemId/turn-down',
    summary: '退回修改，或者不采用',
    access: 'staff',
    params,
    body: z.object({
      version,
      how: z.enum(['return', 'decline'], '请选择退回还是不采用').meta({ title: '处理' }),
      reason: reason('理由'),
    }),
    answer: changed,
  }),
  credit: defineRoute({
    method: 'POST',
    path: '/briefings/:itemId/credits',
    summary: '登记采用、领导批示或者扣分，按当日的分值表计分',
    access: 'staff',
    params,
    body: z.object({
      version,
      kind: ScoreKindId,
      code: z.string().min(1, '请从分值表中选择').max(30).meta({ title: '分值表中的哪一项' }),
      on: Day.meta({ title: '日期' }),
      detail: z.string().trim().min(1).max(500).meta({ title: '刊物、批示或者情形' }),
    }),
    answer: changed,
  }),
  deduct: defineRoute({
    method: 'POST',
    path: '/briefing-deductions',
    summary: '没有报送的（漏报、瞒报），对单位扣分',
    access: 'staff',
    body: z.object({
      unitId: z.uuid('请选择单位').meta({ title: '单位' }),
      code: z.string().min(1, '请从分值表中选择').max(30).meta({ title: '分值表中的哪一项' }),
      on: Day.meta({ title: '日期' }),
      detail: z.string().trim().min(1).max(500).meta({ title: '情形' }),
    }),
    answer: z.object({ creditId: z.string() }),
  }),
  cancelCredit: defineRoute({
    method: 'POST',
    path: '/briefing-credits/:creditId/cancel',
    summary: '撤销登记错误的得分，记录保留',
    access: 'staff',
    params: z.object({ creditId: z.uuid() }),
    body: z.object({ reason: reason('撤销的理由') }),
    answer: z.object({}),
  }),
  calls: defineRoute({
    method: 'GET',
    path: '/briefing-calls',
    summary: '约稿和各单位报送情况',
    access: 'staff',
    answer: z.array(BriefingCallView),
  }),
  issueCall: defineRoute({
    method: 'POST',
    path: '/briefing-calls',
    summary: '发出约稿：主题、要求、截止日期、约哪些单位',
    access: 'staff',
    body: z.object({
      fromOffice: line('约稿机关', 60),
      topic: z.string().trim().min(1).max(100).meta({ title: '主题' }),
      requirements: line('要求', 1000),
      unitIds: z.array(z.uuid()).max(500).default([]).meta({ title: '约哪些单位' }),
      dueOn: Day.meta({ title: '截止日期' }),
    }),
    answer: z.object({ callId: z.string() }),
  }),
  closeCall: defineRoute({
    method: 'POST',
    path: '/briefing-calls/:callId/close',
    summary: '结束约稿',
    access: 'staff',
    params: z.object({ callId: z.uuid() }),
    body: z.object({ version }),
    answer: z.object({}),
  }),
  scores: defineRoute({
    method: 'GET',
    path: '/briefing-scores',
    summary: '分值表和历次改动',
    access: 'staff',
    answer: z.object({
      version,
      scores: ScoreTableInput,
      versions: z.array(
        z.object({
          version,
          scores: ScoreTableInput,
          reason: z.string(),
          setAt: z.string(),
          setBy: z.string(),
        }),
      ),
    }),
  }),
  saveScores: defineRoute({
    method: 'PUT',
    path: '/briefing-scores',
    summary: '设定分值表；已经计的分不变',
    access: 'staff',
    body: ScoreTableInput.extend({ version, reason: reason('改动的理由') }),
    answer: changed,
  }),
  ranking: defineRoute({
    method: 'GET',
    path: '/briefing-ranking',
    summary: '一个月或者一年各单位的报送、采用、得分和名次',
    access: 'staff',
    query: period,
    answer: RankingView,
  }),
  rankingNotice: defineRoute({
    method: 'GET',
    path: '/briefing-ranking/file/:type',
    summary: '通报：Word 或者 PDF',
    access: 'staff',
    params: z.object({ type: fileType }),
    query: period,
  }),
  bulletins: defineRoute({
    method: 'GET',
    path: '/briefing-bulletins',
    summary: '政务信息期刊',
    access: 'staff',
    answer: z.array(BulletinView),
  }),
  bulletin: defineRoute({
    method: 'GET',
    path: '/briefing-bulletins/:bulletinId',
    summary: '一期期刊和其中的信息',
    access: 'staff',
    params: issue,
    answer: BulletinView.extend({
      shown: z.array(
        z.object({ itemId: z.string(), unitName: z.string(), title: z.string(), body: z.string() }),
      ),
    }),
  }),
  draftBulletin: defineRoute({
    method: 'POST',
    path: '/briefing-bulletins',
    summary: '编一期期刊',
    access: 'staff',
    body: BulletinInput,
    answer: changed.extend({ bulletinId: z.string() }),
  }),
  saveBulletin: defineRoute({
    method: 'PUT',
    path: '/briefing-bulletins/:bulletinId',
    summary: '修改还没有签发的期刊',
    access: 'staff',
    params: issue,
    body: BulletinInput.extend({ version }),
    answer: changed.extend({ bulletinId: z.string() }),
  }),
  issueBulletin: defineRoute({
    method: 'POST',
    path: '/briefing-bulletins/:bulletinId/issue',
    summary: '签发期刊：编期号，固定文字，各条计为采用',
    access: 'staff',
    params: issue,
    body: z.object({ version }),
    answer: changed.extend({ issue: z.int(), totalIssue: z.int() }),
  }),
  bulletinFile: defineRoute({
    method: 'GET',
    path: '/briefing-bulletins/:bulletinId/file/:type',
    summary: '期刊的 Word 或者 PDF',
    access: 'staff',
    params: issue.extend({ type: fileType }),
  }),
} as const
