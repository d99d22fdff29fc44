import { screening as contract } from '@mingfu/contract'
import type { ScreeningFinding } from '@mingfu/screening'
import { Invalid } from '../errors.ts'
import { listScreeningIssues } from '../services/disclosure/list-screening-issues.ts'
import { settleScreeningIssue } from '../services/disclosure/settle-screening-issue.ts'
import { listScreeningEntries, standardWordingCount } from '../services/screening/list-screening-entries.ts'
import { removeScreeningEntry } from '../services/screening/remove-screening-entry.ts'
import { saveScreeningEntry } from '../services/screening/save-screening-entry.ts'
import { cleanUpload, screenPastedText, screenUpload } from '../services/screening/screen-upload.ts'
import { agencyOf } from './agencies.ts'
import { type Api, FileAnswer, type Upload } from './route.ts'

export function screeningRoutes(api: Api): void {
  deskRoutes(api)
  listRoutes(api)
}

function deskRoutes(api: Api): void {
  api.route(contract.text, async ({ ctx, body }) => {
    const { findings, ...rest } = await screenPastedText(ctx, { agencyId: agencyOf(ctx), ...body })
    return { findings: findings.map(presented), ...rest }
  })
  api.route(contract.file, async ({ ctx, files }) => {
    const { name, bytes } = onlyUpload(files)
    const { findings, unread } = await screenUpload(ctx, { agencyId: agencyOf(ctx), name, bytes })
    return {
      name,
      findings: findings.map(presented),
      unread: unread.map(({ where, why }) => ({ where, why })),
    }
  })
  api.route(contract.clean, async ({ ctx, files }) => {
    const { name, bytes } = onlyUpload(files)
    const cleaned = await cleanUpload(ctx, { agencyId: agencyOf(ctx), name, bytes })
    return new FileAnswer(cleaned, name.replace(/(\.[^.]+)$/, '（已清理）$1'), mediaTypeOf(name))
  })
}

function listRoutes(api: Api): void {
  api.route(contract.entries, async ({ ctx }) => {
    const entries = await listScreeningEntries(ctx, { agencyId: agencyOf(ctx) })
    const items = entries.map(({ addedAt, ...entry }) => ({ ...entry, addedAt: addedAt.toISOString() }))
    return { items, standardCount: standardWordingCount() }
  })
  api.route(contract.saveEntry, ({ ctx, body }) =>
    saveScreeningEntry(ctx, { agencyId: agencyOf(ctx), ...body }),
  )
  api.route(contract.removeEntry, async ({ ctx, params }) => {
    await removeScreeningEntry(ctx, { agencyId: agencyOf(ctx), ...params })
    return {}
  })
  api.route(contract.issues, async ({ ctx }) => {
    const issues = await listScreeningIssues(ctx, { agencyId: agencyOf(ctx) })
    return issues.map(({ foundAt, assignedTo: _, ...issue }) => ({
      ...issue,
      foundAt: foundAt.toISOString(),
    }))
  })
  api.route(contract.settleIssue, async ({ ctx, body }) => {
    await settleScreeningIssue(ctx, { agencyId: agencyOf(ctx), ...body })
    return {}
  })
}

function presented({
  id,
  rule,
  level,
  certainty,
  message,
  excerpt,
  where,
  at,
  length,
  suggestion,
}: ScreeningFinding) {
  return { id, rule, level, certainty, message, excerpt, where, at, length, suggestion }
}

function mediaTypeOf(name: string): string {
  const kind = /\.docx$/i.test(name) ? 'wordprocessingml.document' : 'spreadsheetml.sheet'
  return `application/vnd.openxmlformats-officedocument.${kind}`
}

function onlyUpload(files: readonly Upload[]): Upload {
  const [file] = files
  if (file === undefined) throw new Invalid('请选择要检查的文件', { file: '请选择一个文件' })
  return file
}
