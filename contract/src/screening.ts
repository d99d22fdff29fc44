import { z } from 'zod'
import { Day } from './day.ts'
import { ScreeningFindingView } from './document-views.ts'
import { defineRoute } from './route.ts'

/** 词表和名单的类别. */
export const ScreeningEntryKindId = z
  .enum(['fatal', 'sensitive', 'typo', 'organ', 'leader', 'allowed', 'public-document'])
  .meta({ title: '类别' })
export type ScreeningEntryKindId = z.infer<typeof ScreeningEntryKindId>

/** A finding with its place in the text, and what to write in its stead. */
const PlacedFindingView = ScreeningFindingView.extend({
  at: z.int(),
  length: z.int(),
  suggestion: z.string().nullable(),
})
export type PlacedFindingView = z.infer<typeof PlacedFindingView>

const UnreadView = z.object({ where: z.string(), why: z.string() })

const ScreeningEntryView = z.object({
  entryId: z.string(),
  kind: ScreeningEntryKindId,
  words: z.string(),
  right: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  note: z.string(),
  addedAt: z.string(),
  addedBy: z.string(),
})
export type ScreeningEntryView = z.infer<typeof ScreeningEntryView>

const ScreeningIssueView = z.object({
  documentId: z.string(),
  findingId: z.string(),
  title: z.string(),
  rule: z.string(),
  level: z.enum(['veto', 'block', 'warn']),
  place: z.string(),
  message: z.string(),
  excerpt: z.string(),
  foundAt: z.string(),
  assignedName: z.string(),
})
export type ScreeningIssueView = z.infer<typeof ScreeningIssueView>

const line = (title: string, most: number) => z.string().trim().max(most).default('').meta({ title })

export const screening = {
  text: defineRoute({
    method: 'POST',
    path: '/screening/text',
    summary: '检查一段文字：个人信息、密级标志、用语、引用的文件；不保存',
    access: 'staff',
    perMinute: 60,
    body: z.object({
      text: z.string().min(1, '请填写要检查的文字').max(500_000).meta({ title: '要检查的文字' }),
    }),
    answer: z.object({
      findings: z.array(PlacedFindingView),
      /** The same text with personal numbers and addresses masked. */
      masked: z.string(),
      maskedCount: z.int(),
    }),
  }),
  file: defineRoute({
    method: 'POST',
    path: '/screening/file',
    summary: '检查一个文件的各个层面；不保存',
    access: 'staff',
    perMinute: 30,
    files: true,
    answer: z.object({
      name: z.string(),
      findings: z.array(PlacedFindingView),
      /** What of the file was not looked at. */
      unread: z.array(UnreadView),
    }),
  }),
  clean: defineRoute({
    method: 'POST',
    path: '/screening/clean',
    summary: '清理 Word、Excel 文件：去除隐藏内容、批注、修订、属性，遮盖号码；返回新文件',
    access: 'staff',
    perMinute: 30,
    files: ['docx', 'xlsx'],
  }),
  entries: defineRoute({
    method: 'GET',
    path: '/screening/entries',
    summary: '本机关的检查词表和名单',
    access: 'staff',
    answer: z.object({ items: z.array(ScreeningEntryView), standardCount: z.int() }),
  }),
  saveEntry: defineRoute({
    method: 'POST',
    path: '/screening/entries',
    summary: '登记词条；已经发布的内容随之重新检查',
    access: 'staff',
    body: z.object({
      kind: ScreeningEntryKindId,
      words: z.string().trim().min(1).max(200).meta({ title: '词语、号码、姓名或者文件名称' }),
      right: line('应当写作', 200),
      from: Day.nullable().default(null).meta({ title: '自何日起' }),
      to: Day.nullable().default(null).meta({ title: '至何日止' }),
      note: line('说明', 300),
    }),
    answer: z.object({ entryId: z.string() }),
  }),
  removeEntry: defineRoute({
    method: 'DELETE',
    path: '/screening/entries/:entryId',
    summary: '注销词条；已经发布的内容随之重新检查',
    access: 'staff',
    params: z.object({ entryId: z.uuid() }),
    answer: z.object({}),
  }),
  issues: defineRoute({
    method: 'GET',
    path: '/screening/issues',
    summary: '在网内容复查发现而尚未处理的问题',
    access: 'staff',
    answer: z.array(ScreeningIssueView),
  }),
  settleIssue: defineRoute({
    method: 'POST',
    path: '/screening/issues/settle',
    summary: '保留复查发现的问题，写明理由；由审查人办理',
    access: 'staff',
    body: z.object({
      documentId: z.uuid(),
      findingId: z.string().min(1).max(500),
      reason: z.string().trim().min(1, '请写明保留的理由').max(500).meta({ title: '保留的理由' }),
    }),
    answer: z.object({}),
  }),
} as const
