import { addDays, feedbackDue, messageState, opinionCallState, type PlainDate, siteVetoes } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { accountOf } from '../channels/account-of.ts'
import { newestPostOn } from '../channels/newest-post.ts'
import type { Context } from '../context.ts'
import type { Look, SiteFinding } from './site-finding.ts'

/** 互动交流: messages and their clocks, drafts put out for comments, the official account, and the way in itself. */
export async function lookAtInteraction(t: Tx, ctx: Context, agencyId: string): Promise<Look> {
  const messages = await openMessages(t, agencyId)
  const account = await lookAtAccount(t, ctx, agencyId)
  return {
    findings: [
      ...messages.flatMap((message) => judgeMessage(ctx, message)),
      ...(await calls(t, ctx, agencyId)),
      ...account.findings,
      ...(await wayIn(t, agencyId)),
    ],
    unmeasured: account.unmeasured ?? [],
    figures: { 'PUB-112': `等待答复${messages.length}条`, ...account.figures },
  }
}

type Message = Readonly<{
  number: string
  kind: string
  title: string
  received_on: string
  due_on: string | null
}>

function openMessages(t: Tx, agencyId: string): Promise<readonly Message[]> {
  return t
    .selectFrom('feedback')
    .select(['number', 'kind', 'title', 'received_on', 'due_on'])
    .where('agency_id', '=', agencyId)
    .where('state', '<>', 'answered')
    .where('set_aside_at', 'is', null)
    .orderBy('received_on')
    .limit(500)
    .execute()
}

/** What people wrote is not repeated here: number and kind are enough to find it. */
function judgeMessage(ctx: Context, { number, kind, received_on, due_on }: Message): readonly SiteFinding[] {
  const receivedOn = received_on as PlainDate
  const dueOn = due_on as PlainDate | null
  const found: SiteFinding[] = []
  const href = '/feedback'
  const state = messageState(receivedOn, ctx.today)
  if (state === 'veto') {
    const last = feedbackDue('message', receivedOn, ctx.calendar) ?? receivedOn
    const text = `${number}：${receivedOn}收到，超过三个月没有答复`
    found.push({ rule: 'PUB-112', severity: 'veto', text, since: addDays(last, 1), href })
  } else if (state === 'warning') {
    const text = `${number}：${receivedOn}收到，已经三十天没有答复`
    found.push({ rule: 'PUB-112', severity: 'warning', text, since: addDays(receivedOn, 30), href })
  }
  if ((kind === 'question' || kind === 'site-error') && dueOn !== null && dueOn < ctx.today) {
    const what = kind === 'question' ? '简单咨询' : '网站找错'
    const text = `${number}：${what}应当在${dueOn}前答复`
    found.push({ rule: 'PUB-111', severity: 'fault', text, since: addDays(dueOn, 1), href })
  }
  return found
}

async function calls(t: Tx, ctx: Context, agencyId: string): Promise<readonly SiteFinding[]> {
  const rows = await t
    .selectFrom('opinion_call')
    .select(['call_id', 'title', 'opens_on', 'closes_on'])
    .where('agency_id', '=', agencyId)
    .where('result_published_at', 'is', null)
    .where('cancelled_on', 'is', null)
    .where('closes_on', '<', ctx.today)
    .execute()
  return rows.flatMap((row): readonly SiteFinding[] => {
    const days = { opensOn: row.opens_on as PlainDate, closesOn: row.closes_on as PlainDate }
    const { state, resultDueOn } = opinionCallState(
      { ...days, cancelled: false, resultPublished: false },
      ctx.today,
    )
    const href = `/feedback/opinion-calls/${row.call_id}`
    if (state === 'result-overdue') {
      const text = `${row.title}：采纳情况应当在${resultDueOn}前公布`
      return [{ rule: 'PUB-114', severity: 'fault', text, since: addDays(resultDueOn, 1), href }]
    }
    if (ctx.today < addDays(resultDueOn, -10)) return []
    const text = `${row.title}：${resultDueOn}前公布采纳情况`
    return [{ rule: 'PUB-114', severity: 'warning', text, since: addDays(resultDueOn, -10), href }]
  })
}

/** 公众号: updated within two weeks; what was withdrawn is gone there too. */
async function lookAtAccount(t: Tx, ctx: Context, agencyId: string): Promise<Look> {
  const removing = await t
    .selectFrom('channel_post')
    .select(['title', 'note'])
    .where('agency_id', '=', agencyId)
    .where('state', '=', 'removing')
    .execute()
  const outstanding = removing.map(
    ({ title }): SiteFinding => ({
      rule: 'PUB-103',
      severity: 'warning',
      text: `公众号“${title}”还没有撤下`,
      since: null,
      href: '/disclosure/channels',
    }),
  )
  const configured = accountOf(ctx, await getAgency(t, agencyId)) !== null
  const newestOn = await newestPostOn(t, agencyId)
  if (!configured && newestOn === null) {
    return { findings: outstanding, unmeasured: [{ rule: 'PUB-94', why: '没有接通公众号' }] }
  }
  const [veto] = siteVetoes({ homeNewestOn: newestOn }, ctx.today)
  const finding = { rule: 'PUB-94', href: '/disclosure/channels' } as const
  const figures = { 'PUB-94': newestOn === null ? '没有发布过' : `最近一篇${newestOn}` }
  if (veto !== undefined) {
    const text = newestOn === null ? '公众号没有发布过内容' : `公众号最近一篇是${newestOn}`
    const since = newestOn === null ? null : addDays(newestOn, 15)
    return { findings: [...outstanding, { ...finding, severity: 'veto', text, since }], figures }
  }
  if (newestOn === null || ctx.today < addDays(newestOn, 10)) return { findings: outstanding, figures }
  const text = `公众号最近一篇是${newestOn}，${addDays(newestOn, 14)}之后一票否决`
  return {
    findings: [...outstanding, { ...finding, severity: 'warning', text, since: addDays(newestOn, 10) }],
    figures,
  }
}

/** 咨询渠道: the form is part of every organ's pages as long as somebody may answer. */
async function wayIn(t: Tx, agencyId: string): Promise<readonly SiteFinding[]> {
  const staff = await t
    .selectFrom('staff')
    .select('staff_id')
    .where('agency_id', '=', agencyId)
    .where('disabled_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb(eb.val('clerk'), '=', eb.fn.any('roles')),
        eb(eb.val('office-head'), '=', eb.fn.any('roles')),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return staff !== undefined
    ? []
    : [
        {
          rule: 'PUB-110',
          severity: 'veto',
          text: '没有可以答复来信的工作人员，咨询渠道无效',
          since: null,
          href: '/agencies/staff',
        },
      ]
}
