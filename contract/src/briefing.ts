import { z } from 'zod'
import {
  BriefingCallView,
  BriefingFileView,
  BriefingInput,
  BriefingKindId,
  BriefingRowView,
  BriefingStateId,
  BulletinInput,
  BulletinView,
  RankingView,
  ScoreKindId,
  ScoreTableInput,
} from './briefing-views.ts'
import { Day } from './day.ts'
import { defineRoute } from './route.ts'

const line = (title: string, most: number) => z.string().trim().max(most).default('').meta({ title })
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
