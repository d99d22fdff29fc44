import { createHash } from 'node:crypto'
import { fontDirectories, missingGlyphs } from '@mingfu/documents'
import { addDays, plainDateText, yearOf } from '@mingfu/law'
import { sql } from 'kysely'
import { listDeadJobs, reviveDeadJobs } from '../db/dead-jobs.ts'
import { tx } from '../db/transaction.ts'
import type { Runtime } from '../runtime.ts'
import { verifyAudit } from '../services/audit.ts'
import type { Context } from '../services/context.ts'
import { refoldRequests } from '../services/requests/refold-requests.ts'
import { verifyHistories } from '../services/requests/verify-histories.ts'
import { examineDemonstration } from './examine-demonstration.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

/** 体检: compares what is kept in several places, and looks for what will be missing soon. */
export async function* examine(
  runtime: Runtime,
  { repair = false }: { repair?: boolean } = {},
): AsyncGenerator<Finding> {
  const ctx = runtime.contextFor({ kind: 'system', task: 'doctor' }, 'all')
  yield await database(ctx)
  yield await requests(ctx, repair)
  yield await files(ctx)
  yield await auditTrails(ctx)
  yield await histories(ctx)
  yield await jobs(runtime, repair)
  yield await fonts(ctx)
  yield calendar(ctx)
  yield await examineDemonstration(ctx)
}

async function database({ db }: Context): Promise<Finding> {
  const { rows } = await sql<{ version: string; megabytes: number }>`
    select split_part(version(), ' ', 2) as version,
           (pg_database_size(current_database()) / 1048576)::int as megabytes
  `.execute(db)
  return ok('database', `数据库是 PostgreSQL ${rows[0]?.version}，占用 ${rows[0]?.megabytes} MB。`)
}

async function requests(ctx: Context, repair: boolean): Promise<Finding> {
  let checked = 0
  const details: string[] = []
  for (const { agencyId } of await everyAgency(ctx)) {
    const one = await refoldRequests(ctx, { agencyId, repair })
    checked += one.checked
    for (const { number, differs } of one.differing) {
      const columns = Object.entries(differs).map(([name, { row, history }]) => `${name} ${row} → ${history}`)
      details.push(`${number}：${columns.join('，')}`)
    }
  }
  if (details.length === 0) return ok('requests', `申请${checked}件，状态和期限都与办理经过相符。`)
  const sentence = `申请${checked}件，其中${details.length}件的状态或者期限与办理经过不符`
  return repair
    ? warning('requests', `${sentence}，已经按办理经过改正。`, details)
    : fault('requests', `${sentence}，请执行 mingfu doctor --repair 改正。`, details)
}

async function files(ctx: Context): Promise<Finding> {
  const rows = await ctx.db.selectFrom('file').select(['name', 'sha256']).distinctOn('sha256').execute()
  const details: string[] = []
  for (const { name, sha256 } of rows) {
    const bytes = await ctx.files.find(sha256)
    if (bytes === undefined) details.push(`缺失：${name}（${sha256}）`)
    else if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      details.push(`内容被改动：${name}（${sha256}）`)
    }
  }
  if (details.length === 0) return ok('files', `文件${rows.length}个，都在文件库中，摘要相符。`)
  return fault(
    'files',
    `文件${rows.length}个，其中${details.length}个缺失或者被改动，请从备份恢复。`,
    details,
  )
}

async function auditTrails(ctx: Context): Promise<Finding> {
  const WHAT = { missing: '缺失', altered: '被改动', unlinked: '与前一条不衔接' } as const
  let checked = 0
  const details: string[] = []
  for (const { agencyId, name } of await everyAgency(ctx)) {
    const chain = await tx(ctx, (t) => verifyAudit(t, agencyId))
    checked += chain.checked
    details.push(...chain.faults.map(({ seq, what }) => `${name}第${seq}条${WHAT[what]}`))
  }
  if (details.length === 0) return ok('audit', `审计日志${checked}条，前后衔接，没有改动。`)
  return fault('audit', `审计日志${checked}条，有${details.length}处缺失或者被改动，请立即查明。`, details)
}

async function histories(ctx: Context): Promise<Finding> {
  const WHAT = { missing: '缺失', altered: '被改动', cut: '之后有缺失' } as const
  let checked = 0
  const details: string[] = []
  for (const { agencyId } of await everyAgency(ctx)) {
    const one = await verifyHistories(ctx, { agencyId })
    checked += one.checked
    details.push(...one.faults.map(({ number, seq, what }) => `${number}第${seq}条${WHAT[what]}`))
  }
  if (details.length === 0) return ok('histories', `申请${checked}件的办理经过，前后衔接，没有改动。`)
  return fault('histories', `办理经过有${details.length}处缺失或者被改动，请立即查明。`, details)
}

async function jobs(runtime: Runtime, repair: boolean): Promise<Finding> {
  const dead = await listDeadJobs(runtime.db)
  if (repair && dead.length > 0) {
    return warning('jobs', `多次没有完成的后台任务${await reviveDeadJobs(runtime.db)}项，已经重新排入。`)
  }
  if (dead.length > 0) {
    const details = dead.map(({ kind, error }) => `${kind}：${error}`)
    return warning(
      'jobs',
      `后台任务有${dead.length}项多次没有完成，排除原因后请执行 mingfu doctor --repair 重新办理。`,
      details,
    )
  }
  const { rows } = await runtime.pool.query<{ waiting: number; late: number }>(
    `select count(*)::int as waiting, count(*) filter (where start_after < now() - interval '1 hour')::int as late
     from mingfu_jobs.job where state in ('created', 'retry')`,
  )
  const { waiting = 0, late = 0 } = rows[0] ?? {}
  if (late > 0) {
    return warning(
      'jobs',
      `后台任务有${late}项等候超过一小时，请确认 mingfu start 或者 mingfu work 正在运行。`,
    )
  }
  return ok('jobs', `后台任务没有积压（等候${waiting}项）。`)
}

/** Also those that were merged or dissolved: their requests are kept. */
function everyAgency({ db }: Context) {
  return db.selectFrom('agency').select(['agency_id as agencyId', 'name']).orderBy('path').execute()
}

/** Names and titles that letters print. What applicants are called stays sealed. */
async function fonts(ctx: Context): Promise<Finding> {
  try {
    fontDirectories()
  } catch (error) {
    return fault('fonts', `${(error as Error).message}。`)
  }
  const texts = await tx(ctx, async (t) => {
    const { rows } = await sql<{ text: string }>`
      select name as text from agency union select name from department union select name from staff
      union select title from document union select title from letter union select content::text from letter
    `.execute(t)
    return rows.map(({ text }) => text)
  })
  const missing = missingGlyphs([...new Set(texts.flatMap((text) => [...text]))].join(''))
  if (missing.length === 0) return ok('fonts', '文书所用的字，字体中都有。')
  return warning(
    'fonts',
    `字体中缺少${missing.length}个字，请用 MINGFU_FONTS 指定含有这些字的字体目录。`,
    missing,
  )
}

function calendar({ calendar, today }: Context): Finding {
  const { knownThrough } = calendar
  const sentence = `工作日历收录至${plainDateText(knownThrough)}`
  if (today > knownThrough) {
    return fault(
      'calendar',
      `${sentence}，本年度的期限只能按星期推算。请用 mingfu calendar import 导入放假安排通知。`,
    )
  }
  // The notice for the next year is announced in October or November.
  if (yearOf(addDays(today, 45)) > yearOf(knownThrough)) {
    return warning(
      'calendar',
      `${sentence}，跨年的期限是暂定的。下一年度的通知公布后，请用 mingfu calendar import 导入。`,
    )
  }
  return ok('calendar', `${sentence}。`)
}
