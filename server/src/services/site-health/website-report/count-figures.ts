import { INTERPRETATION_FORMS, type PlainDate, plainDate, type WebsiteFigures } from '@mingfu/law'
import { sql } from 'kysely'
import type { Tx } from '../../../db/database.ts'
import type { Site } from '../../disclosure/site.ts'
import { homeOf } from '../probe-site.ts'

type Of = Readonly<{ site: Site; year: number; publicUrl: string | null }>

/** 由系统记录得出的各项, over every organ of the site. The transaction has to see them all. */
export async function countFigures(t: Tx, { site, year, publicUrl }: Of): Promise<WebsiteFigures> {
  const [from, until] = [plainDate(year, 1, 1), plainDate(year, 12, 31)]
  const { host, footer } = site
  const documents = await documentFigures(t, from, until)
  const messages = await messageFigures(t, from, until)
  return {
    filedBy: host.name,
    siteName: host.name,
    homeAddress: homeOf(publicUrl, host.siteDomain) ?? '',
    host: host.name,
    siteIdCode: host.siteIdCode ?? '',
    icpNumber: footer.icpNumber,
    policeRecord: footer.policeRecord,
    ...documents,
    ...messages,
    // What every page of the portal has.
    searchService: '是',
    languages: '是',
    accessible: '是',
  }
}

/** 解读产品 are pictures and films; what is written is 解读材料. */
const PRODUCTS = [INTERPRETATION_FORMS.chart, INTERPRETATION_FORMS.video]

async function documentFigures(t: Tx, from: PlainDate, until: PlainDate): Promise<WebsiteFigures> {
  const { rows } = await sql<
    Record<
      | 'published'
      | 'profile'
      | 'news'
      | 'interpretations'
      | 'products'
      | 'responses'
      | 'topics'
      | 'opened'
      | 'posts',
      number
    >
  >`
    with shown as (
      select d.kind, d.form ->> 'interpretationForm' as shape, n.column_type from document d
      left join catalogue_node n on n.agency_id = d.agency_id and n.node_id = d.node_id
      where (d.published_at at time zone 'Asia/Shanghai')::date between ${from} and ${until}
        and d.withdrawn_at is null
    )
    select count(*)::int as published,
      count(*) filter (where column_type in ('概况信息', '机构职能', '负责人信息'))::int as profile,
      count(*) filter (where column_type in ('工作动态', '回应关切'))::int as news,
      count(*) filter (where kind = 'interpretation')::int as interpretations,
      count(*) filter (where kind = 'interpretation' and shape = any(${PRODUCTS}))::int as products,
      count(*) filter (where kind = 'clarification' or column_type = '回应关切')::int as responses,
      (select count(*)::int from hot_topic
       where coalesce(opened_on, ${from}) <= ${until} and coalesce(closed_on, ${until}) >= ${from}
         and (is_open or closed_on is not null)) as topics,
      (select count(*)::int from hot_topic where opened_on between ${from} and ${until}) as opened,
      (select count(*)::int from channel_post
       where (published_at at time zone 'Asia/Shanghai')::date between ${from} and ${until}) as posts
    from shown`.execute(t)
  const { published = 0, profile = 0, news = 0, topics = 0, opened = 0, posts = 0 } = rows[0] ?? {}
  const { interpretations = 0, products = 0, responses = 0 } = rows[0] ?? {}
  return {
    published: String(published),
    profile: String(profile),
    news: String(news),
    catalogue: String(published - profile - news),
    topicsKept: String(topics),
    topicsOpened: String(opened),
    interpretations: String(interpretations),
    interpretationTexts: String(interpretations - products),
    interpretationProducts: String(products),
    responses: String(responses),
    wechatPosts: String(posts),
  }
}

async function messageFigures(t: Tx, from: PlainDate, until: PlainDate): Promise<WebsiteFigures> {
  const { rows } = await sql<
    Record<'messages' | 'done' | 'public' | 'calls' | 'opinions' | 'results', number> & {
      days: number | null
    }
  >`
    select count(*)::int as messages,
      count(*) filter (where state = 'answered')::int as done,
      count(*) filter (where state = 'answered' and public_question is not null)::int as public,
      round(avg((answered_at at time zone 'Asia/Shanghai')::date - received_on)
        filter (where state = 'answered'))::int as days,
      (select count(*)::int from opinion_call where opens_on between ${from} and ${until}) as calls,
      (select count(*)::int from opinion where received_on between ${from} and ${until}) as opinions,
      (select count(*)::int from opinion_call
       where (result_published_at at time zone 'Asia/Shanghai')::date between ${from} and ${until}) as results
    from feedback
    where received_on between ${from} and ${until} and set_aside_at is null and origin <> 'forwarded'`.execute(
    t,
  )
  const row = rows[0]
  return {
    messages: String(row?.messages ?? 0),
    messagesDone: String(row?.done ?? 0),
    messageDays: String(row?.days ?? 0),
    messagesPublic: String(row?.public ?? 0),
    calls: String(row?.calls ?? 0),
    opinions: String(row?.opinions ?? 0),
    callResults: String(row?.results ?? 0),
  }
}
