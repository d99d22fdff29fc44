import { beforeAll, describe, expect, it } from 'vitest'
import { Forbidden, type Invalid } from '../../errors.ts'
import { wechatAccount } from '../../outside/wechat/official-account.ts'
import { aColumn, aDocument, NOTHING_SECRET, theOffice } from '../../testing/a-document.ts'
import { aWechatPlatform } from '../../testing/a-wechat-platform.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import type { Context } from '../context.ts'
import { approveDocument } from '../disclosure/approve-document.ts'
import { draftCorrection } from '../disclosure/draft-correction.ts'
import { publishingTasks } from '../disclosure/due/publishing-tasks.ts'
import { editDocument } from '../disclosure/edit-document.ts'
import { getDocument } from '../disclosure/get-document.ts'
import { publishDocument } from '../disclosure/publish-document.ts'
import { reviewSecrecy } from '../disclosure/review-secrecy.ts'
import { submitForReview } from '../disclosure/submit-for-review.ts'
import { withdrawDocument } from '../disclosure/withdraw-document.ts'
import { cancelPost, confirmPostRemoved } from './end-post.ts'
import { listPosts } from './list-posts.ts'
import { preparePost } from './prepare-post.ts'
import { previewPost } from './preview-post.ts'
import { recordReceipt } from './record-receipt.ts'
import { replacePost } from './replace-post.ts'
import { submitPost } from './submit-post.ts'
import { tendPost } from './tend-post.ts'
import { tendPosts } from './tend-posts.ts'

let runtime: TestRuntime
let agencyId: string
let nodeId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { slug: 'yahe' })
  nodeId = await aColumn(runtime, agencyId)
})

const COVER = { name: '封面.jpg', bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]) }
const WORDS = { title: '临时救助怎样申请', author: '鸭河工区', digest: '对象和标准', cover: COVER }
const SUBMIT = '/cgi-bin/freepublish/submit'

/** An office with an account at a platform of this test's own. */
async function anOffice() {
  const platform = await aWechatPlatform()
  const officialAccount = wechatAccount(platform.settings)
  const on = (ctx: Context): Context => ({ ...ctx, officialAccount, publicUrl: 'https://gk.example.gov.cn' })
  const { drafter, leader } = theOffice(runtime, agencyId)
  const document = await aDocument(runtime, agencyId, { nodeId })
  const { documentId } = document
  const prepared = async () => ({
    agencyId,
    postId: (await preparePost(on(drafter), { agencyId, documentId, ...WORDS })).postId,
  })
  const start = new Date('2026-06-15T04:00:00.000Z')
  return {
    platform,
    document,
    drafter: on(drafter),
    leader: on(leader),
    prepared,
    async submitted() {
      const which = await prepared()
      await submitPost(on(leader), which)
      return which
    },
    tend: (which: { agencyId: string; postId: string }, minutesLater = 0) =>
      tendPost(
        on({ ...runtime.asSystem(agencyId), now: new Date(start.getTime() + minutesLater * 60_000) }),
        which,
      ),
    async post(postId: string) {
      const { posts } = await listPosts(on(drafter), { agencyId })
      const found = posts.find((post) => post.postId === postId)
      if (found === undefined) throw new Error('no such post')
      return found
    },
    withdraw: () => withdrawDocument(on(drafter), { ...document, reason: 'wrong', note: '数字有误' }),
  }
}

const failureOf = (work: Promise<unknown>) => work.catch((error: unknown) => error)

describe('推送到公众号', () => {
  it('goes from a published document to a receipt; published only once the platform says 0', async () => {
    const { platform, submitted, tend, post, drafter } = await anOffice()
    const which = await submitted()
    platform.become(1)
    await tend(which)
    expect(await post(which.postId)).toMatchObject({ state: 'checking', publishedAt: null })
    await tend(which, 1)
    expect(await post(which.postId)).toMatchObject({ state: 'checking', note: '平台正在处理' })
    platform.become(0)
    await tend(which, 3)
    const { publishId, ...done } = await post(which.postId)
    expect(done).toMatchObject({
      state: 'published',
      articleId: `article-${publishId}`,
      articleUrl: `https://mp.weixin.qq.com/s/${publishId}`,
      submittedBy: '郑国栋',
      preparedBy: '王敏',
      nextTryAt: null,
    })
    const [draft] = [...platform.publications.values()].map((one) => one.draft)
    expect(draft).toMatchObject({ title: '临时救助怎样申请', author: '鸭河工区', digest: '对象和标准' })
    expect(draft?.content_source_url).toMatch(/^https:\/\/gk\.example\.gov\.cn\/yahe\/documents\//)
    expect(draft?.content).toContain('鸭管〔2026〕2号')
    // A worker that comes again does nothing.
    await tend(which, 4)
    expect(platform.countOf(SUBMIT)).toBe(1)
    // Two weeks to the day are still in time; the tenth day reminds.
    const seen = async (today: string) => {
      const { stale, updateBy } = await listPosts({ ...drafter, today: today as never }, { agencyId })
      return [stale, updateBy]
    }
    expect(await seen('2026-06-24')).toEqual([null, null])
    expect(await seen('2026-06-25')).toEqual([null, '2026-06-29'])
    expect(await seen('2026-06-29')).toEqual([null, '2026-06-29'])
    expect(await seen('2026-06-30')).toEqual(['“公众号”最近一次更新是2026-06-15', null])
  })

  it('does not prepare a title of 33 characters, an article without cover, or an unpublished text', async () => {
    const { drafter, document, platform } = await anOffice()
    const ask = { agencyId, documentId: document.documentId, ...WORDS }
    const long = await failureOf(preparePost(drafter, { ...ask, title: '字'.repeat(33) }))
    expect((long as Invalid).fields).toEqual({ title: '公众号标题有33个字，公众号限32个字，请缩短' })
    const bare = await failureOf(preparePost(drafter, { ...ask, cover: null }))
    expect((bare as Invalid).fields).toEqual({ cover: '请上传封面图片，公众号图文必须有封面' })
    const draft = await aDocument(runtime, agencyId, { nodeId, stage: 'approved' })
    await expect(preparePost(drafter, { ...ask, documentId: draft.documentId })).rejects.toThrow(
      '先在网站发布',
    )
    expect(platform.calls).toEqual([])
  })

  it('has one live post a document, and lets only who may submit submit', async () => {
    const { drafter, prepared } = await anOffice()
    const which = await prepared()
    await expect(prepared()).rejects.toThrow('已经有一篇公众号图文')
    expect(await failureOf(submitPost(drafter, which))).toBeInstanceOf(Forbidden)
    await cancelPost(drafter, which)
    await prepared()
  })

  it('sends nothing without an account, and not on the account of another agency', async () => {
    const { drafter, leader, prepared } = await anOffice()
    const which = await prepared()
    const without = { ...leader, officialAccount: null }
    await expect(submitPost(without, which)).rejects.toThrow('没有接通公众号')
    const others = { ...leader, officialAccount: { ...leader.officialAccount, agency: 'elsewhere' } as never }
    await expect(submitPost(others, which)).rejects.toThrow('没有接通公众号')
    expect((await listPosts({ ...drafter, officialAccount: null }, { agencyId })).configured).toBe(false)
  })

  it('shows the article as it would go, without links', async () => {
    const { drafter } = await anOffice()
    const html = '<p>见<a href="/yahe/guide">说明</a></p><table><tbody><tr><td>1</td></tr></tbody></table>'
    const { documentId } = await aDocument(runtime, agencyId, { nodeId, content: { html } })
    const { postId } = await preparePost(drafter, { agencyId, documentId, ...WORDS })
    const preview = await previewPost(drafter, { agencyId, postId })
    expect(preview.faults).toEqual({})
    expect(preview.html).toContain('见说明</p>')
    expect(preview.html).toContain('<td style="border:1px solid #999;padding:4px">1</td>')
  })
})

describe('公众号没有发出', () => {
  // biome-ignore format: a table
  it.each([
    [2, '原创校验没有通过'], [3, '也没有说明原因'], [4, '审核没有通过'],
  ])('publish_status %i: it stands there with what to do, and may be submitted again', async (status, words) => {
    const { platform, submitted, tend, post, leader } = await anOffice()
    const which = await submitted()
    platform.become(status)
    await tend(which)
    await tend(which, 1)
    const failed = await post(which.postId)
    expect(failed.state).toBe('failed')
    expect(failed.note).toContain(words)
    platform.become(0)
    await submitPost(leader, which)
    await tend(which, 2)
    await tend(which, 3)
    expect((await post(which.postId)).state).toBe('published')
  })

  it('waits out what passes, the quota until the next day, and uploads anew what is gone', async () => {
    const { platform, submitted, tend, post } = await anOffice()
    const which = await submitted()
    platform.say('/cgi-bin/draft/add', { errcode: -1, errmsg: 'system error' })
    await tend(which)
    expect(await post(which.postId)).toMatchObject({
      state: 'sending',
      nextTryAt: new Date('2026-06-15T04:01:00.000Z'),
    })
    platform.say('/cgi-bin/draft/add', { errcode: 45009, errmsg: 'reach max api daily quota limit' })
    await tend(which, 1)
    // Ten past midnight in China.
    expect((await post(which.postId)).nextTryAt).toEqual(new Date('2026-06-15T16:10:00.000Z'))
    platform.say(SUBMIT, { errcode: 40007, errmsg: 'invalid media_id' })
    await tend(which, 800)
    await tend(which, 803)
    await tend(which, 804)
    expect((await post(which.postId)).state).toBe('published')
    expect(platform.countOf('/cgi-bin/draft/add')).toBe(4)
  })

  it('stops where a person has to act', async () => {
    const { platform, submitted, tend, post } = await anOffice()
    const which = await submitted()
    platform.say(SUBMIT, { errcode: 48001, errmsg: 'api unauthorized' })
    await tend(which)
    const failed = await post(which.postId)
    expect([failed.state, failed.nextTryAt]).toEqual(['failed', null])
    expect(failed.note).toContain('微信认证')
  })

  it('never submits twice what was cut off', async () => {
    const { platform, submitted, tend, post } = await anOffice()
    const which = await submitted()
    platform.say(SUBMIT, {}, 502)
    await tend(which)
    await tend(which, 5)
    const failed = await post(which.postId)
    expect(failed.state).toBe('failed')
    expect(failed.note).toContain('请到公众号后台核对')
    expect(platform.countOf(SUBMIT)).toBe(1)
  })
})

describe('网站撤下以后', () => {
  it('takes the article down there too', async () => {
    const { platform, submitted, tend, post, withdraw } = await anOffice()
    const which = await submitted()
    await tend(which)
    await tend(which, 1)
    await withdraw()
    expect((await post(which.postId)).state).toBe('removing')
    await tend(which, 2)
    expect(await post(which.postId)).toMatchObject({ state: 'removed', note: '已从公众号删除' })
    expect([...platform.publications.values()].map(({ deleted }) => deleted)).toEqual([true])
  })

  it('is withdrawn although the platform was still at it', async () => {
    const { platform, submitted, tend, post, withdraw } = await anOffice()
    const which = await submitted()
    await tend(which)
    await withdraw()
    platform.become(1)
    await tend(which, 1)
    expect((await post(which.postId)).state).toBe('removing')
    platform.become(0)
    await tend(which, 2)
    expect((await post(which.postId)).state).toBe('removed')
    expect([...platform.publications.values()].map(({ deleted }) => deleted)).toEqual([true])
  })

  it('stays outstanding until somebody says that it is gone', async () => {
    const { platform, submitted, tend, post, withdraw, leader, drafter } = await anOffice()
    const which = await submitted()
    await tend(which)
    await tend(which, 1)
    await withdraw()
    platform.say('/cgi-bin/freepublish/delete', { errcode: 53504, errmsg: 'by hand' })
    await tend(which, 2)
    const waiting = await post(which.postId)
    expect(waiting.state).toBe('removing')
    expect(waiting.note).toContain('公众号后台')
    expect(await failureOf(confirmPostRemoved(drafter, which))).toBeInstanceOf(Forbidden)
    await confirmPostRemoved(leader, which)
    expect(await post(which.postId)).toMatchObject({
      state: 'removed',
      note: '郑国栋登记：已在公众号后台核对、删除',
    })
  })

  it('cancels what had not gone out', async () => {
    const { platform, submitted, tend, post, withdraw } = await anOffice()
    const which = await submitted()
    await withdraw()
    await tend(which)
    expect((await post(which.postId)).state).toBe('cancelled')
    expect(platform.calls).toEqual([])
  })
})

describe('网站更正以后', () => {
  /** The text corrected and published again by the same people. */
  async function corrected(office: Awaited<ReturnType<typeof anOffice>>, html = '<p>每户1200元。</p>') {
    const { drafter, leader, document } = office
    const { reviewer } = theOffice(runtime, agencyId)
    const { documentId, version } = await draftCorrection(drafter, document)
    const { content } = await getDocument(drafter, { agencyId, documentId })
    const edited = await editDocument(drafter, {
      agencyId,
      documentId,
      version,
      content: { ...content, html, correctionNote: '标准应为每户1200元' },
    })
    const sent = await submitForReview(drafter, { agencyId, documentId, version: edited.version })
    const reviewed = await reviewSecrecy(reviewer, {
      agencyId,
      documentId,
      version: sent.version,
      answers: NOTHING_SECRET,
      opinion: 'disclose',
      reason: '',
      overrides: {},
    })
    const signed = await approveDocument(leader, { agencyId, documentId, version: reviewed.version })
    await publishDocument(drafter, { agencyId, documentId, version: signed.version })
  }
  const words = { title: WORDS.title, author: WORDS.author, digest: '更正后的标准' }
  const outdated = async ({ drafter }: { drafter: Context }) =>
    (await listPosts(drafter, { agencyId })).outdated.postIds
  const tasks = async ({ drafter }: { drafter: Context }) =>
    (await publishingTasks(drafter, agencyId))
      .filter(({ kind }) => kind === 'channel')
      .map(({ text }) => text)

  it('says that the article is out of date, deletes it, and hands over the corrected one with its own receipt', async () => {
    const office = await anOffice()
    const { platform, submitted, tend, post, leader, drafter } = office
    const old = await submitted()
    await tend(old)
    await tend(old, 1)
    expect(await outdated(office)).toEqual([])
    await corrected(office)
    expect(await outdated(office)).toEqual([old.postId])
    expect(await tasks(office)).toEqual([
      '《关于进一步规范临时救助工作的意见》已经更正，公众号上仍是更正前的内容，请重新推送',
    ])
    expect(await failureOf(replacePost(drafter, { ...old, ...words }))).toBeInstanceOf(Forbidden)
    const { postId } = await replacePost(leader, { ...old, ...words })
    const next = { agencyId, postId }
    expect((await post(old.postId)).state).toBe('removing')
    // The wrong text goes first: until then the corrected one is not even drafted.
    await tend(next, 2)
    expect(platform.countOf('/cgi-bin/draft/add')).toBe(1)
    expect((await post(postId)).note).toBe('等待删除更正前的图文，删除以后提交')
    await tend(old, 3)
    await tend(next, 4)
    await tend(next, 5)
    expect(await post(old.postId)).toMatchObject({ state: 'removed', note: '已从公众号删除' })
    const done = await post(postId)
    expect(done).toMatchObject({ state: 'published', replacesId: old.postId, submittedBy: '郑国栋' })
    expect(done.articleUrl).toBe(`https://mp.weixin.qq.com/s/${done.publishId}`)
    const all = [...platform.publications.values()]
    expect(all.map(({ deleted }) => deleted)).toEqual([true, false])
    expect(all.map(({ draft }) => [draft.digest, String(draft.content).includes('每户1200元')])).toEqual([
      ['对象和标准', false],
      ['更正后的标准', true],
    ])
    expect([await outdated(office), await tasks(office)]).toEqual([[], []])
    const receipts = await runtime.owner.query(
      `select action from audit_entry where object_id = any($1) order by seq`,
      [[old.postId, postId]],
    )
    expect(receipts.rows.map(({ action }) => action)).toEqual([
      'prepare-channel-post',
      'submit-channel-post',
      'channel-post-published',
      'replace-channel-post',
      'remove-channel-post',
      'channel-post-published',
    ])
  })

  it('replaces nothing that is up to date, and once what is not, though two ask at once', async () => {
    const office = await anOffice()
    const { submitted, tend, leader, platform } = office
    const old = await submitted()
    await tend(old)
    await tend(old, 1)
    expect(String(await failureOf(replacePost(leader, { ...old, ...words })))).toContain('与网站一致')
    await corrected(office)
    const long = await failureOf(replacePost(leader, { ...old, ...words, title: '字'.repeat(33) }))
    expect((long as Invalid).fields).toHaveProperty('title')
    const both = await Promise.allSettled([
      replacePost(leader, { ...old, ...words }),
      replacePost(leader, { ...old, ...words }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(platform.countOf('/cgi-bin/freepublish/delete')).toBe(0)
  })

  it('waits for a person where the old one has to be deleted by hand', async () => {
    const office = await anOffice()
    const { platform, submitted, tend, post, leader } = office
    const old = await submitted()
    await tend(old)
    await tend(old, 1)
    await corrected(office)
    const { postId } = await replacePost(leader, { ...old, ...words })
    platform.say('/cgi-bin/freepublish/delete', { errcode: 53504, errmsg: 'by hand' })
    await tend(old, 2)
    await tend({ agencyId, postId }, 3)
    expect((await post(postId)).state).toBe('sending')
    await confirmPostRemoved(leader, old)
    await tend({ agencyId, postId }, 4)
    await tend({ agencyId, postId }, 5)
    expect((await post(postId)).state).toBe('published')
  })

  it('takes both down when the corrected text is withdrawn meanwhile', async () => {
    const office = await anOffice()
    const { submitted, tend, post, leader, drafter, document } = office
    const old = await submitted()
    await tend(old)
    await tend(old, 1)
    await corrected(office)
    const { postId } = await replacePost(leader, { ...old, ...words })
    const { version } = await getDocument(drafter, document)
    await withdrawDocument(drafter, { ...document, version, reason: 'wrong', note: '还是有误' })
    await tend(old, 2)
    await tend({ agencyId, postId }, 3)
    expect([(await post(old.postId)).state, (await post(postId)).state]).toEqual(['removed', 'cancelled'])
  })

  it('lists what hangs elsewhere with the old text, until it is taken down or put up anew', async () => {
    const office = await anOffice()
    const { drafter, document } = office
    const early = { ...drafter, now: new Date('2026-06-15T02:00:00.000Z') }
    const board = {
      agencyId,
      documentId: document.documentId,
      channel: 'notice-board',
      link: '',
      note: '',
      photo: null,
    } as const
    await recordReceipt(early, { ...board, place: '政府院内公示栏', shownOn: '2026-06-15' as never })
    await recordReceipt(early, { ...board, place: '便民大厅', shownOn: '2026-06-15' as never })
    const places = async () =>
      (await listPosts(drafter, { agencyId })).outdated.receipts.map(({ place }) => place).sort()
    expect(await places()).toEqual([])
    await corrected(office)
    expect(await places()).toEqual(['便民大厅', '政府院内公示栏'])
    await recordReceipt(drafter, { ...board, place: '便民大厅', shownOn: '2026-06-15' as never })
    expect(await places()).toEqual(['政府院内公示栏'])
  })
})

it('queues what is due, each once', async () => {
  const { submitted } = await anOffice()
  const { postId } = await submitted()
  const later = { ...runtime.asSystem('all'), now: new Date('2026-06-15T05:00:00.000Z') }
  await tendPosts(later)
  await tendPosts(later)
  const { rows } = await runtime.owner.query(
    `select count(*)::int as n from mingfu_jobs.job where name = 'tend-channel-post' and singleton_key = $1`,
    [postId],
  )
  expect(rows[0].n).toBe(1)
})
