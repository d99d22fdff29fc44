import { beforeAll, describe, expect, it } from 'vitest'
import { aColumn, aDocument, theOffice } from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { withdrawDocument } from '../disclosure/withdraw-document.ts'
import { correctQuery } from './correct-query.ts'
import { indexDocument } from './index-document.ts'
import { searchDocuments } from './search-documents.ts'
import { suggestWords } from './suggest-words.ts'
import { nearSpellings, pinyinOf } from './vocabulary.ts'

let runtime: TestRuntime
let agencyId: string
let nodeId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
  nodeId = await aColumn(runtime, agencyId)
  for (const title of ['柑橘保鲜仓储补贴公告', '柑橘病虫害防治通知', '高龄津贴发放办法']) await publish(title)
})

async function publish(title: string) {
  const document = await aDocument(runtime, agencyId, { nodeId, content: { title, keywords: [] } })
  // Twice, as the queue may do it: a word is counted once a document.
  await indexDocument(runtime.asSystem(agencyId), document)
  await indexDocument(runtime.asSystem(agencyId), document)
  return document
}

const visitor = () => runtime.asPublic('', '2026-06-16')

async function correction(q: string) {
  return correctQuery(visitor(), q, async (other) => {
    const found = await searchDocuments(visitor(), { q: other })
    return found !== undefined && found.count > 0 && !found.relaxed
  })
}

describe('更正建议', () => {
  it.each([
    ['a word that sounds the same', '甘桔 补贴', '柑橘 补贴'],
    ['Pinyin spelt out', 'ganju', '柑橘'],
    ['one character mistaken', '病虫灾', '病虫害'],
    ['one character too many', '柑橘 仓补贴', '柑橘 补贴'],
    ['nothing near it', '航天飞机', undefined],
  ])('%s', async (_case, asked, proposed) => {
    expect(await correction(asked)).toBe(proposed)
  })

  it('looks for the same sound and for the same word less one character', () => {
    expect(pinyinOf('宅基地')).toBe('zhaijidi')
    expect(nearSpellings('宅基地')).toEqual(['宅基地', '基地', '宅地', '宅基'])
    expect(nearSpellings('土地')).toEqual(['土地'])
  })
})

describe('输入提示', () => {
  it('completes the last word, in characters and in Pinyin, the most frequent first', async () => {
    expect(await suggestWords(visitor(), { q: '柑' })).toEqual(['柑橘'])
    expect(await suggestWords(visitor(), { q: '2026 gao' })).toContain('2026 高龄')
    expect(await suggestWords(visitor(), { q: '柑', agencyId: await anAgency(runtime) })).toEqual([])
    expect(await suggestWords(visitor(), { q: '%_' })).toEqual([])
  })

  it('forgets the words of what was withdrawn', async () => {
    const document = await publish('误印的低氟茶名录')
    expect(await suggestWords(visitor(), { q: '名' })).toEqual(['名录'])
    const withdrawal = { ...document, reason: 'personal', note: '名称有误' } as const
    await withdrawDocument(theOffice(runtime, agencyId).drafter, withdrawal)
    await indexDocument(runtime.asSystem(agencyId), document)
    expect(await suggestWords(visitor(), { q: '名' })).toEqual([])
    const { rows } = await runtime.owner.query("select documents from search_word where word = '柑橘'")
    expect(rows).toEqual([{ documents: 2 }])
  })
})
