import { renderDocx } from '@mingfu/documents'
import { beforeAll, expect, it } from 'vitest'
import { aColumn, aDocument, theOffice } from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { attachFile } from '../disclosure/attach-file.ts'
import { indexDocument } from './index-document.ts'
import { searchDocuments } from './search-documents.ts'

let runtime: TestRuntime
let agencyId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
})

async function search(q: string) {
  return searchDocuments(runtime.asPublic('', '2026-06-16'), { q })
}

it('finds a document by the text of its Word, text and unreadable attachments, and says in which it stands', async () => {
  const nodeId = await aColumn(runtime, agencyId)
  const draft = await aDocument(runtime, agencyId, { nodeId, stage: 'draft', content: { title: '补贴公示' } })
  const word = await renderDocx({
    layout: 'report',
    title: '柑橘仓储补贴发放表',
    blocks: [{ kind: 'paragraph', text: '石门村保鲜库，库容三百吨。' }],
  } as never)
  const drafter = theOffice(runtime, agencyId).drafter
  const files = [
    { name: '发放表.docx', title: '发放表', bytes: word },
    { name: '说明.txt', title: '填报说明', bytes: new TextEncoder().encode('以磅单为准。') },
    { name: '坏的.docx', title: '损坏的勘误表', bytes: new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2]) },
  ]
  let { version } = draft
  const ids: string[] = []
  for (const file of files) {
    const attached = await attachFile(drafter, { ...draft, version, ...file })
    version = attached.version
    ids.push(attached.fileId)
  }
  await runtime.owner.query(
    `update document set state = 'published', index_number = 'x/2026-00001', published_at = now() where document_id = $1`,
    [draft.documentId],
  )
  await indexDocument(runtime.asSystem(agencyId), draft)

  const found = (await search('石门村'))?.items[0]
  expect(found?.attachment).toEqual({ fileId: ids[0], title: '发放表' })
  expect(found?.passage).toContainEqual({ text: '石门村', hit: true })
  expect((await search('磅单'))?.items[0]?.attachment?.title).toBe('填报说明')
  expect((await search('勘误表'))?.items[0]?.attachment?.title).toBe('损坏的勘误表')
  const { rows } = await runtime.owner.query('select unread from file_text where unread is not null')
  expect(rows.length).toBe(1)
})
