import { describe, expect, test } from 'vitest'
import { searchShards, wordsOf } from './search-shards.ts'

const aText = (title: string, text: string) => ({
  slug: 'yahe',
  agency: '鸭河工区',
  documentId: title,
  title,
  documentNumber: null,
  indexNumber: '',
  summary: '',
  publishedAt: new Date('2026-06-15T04:00:00Z'),
  text,
})

describe('静态检索', () => {
  test('Chinese is kept by two characters, Latin and digits by words', () => {
    expect([...wordsOf('临时救助ABC，2026年')].sort()).toEqual(['2026', 'abc', '临时', '年', '救助', '时救'])
  })

  test('a word is found in the part of its first character', () => {
    const files = searchShards([aText('临时救助', ''), aText('招标公告', '临时占道')])
    expect(JSON.parse(files.get('search/about.json') ?? '')).toEqual({
      documents: 2,
      documentsAPart: 200,
      wordParts: 256,
    })
    // 临 is U+4E34, and 0x4E34 mod 256 is 0x34, which is 52.
    expect(JSON.parse(files.get('search/words-52.json') ?? '').临时).toEqual([0, 1])
    expect(JSON.parse(files.get('search/documents-0.json') ?? '')[1].slice(0, 2)).toEqual([
      'yahe/documents/招标公告/index.html',
      '招标公告',
    ])
  })
})
