import { expect, it, test } from 'vitest'
import { ChannelFailure } from '../../services/channels/official-account.ts'
import { aWechatPlatform } from '../../testing/a-wechat-platform.ts'
import { accessToken } from './access-token.ts'
import { wechatAccount } from './official-account.ts'

const JPG = { name: '封面.jpg', mediaType: 'image/jpeg', bytes: new Uint8Array([0xff, 0xd8, 0xff, 1]) }
const DRAFT = {
  title: '临时救助怎样申请',
  author: '测试区',
  digest: '',
  content: '<p>正文</p>',
  sourceUrl: 'https://gk.example.gov.cn/a',
}
const TOKEN = '/cgi-bin/stable_token'
const failureOf = (work: Promise<unknown>) => work.catch((error: unknown) => error)

it('uploads, drafts, submits, asks and deletes, with one token for all', async () => {
  const platform = await aWechatPlatform()
  const account = wechatAccount(platform.settings)
  expect(await account.uploadPicture(JPG)).toMatch(/^https:\/\/mmbiz\.qpic\.cn\/p\//)
  const coverId = await account.uploadCover(JPG)
  const draftId = await account.addDraft({ ...DRAFT, coverId })
  const publishId = await account.submit(draftId)
  platform.become(1)
  expect(await account.status(publishId)).toEqual({ status: 1, articleId: null, articleUrl: null })
  platform.become(0)
  const articleId = `article-${publishId}`
  const articleUrl = `https://mp.weixin.qq.com/s/${publishId}`
  expect(await account.status(publishId)).toEqual({ status: 0, articleId, articleUrl })
  await account.remove(articleId)
  expect(platform.publications.get(publishId)?.deleted).toBe(true)
  expect(platform.countOf(TOKEN)).toBe(1)
  // Chinese stands in the call as it is.
  expect(platform.calls.find(({ path }) => path === '/cgi-bin/draft/add')?.raw).toContain('临时救助怎样申请')
})

it('asks for a token once when several calls come together', async () => {
  const platform = await aWechatPlatform()
  const account = wechatAccount(platform.settings)
  await Promise.all([1, 2, 3].map(() => account.uploadPicture(JPG)))
  expect(platform.countOf(TOKEN)).toBe(1)
})

it('keeps a token until five minutes before its end, and forces two renewals half a minute apart at least', async () => {
  const platform = await aWechatPlatform()
  let now = 0
  const token = accessToken(platform.settings, () => now)
  const first = await token.get()
  now = 6_899_000
  expect(await token.get()).toBe(first)
  expect(platform.countOf(TOKEN)).toBe(1)
  now = 6_900_000
  await token.get()
  expect(platform.countOf(TOKEN)).toBe(2)
  const renewed = await token.renew(first)
  expect(renewed).not.toBe(first)
  // Another call that was refused with the old one gets what is there.
  expect(await token.renew(first)).toBe(renewed)
  now += 29_000
  await token.renew(renewed)
  now += 1000
  await token.renew(renewed)
  const forced = platform.calls.filter(({ path }) => path === TOKEN).map(({ body }) => body.force_refresh)
  expect(forced).toEqual([false, false, true, false, true])
})

test.each([40001, 40014, 42001])('renews the token once after %i, then stops', async (code) => {
  const platform = await aWechatPlatform()
  const account = wechatAccount(platform.settings)
  await account.uploadCover(JPG)
  platform.endToken()
  platform.say('/cgi-bin/media/uploadimg', { errcode: code, errmsg: 'stale' })
  expect(await account.uploadPicture(JPG)).toContain('mmbiz')
  expect(platform.countOf(TOKEN)).toBe(2)
  platform.say('/cgi-bin/media/uploadimg', { errcode: code, errmsg: 'stale' })
  platform.say('/cgi-bin/media/uploadimg', { errcode: code, errmsg: 'stale' })
  const failure = await failureOf(account.uploadPicture(JPG))
  expect(failure).toMatchObject({ code, reaction: 'person' })
  expect(platform.countOf('/cgi-bin/media/uploadimg')).toBe(4)
})

// Each code of the platform's table, what a person reads, and what the program does.
// biome-ignore format: a table
test.each([
  [-1,    'later',        '平台繁忙，稍后自动再试（-1）'],
  [40005, 'person',       '图片类型不对'],
  [40007, 'upload-again', '重新上传'],
  [40009, 'person',       '请压缩'],
  [40013, 'person',       'MINGFU_WECHAT_APPID'],
  [40125, 'person',       'MINGFU_WECHAT_SECRET'],
  [40137, 'person',       'jpg或者png'],
  [40243, 'person',       '解冻'],
  [43002, 'person',       '联系维护人员'],
  [44003, 'person',       '联系维护人员'],
  [45003, 'person',       '缩短标题'],
  [45004, 'person',       '缩短摘要'],
  [45009, 'tomorrow',     '明天自动再试'],
  [45166, 'person',       '修改正文'],
  [47001, 'person',       '联系维护人员'],
  [48001, 'person',       '微信认证'],
  [53503, 'person',       '修改内容'],
  [53504, 'person',       '公众号后台'],
  [53505, 'person',       '手动保存'],
  [99999, 'person',       '公众号平台返回错误99999：said so'],
] as const)('says what %i means and what to do: %s', async (code, reaction, words) => {
  const platform = await aWechatPlatform()
  platform.say('/cgi-bin/freepublish/submit', { errcode: code, errmsg: 'said so' })
  const failure = await failureOf(wechatAccount(platform.settings).submit('draft-1'))
  expect(failure).toBeInstanceOf(ChannelFailure)
  expect(failure).toMatchObject({ code, reaction })
  expect((failure as Error).message).toContain(words)
})

it('names the address that the white list lacks', async () => {
  const platform = await aWechatPlatform()
  const errmsg = 'invalid ip 203.0.113.9 ipv6 ::ffff:203.0.113.9, not in whitelist rid: 1'
  platform.say(TOKEN, { errcode: 40164, errmsg })
  const failure = await failureOf(wechatAccount(platform.settings).submit('d'))
  expect((failure as Error).message).toBe(
    '本机的IP 203.0.113.9 不在公众号的IP白名单里，请在公众号后台“基本配置”中加入（40164）',
  )
})

it('is told apart from a wrong account, and holds what may pass for what may pass', async () => {
  const platform = await aWechatPlatform()
  const wrong = wechatAccount({ ...platform.settings, secret: 'anders' })
  expect(await failureOf(wrong.submit('d'))).toMatchObject({ code: 40125 })
  platform.say(TOKEN, {}, 502)
  const down = await failureOf(wechatAccount(platform.settings).submit('d'))
  expect(down).not.toBeInstanceOf(ChannelFailure)
  expect(String(down)).toContain('公众号平台应答 502')
  const nowhere = wechatAccount({ ...platform.settings, url: 'http://127.0.0.1:1' })
  expect(String(await failureOf(nowhere.submit('d')))).toContain('连接不上公众号平台')
})
