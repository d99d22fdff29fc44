import { describe, expect, it, test } from 'vitest'
import { type WechatArticle, wechatArticleFaults, wechatOutcome } from './wechat-article.ts'

const PICTURE = { format: 'jpg', bytes: 1000 } as const
const ARTICLE: WechatArticle = {
  title: '临时救助怎样申请',
  author: '鸭河工区',
  digest: '对象、标准和办理时限',
  content: '<p>正文</p>',
  sourceUrl: 'https://gk.example.gov.cn/x',
  cover: PICTURE,
  pictures: [],
}
const long = (characters: number) => '字'.repeat(characters)

describe('公众号图文的限制', () => {
  it('has nothing to say about an article at every limit', () => {
    const atLimits = {
      title: long(32),
      author: long(16),
      digest: long(128),
      content: long(19_999),
      cover: { format: 'bmp', bytes: 10_485_760 },
      pictures: [{ format: 'png', bytes: 1_048_575 }],
    } as const
    expect(wechatArticleFaults({ ...ARTICLE, ...atLimits })).toEqual({})
  })

  // biome-ignore format: a table
  const CASES: readonly (readonly [string, Partial<WechatArticle>, string, string])[] = [
    ['a title of 33 characters',       { title: long(33) },    'title',   '公众号标题有33个字，公众号限32个字，请缩短'],
    ['a rare character counts once',   { title: '𠮷'.repeat(33) }, 'title', '公众号标题有33个字，公众号限32个字，请缩短'],
    ['no title',                       { title: ' ' },         'title',   '请填写公众号标题'],
    ['an author of 17',                { author: long(17) },   'author',  '作者有17个字，公众号限16个字，请缩短'],
    ['a digest of 129',                { digest: long(129) },  'digest',  '摘要有129个字，公众号限128个字，请缩短'],
    ['a text of 20000',                { content: long(20_000) }, 'content', '正文连同格式有20000个字符，公众号限20000个，请改为摘要，用“阅读原文”指向网站'],
    ['no text',                        { content: '' },        'content', '这条信息没有正文，公众号图文不能为空'],
    ['an address over 1 KB',           { sourceUrl: `https://x/${long(340)}` }, 'sourceUrl', '“阅读原文”的网址过长，不能超过1KB'],
    ['no cover',                       { cover: null },        'cover',   '请上传封面图片，公众号图文必须有封面'],
    ['a cover that is no picture',     { cover: { format: 'other', bytes: 9 } }, 'cover', '封面应当是jpg、png、gif或者bmp图片'],
    ['a cover over 10 MB',             { cover: { format: 'png', bytes: 10_485_761 } }, 'cover', '封面图片不能超过10MB'],
    ['an outside picture',             { pictures: [PICTURE, null] }, 'pictures', '正文第2张图片不是本条信息的附件，公众号会过滤站外图片，请先把它作为附件上传'],
    ['a gif in the text',              { pictures: [{ format: 'gif', bytes: 9 }] }, 'pictures', '正文第1张图片不是jpg或者png，公众号不接收，请转换格式'],
    ['a picture of 1 MB',              { pictures: [{ format: 'png', bytes: 1_048_576 }] }, 'pictures', '正文第1张图片达到1MB，请压缩后再发'],
  ]
  test.each(CASES)('%s', (_case, change, field, sentence) => {
    expect(wechatArticleFaults({ ...ARTICLE, ...change })).toEqual({ [field]: sentence })
  })
})

// biome-ignore format: a table
test.each([
  [0, 'published'], [1, 'waiting'], [2, 'failed'], [3, 'failed'], [4, 'failed'], [5, 'gone'], [6, 'gone'], [99, 'waiting'],
])('publish_status %i is %s', (status, outcome) => {
  expect(wechatOutcome(status).outcome).toBe(outcome)
})
