import {
  type Citation,
  cite,
  DEADLINE_RULES,
  DOCUMENT_RELATIONS,
  expiryAlarmOn,
  FOLLOW_UP,
  followUpDue,
  INTERPRETED_KINDS,
  ORGAN_CHANGES,
  type OrganChangeKind,
  type PlainDate,
  publishDue,
  publishReminders,
} from '@mingfu/law'
import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/database.ts'
import { tx } from '../../../db/transaction.ts'
import { outdatedPosts } from '../../channels/outdated-posts.ts'
import type { Context } from '../../context.ts'
import { catalogueDuties } from '../catalogue/catalogue-duties.ts'
import { cataloguesInForce } from '../catalogue/catalogues-in-force.ts'
import { findDocument } from '../document-store.ts'
import { findGuide } from '../guide.ts'
import { allowWithin } from '../own-agency.ts'
import { openValidityQuestions } from '../relation/validity-question.ts'
import { dueDayOf } from './due-day.ts'

/** 公开待办: something that publishing owes, by when, by whom, and where in the console it is seen to. */
export type PublishingTask = Readonly<{
  kind: 'document' | 'duty' | 'interpretation' | 'organ-change' | 'expiring' | 'validity' | 'channel'
  level: 'overdue' | 'urgent' | 'soon' | 'note'
  text: string
  /** The unit that a duty names; null for the office itself. */
  unit: string | null
  dueOn: PlainDate | null
  basis: Citation | null
  path: string
}>

const WORST_FIRST = ['overdue', 'urgent', 'soon', 'note'] as const

/** 公开待办 of an organ today, worst first: documents, duties, interpretations, what follows a change, what expires. */
export async function publishingTasks(ctx: Context, agencyId: string): Promise<readonly PublishingTask[]> {
  allowWithin(ctx, 'read-documents', agencyId)
  const tasks = [
    ...(await documentTasks(ctx.db, ctx, agencyId)),
    ...(await dutyTasks(ctx, agencyId)),
    ...(await interpretationTasks(ctx, agencyId)),
    ...(await changeTasks(ctx, agencyId)),
    ...(await expiringTasks(ctx, agencyId)),
    ...(await validityTasks(ctx, agencyId)),
    ...(await channelTasks(ctx, agencyId)),
  ]
  const place = ({ level, dueOn }: PublishingTask) => `${WORST_FIRST.indexOf(level)}${dueOn ?? '9999'}`
  return tasks.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
}

export type DocumentTask = PublishingTask & Readonly<{ documentId: string; drafterId: string | null }>

/** 时限过半、过八成、逾期: what is 主动公开 and not public yet. */
export async function documentTasks(
  db: Db | Tx,
  ctx: Pick<Context, 'today' | 'calendarOf'>,
  agencyId: string,
): Promise<readonly DocumentTask[]> {
  const rows = await db
    .selectFrom('document')
    .select(['document_id', 'title', 'publish_due_on', 'created_by'])
    .where('agency_id', '=', agencyId)
    .where('attribute', '=', 'proactive')
    .where('published_at', 'is', null)
    .where('state', 'not in', ['withheld', 'archived'])
    .where('publish_due_on', 'is not', null)
    .orderBy('publish_due_on')
    .limit(500)
    .execute()
  const calendar = ctx.calendarOf(agencyId)
  const tasks: DocumentTask[] = []
  for (const row of rows) {
    const dueOn = row.publish_due_on as PlainDate
    const document = await findDocument(db, { agencyId, documentId: row.document_id })
    if (document === undefined) continue
    const { baseOn, rule } = await dueDayOf(db, calendar, document)
    const [half, most] = baseOn < dueOn ? publishReminders(baseOn, dueOn, calendar) : [dueOn, dueOn]
    const level = levelOf(ctx.today, dueOn, half ?? dueOn, most ?? dueOn)
    if (level === null) continue
    tasks.push({
      kind: 'document',
      level,
      text:
        level === 'overdue'
          ? `《${row.title}》应当在${dueOn}前公开，已经逾期（${rule}）`
          : `《${row.title}》应当在${dueOn}前公开（${rule}）`,
      unit: null,
      dueOn,
      basis: cite('regulation', 26),
      path: `/disclosure/${row.document_id}`,
      documentId: row.document_id,
      drafterId: row.created_by,
    })
  }
  return tasks
}

function levelOf(today: PlainDate, dueOn: PlainDate, half: PlainDate, most: PlainDate) {
  if (today > dueOn) return 'overdue'
  if (today >= most) return 'urgent'
  return today >= half ? 'soon' : null
}

/** 公开事项: what the catalogues in force ask for and nobody has published, or not for too long. */
async function dutyTasks(ctx: Context, agencyId: string): Promise<readonly PublishingTask[]> {
  const tasks: PublishingTask[] = []
  for (const catalogue of await cataloguesInForce(ctx, agencyId)) {
    const { duties } = await catalogueDuties(ctx, { agencyId, catalogue })
    for (const { path, responsibleUnit: unit, state, dueOn, mode } of duties) {
      const said = mode === 'proactive' ? DUTY_WORDS[state] : undefined
      const near = said === undefined && state === 'fresh' && dueOn !== null && nearBy(ctx.today, dueOn)
      if (said === undefined && !near) continue
      const [level, words] = said ?? (['soon', '下一次应当在期限前公开'] as const)
      tasks.push({
        kind: 'duty',
        level,
        text: `公开事项“${path.join('－')}”${words}`,
        unit,
        dueOn,
        basis: cite('regulation', 22),
        path: `/disclosure/duties?catalogue=${catalogue}`,
      })
    }
  }
  return tasks
}

const DUTY_WORDS: Readonly<Record<string, readonly [PublishingTask['level'], string] | undefined>> = {
  'plan-missed': ['overdue', '没有按计划公开'],
  stale: ['overdue', '更新超期'],
  missing: ['urgent', '没有现行有效的信息'],
  ageing: ['soon', '即将超期，请更新'],
}

const NEAR_DAYS = 30

function nearBy(today: PlainDate, dueOn: PlainDate): boolean {
  return (Date.parse(dueOn) - Date.parse(today)) / 86_400_000 <= NEAR_DAYS
}

/** 解读计划: published documents whose interpretation was promised and has not come. */
async function interpretationTasks(ctx: Context, agencyId: string): Promise<readonly PublishingTask[]> {
  const { rows } = await sql<{
    document_id: string
    title: string
    planned_on: PlainDate | null
    on: PlainDate
  }>`
    select document_id, title,
      coalesce(interpretation_planned_on::text, nullif(form ->> 'interpretationPlannedOn', '')) as planned_on,
      (published_at at time zone 'Asia/Shanghai')::date::text as on
    from document as d
    where agency_id = ${agencyId} and state = 'published' and interpretation_exemption is null
      -- Promised, or released in a hurry without a word about it.
      and (interpretation_planned_on is not null or nullif(form ->> 'interpretationPlannedOn', '') is not null
        or (urgent_at is not null and kind in (${sql.join(INTERPRETED_KINDS)})
          and nullif(form ->> 'interpretationExemption', '') is null))
      and not exists (
        select from document_relation as r join document as i
          on i.agency_id = r.agency_id and i.document_id = r.from_id
        where r.agency_id = d.agency_id and r.to_id = d.document_id and r.kind = 'interprets'
          and i.state = 'published')
    order by planned_on`.execute(ctx.db)
  const calendar = ctx.calendarOf(agencyId)
  return rows.map(({ document_id, title, planned_on, on }) => {
    const dueOn = planned_on ?? publishDue(DEADLINE_RULES.interpretation, on, calendar).dueOn
    return {
      kind: 'interpretation',
      level: ctx.today > dueOn ? 'overdue' : 'urgent',
      text: `《${title}》的解读应当在${dueOn}前发布${ctx.today > dueOn ? '，已经逾期' : ''}`,
      unit: null,
      dueOn,
      basis: cite('openness-points-2016'),
      path: `/disclosure/${document_id}`,
    }
  })
}

/** 有效性待核定: what a document repealed or amended that is no longer on the site itself. */
async function validityTasks(ctx: Context, agencyId: string): Promise<readonly PublishingTask[]> {
  const open = await openValidityQuestions(ctx.db, agencyId)
  return open.map(({ documentId, title, kind, newerTitle }) => ({
    kind: 'validity',
    level: 'urgent',
    text: `${DOCUMENT_RELATIONS[kind].label}《${title}》的《${newerTitle}》已经撤下，请核定它的有效性`,
    unit: null,
    dueOn: null,
    basis: cite('website-guidelines'),
    path: `/disclosure/${documentId}`,
  }))
}

/** 更正以后: articles on the official account that still say what the site no longer says. */
async function channelTasks(ctx: Context, agencyId: string): Promise<readonly PublishingTask[]> {
  return (await tx(ctx, (t) => outdatedPosts(t, { agencyId }))).map(({ title }) => ({
    kind: 'channel',
    level: 'urgent',
    text: `《${title}》已经更正，公众号上仍是更正前的内容，请重新推送`,
    unit: null,
    dueOn: null,
    basis: cite('regulation', 6),
    path: '/disclosure/channels',
  }))
}

/** 机构、领导变动 that guide, profile or leader page have not followed yet. */
async function changeTasks(ctx: Context, agencyId: string): Promise<readonly PublishingTask[]> {
  const changes = await ctx.db
    .selectFrom('organ_change')
    .select(['kind', 'happened_on', 'note'])
    .where('agency_id', '=', agencyId)
    .orderBy('happened_on', 'desc')
    .limit(50)
    .execute()
  if (changes.length === 0) return []
  const guide = await findGuide(ctx, agencyId)
  const { rows } = await sql<{ kind: string; newest_on: PlainDate }>`
    select kind, max((coalesce(corrected_at, published_at) at time zone 'Asia/Shanghai')::date)::text as newest_on
    from document where agency_id = ${agencyId} and state = 'published' and kind in ('organisation', 'leaders')
    group by kind`.execute(ctx.db)
  const newest = new Map(rows.map((row) => [row.kind, row.newest_on]))
  const calendar = ctx.calendarOf(agencyId)
  return changes.flatMap((change): PublishingTask[] => {
    const kind = change.kind as OrganChangeKind
    const happenedOn = change.happened_on as PlainDate
    const { label, guide: asksGuide, kinds } = ORGAN_CHANGES[kind]
    const dueOn = followUpDue(happenedOn, calendar)
    const owes = (what: string, at: PlainDate | undefined, path: string): PublishingTask[] =>
      at !== undefined && at >= happenedOn
        ? []
        : [
            {
              kind: 'organ-change',
              level: ctx.today > dueOn ? 'overdue' : 'urgent',
              text: `${label}（${change.note}，${happenedOn}），${what}应当在${dueOn}前更新`,
              unit: null,
              dueOn,
              basis: FOLLOW_UP.basis,
              path,
            },
          ]
    return [
      ...(asksGuide ? owes('公开指南', guide?.revisedOn, '/disclosure/guide') : []),
      ...kinds.flatMap((each) =>
        owes(each === 'leaders' ? '领导信息' : '机构职能', newest.get(each), `/disclosure?kind=${each}`),
      ),
    ]
  })
}

/** 有效期将满: ninety days before a stated validity runs out somebody decides what becomes of the document. */
async function expiringTasks(ctx: Context, agencyId: string): Promise<readonly PublishingTask[]> {
  const rows = await ctx.db
    .selectFrom('document')
    .select(['document_id', 'title', 'expires_on'])
    .where('agency_id', '=', agencyId)
    .where('state', '=', 'published')
    .where('validity', 'in', ['in-force', 'amended'])
    .where('expires_on', '>=', ctx.today)
    .orderBy('expires_on')
    .limit(100)
    .execute()
  return rows.flatMap(({ document_id, title, expires_on }) => {
    const dueOn = expires_on as PlainDate
    if (ctx.today < expiryAlarmOn(dueOn)) return []
    return {
      kind: 'expiring',
      level: 'soon',
      text: `《${title}》有效期至${dueOn}，请评估后延续、修改或者废止`,
      unit: null,
      dueOn,
      basis: cite('website-guidelines'),
      path: `/disclosure/${document_id}`,
    }
  })
}
