import { addDays, type PlainDate, siteVetoes, UPDATE_CLASSES, VETO_THRESHOLDS } from '@mingfu/law'
import type { Context } from '../context.ts'
import { type WatchedColumn, watchedColumns } from './column-facts.ts'
import { newestPublishedOn } from './newest-published.ts'
import type { Look, SiteFinding } from './site-finding.ts'

/** 首页和栏目的更新: what is late, what will be, and whether it makes the site fail. */
export async function lookAtColumns(ctx: Pick<Context, 'db' | 'today'>, agencyId: string): Promise<Look> {
  const columns = await watchedColumns(ctx, agencyId)
  const newestOn = await newestPublishedOn(ctx.db, agencyId)
  const shown = columns.filter(({ items }) => items > 0)
  const findings = [
    ...home(newestOn, ctx.today),
    ...shown.flatMap((column) => stale(column)),
    ...columns.filter(({ items }) => items === 0).map(blank),
    // Blank columns are not shown, so they do not make the site fail; the rest may together.
    ...siteVetoes({ columns: shown.filter(({ state }) => state === 'stale') }, ctx.today).map(
      ({ text }): SiteFinding => ({
        rule: text.includes('应当更新') ? 'PUB-95' : 'PUB-91',
        severity: 'veto',
        text,
        since: null,
        href: '/disclosure/duties',
      }),
    ),
  ]
  const late = shown.filter(({ state }) => state === 'stale').length
  const timed = (updateClass: WatchedColumn['updateClass']) =>
    shown.filter((column) => column.updateClass === updateClass).length
  return {
    findings,
    figures: {
      'PUB-90': newestOn === null ? '没有发布过信息' : `最近一次更新${newestOn}`,
      'PUB-91': `动态类栏目${timed('dynamic')}个`,
      'PUB-92': `通知政策类栏目${timed('notice-policy')}个`,
      'PUB-93': `栏目${columns.length}个，空白${columns.length - shown.length}个`,
      'PUB-95': `超期的栏目${late}个，达到${VETO_THRESHOLDS.longStaleColumns}个一票否决`,
    },
  }
}

function home(newestOn: PlainDate | null, today: PlainDate): readonly SiteFinding[] {
  const finding = { rule: 'PUB-90', href: '/disclosure' } as const
  const [veto] = siteVetoes({ homeNewestOn: newestOn }, today)
  const { staleAfter, warnAfterDays } = UPDATE_CLASSES.dynamic
  if (veto !== undefined) {
    const since = newestOn === null ? null : addDays(newestOn, staleAfter.days + 1)
    return [{ ...finding, severity: 'veto', text: veto.text, since }]
  }
  if (newestOn === null || today < addDays(newestOn, warnAfterDays)) return []
  const text = `首页最近一次更新是${newestOn}，${addDays(newestOn, staleAfter.days)}之后一票否决`
  return [{ ...finding, severity: 'warning', text, since: addDays(newestOn, warnAfterDays) }]
}

function stale(column: WatchedColumn): readonly SiteFinding[] {
  const { name, state, newestOn, freshThrough, updateClass } = column
  if (state !== 'stale' && state !== 'ageing') return []
  const rule = updateClass === 'dynamic' ? 'PUB-91' : updateClass === 'notice-policy' ? 'PUB-92' : 'PUB-95'
  const since = freshThrough === null || state === 'ageing' ? null : addDays(freshThrough, 1)
  const text =
    state === 'stale'
      ? `栏目“${name}”最近一次更新是${newestOn}，已经超期`
      : `栏目“${name}”最近一次更新是${newestOn}，${freshThrough}之前应当更新`
  return [
    { rule, severity: state === 'stale' ? 'fault' : 'warning', text, since, href: '/disclosure/duties' },
  ]
}

function blank({ name }: WatchedColumn): SiteFinding {
  return {
    rule: 'PUB-93',
    severity: 'warning',
    text: `栏目“${name}”没有信息，没有在网站显示`,
    since: null,
    href: '/disclosure/catalogue',
  }
}
