import { describe, expect, test } from 'vitest'
import { pageFaults } from './page-faults.ts'

const kinds = (html: string) => pageFaults(html).map(({ kind }) => kind)

describe('正文的无障碍检查', () => {
  // biome-ignore format: a table
  const CASES = [
    ['a picture without words',        '<p><img src="/files/a/b/c"></p>', ['picture-without-words']],
    ['a picture named by its file',    '<img src="/files/a" alt="IMG_001.jpg">', ['picture-without-words']],
    ['a picture with words',           '<img src="/files/a" alt="停车泊位位置图">', []],
    ['a table without heads',          '<table><tr><td>项目</td><td>金额</td></tr><tr><td>甲</td><td>1</td></tr></table>', ['table-without-heads']],
    ['a table with heads',             '<table><tr><th>项目</th><th>金额</th></tr><tr><td>甲</td><td>1</td></tr></table>', []],
    ['a table with a head column',     '<table><tr><th>甲</th><td>1</td></tr><tr><th>乙</th><td>2</td></tr></table>', []],
    ['heads that say nothing',         '<table><tr><th></th><th> </th></tr><tr><td>甲</td><td>1</td></tr></table>', ['table-without-heads']],
    ['a frame around a text',          '<table><tr><td>一段文字</td></tr></table>', []],
    ['headings that skip a rank',      '<h2>一</h2><h4>1</h4>', ['heading-skipped']],
    ['a text that begins too deep',    '<h3>一</h3>', ['heading-skipped']],
    ['headings in order, and back up', '<h2>一</h2><h3>（一）</h3><h4>1</h4><h2>二</h2>', []],
    ['a heading without words',        '<h2> </h2>', ['empty-heading']],
    ['a link that says nothing',       '<a href="/a">点击这里</a>', ['link-says-nothing']],
    ['a link that says where',         '<a href="/a">停车管理办法</a>', []],
  ] as const
  test.each(CASES)('%s', (_case, html, expected) => {
    expect(kinds(html)).toEqual(expected)
  })
  test('each is named by its place', () => {
    const [, second] = pageFaults('<img src="/a" alt="甲"><img src="/b"><img src="/c">')
    expect(second?.message).toBe('第3张图片没有文字说明，请在图片属性中填写看不见图片的人需要知道的内容')
  })
})
