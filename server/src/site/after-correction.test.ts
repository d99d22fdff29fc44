import { parsePlainDate } from '@mingfu/law'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { portalServer } from '../portal/testing/portal-server.ts'
import { approveDocument } from '../services/disclosure/approve-document.ts'
import { attachFile, removeFile } from '../services/disclosure/attach-file.ts'
import { draftCorrection } from '../services/disclosure/draft-correction.ts'
import { draftDocument } from '../services/disclosure/draft-document.ts'
import { editDocument } from '../services/disclosure/edit-document.ts'
import { getDocument } from '../services/disclosure/get-document.ts'
import { publishDocument } from '../services/disclosure/publish-document.ts'
import { reviewSecrecy } from '../services/disclosure/review-secrecy.ts'
import { submitForReview } from '../services/disclosure/submit-for-review.ts'
import { withdrawDocument } from '../services/disclosure/withdraw-document.ts'
import { indexDocument } from '../services/search/index-document.ts'
import { aColumn, content, NOTHING_SECRET, theOffice } from '../testing/a-document.ts'
import { anAgency } from '../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../testing/test-runtime.ts'
import { exportedTree, type Tree } from './testing/site-in-memory.ts'

const URL = 'https://www.yahe.example.gov.cn'
const REVIEW = { answers: NOTHING_SECRET, opinion: 'disclose', reason: '', overrides: {} } as const
/** Words of the text, the summary and the attachment before the correction. */
const OLD = ['每户八百元', '标准为八百元的说明', '附表旧数']
const NEW = ['每户一千二百元', '标准为一千二百元的说明', '附表新数']
const TITLE = '关于冬季取暖补助标准的通知'

let runtime: TestRuntime
let portal: FastifyInstance
let agencyId: string
let nodeId: string
let documentId: string
let site: Awaited<ReturnType<typeof exportedTree>>

async function through(on: { documentId: string; version: number }, day = '2026-06-15') {
  const { drafter, reviewer, leader } = theOffice(runtime, agencyId, day)
  const sent = await submitForReview(drafter, { agencyId, ...on })
  const reviewed = await reviewSecrecy(reviewer, {
    agencyId,
    documentId: on.documentId,
    version: sent.version,
    ...REVIEW,
  })
  const signed = await approveDocument(leader, {
    agencyId,
    documentId: on.documentId,
    version: reviewed.version,
  })
  await publishDocument(drafter, { agencyId, documentId: on.documentId, version: signed.version })
}

const file = (words: string) => ({
  title: '标准附表',
  name: '补助标准附表.txt',
  bytes: new TextEncoder().encode(`${words}：补助标准附表`),
})

beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { name: '鸭河工区管理委员会', slug: 'yahe' })
  nodeId = await aColumn(runtime, agencyId)
  const { drafter } = theOffice(runtime, agencyId)
  const draft = await draftDocument(drafter, {
    agencyId,
    content: content(nodeId, {
      title: TITLE,
      documentNumber: null,
      kind: 'announcement',
      writtenOn: parsePlainDate('2026-06-10'),
      effectiveOn: null,
      summary: OLD[1] ?? '',
      html: `<p>取暖补助标准为${OLD[0]}，见附件1。</p>`,
    }),
  })
  documentId = draft.documentId
  const { version } = await attachFile(drafter, { agencyId, ...draft, ...file(OLD[2] ?? '') })
  await through({ documentId, version })
  await indexDocument(runtime.asSystem('all'), { agencyId, documentId })
  portal = await portalServer(runtime)
  site = await exportedTree(runtime, { url: URL })
})
afterAll(() => portal.close())

async function exported() {
  await indexDocument(runtime.asSystem('all'), { agencyId, documentId })
  site = await exportedTree(runtime, { url: URL, known: JSON.parse(JSON.stringify(site.memory)) }, site.tree)
  expect(site.faults).toEqual([])
}

/** Paths of plain text in which these words stand, in whatever way they are written. */
function where(tree: Tree, words: readonly string[]): readonly string[] {
  return [...tree]
    .filter(([path]) => /\.(?:html|xml|json|csv|txt)$/.test(path))
    .filter(([, bytes]) => {
      const text = bytes
        .toString()
        .replaceAll(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
      return words.some((word) => text.includes(word))
    })
    .map(([path]) => path)
    .sort()
}

const live = async (url: string) => (await portal.inject(url)).body
const LISTS = [
  '/feed.xml',
  '/yahe/feed.xml',
  '/atom.xml',
  '/yahe/atom.xml',
  '/yahe/catalogue.json',
  '/yahe/catalogue.csv',
  '/yahe/harvest.json',
]
const search = (words: string) => live(`/search?q=${encodeURIComponent(words)}`)
const address = () => `/yahe/documents/${documentId}`

describe('what has gone out follows a correction', () => {
  it('stands everywhere with its first text before', async () => {
    expect(where(site.tree, OLD).length).toBeGreaterThan(5)
    expect(where(site.tree, NEW)).toEqual([])
    for (const url of LISTS) expect([url, (await live(url)).includes(TITLE)]).toEqual([url, true])
    expect(await search(OLD[0] ?? '')).toContain(documentId)
  })

  it('leaves no byte of the old text, in no file of the static site and on no live page', async () => {
    const { drafter } = theOffice(runtime, agencyId, '2026-06-16')
    const published = await getDocument(drafter, { agencyId, documentId })
    const draft = await draftCorrection(drafter, published)
    const { content: before, attachments } = await getDocument(drafter, {
      agencyId,
      documentId: draft.documentId,
    })
    const edited = await editDocument(drafter, {
      agencyId,
      ...draft,
      content: {
        ...before,
        summary: NEW[1] ?? '',
        html: `<p>取暖补助标准为${NEW[0]}，见附件1。</p>`,
        correctionNote: '补助标准印错，予以更正',
      },
    })
    const without = await removeFile(drafter, {
      agencyId,
      documentId: draft.documentId,
      version: edited.version,
      fileId: attachments[0]?.fileId ?? '',
    })
    const { version } = await attachFile(drafter, {
      agencyId,
      documentId: draft.documentId,
      version: without.version,
      ...file(NEW[2] ?? ''),
    })
    const old = attachments[0]?.fileId ?? ''
    await through({ documentId: draft.documentId, version }, '2026-06-16')
    await exported()
    expect(where(site.tree, OLD)).toEqual([])
    expect([...site.tree.keys()].filter((path) => path.includes(old))).toEqual([])
    const page = site.tree.get(`yahe/documents/${documentId}/index.html`)?.toString() ?? ''
    for (const words of [NEW[0] ?? '', '更正说明', '补助标准印错，予以更正']) expect(page).toContain(words)
    for (const url of [...LISTS, address(), '/', '/yahe', '/yahe/statutory'])
      for (const word of OLD)
        expect([url, word, (await live(url)).includes(word)]).toEqual([url, word, false])
    expect((await portal.inject(`/files/yahe/${documentId}/${old}`)).statusCode).toBe(404)
  })

  it('says so in feeds and lists, and is found by its new words only', async () => {
    for (const url of ['/feed.xml', '/atom.xml', '/yahe/feed.xml'])
      expect(await live(url)).toContain(`【更正】${TITLE}`)
    expect(await live('/yahe/catalogue.json')).toContain(NEW[1])
    expect(await search(NEW[0] ?? '')).toContain(documentId)
    const found = await search('取暖补助标准')
    expect([found.includes('一千二百元'), found.includes('八百元')]).toEqual([true, false])
  })
})

describe('what has gone out follows a withdrawal', () => {
  it('leaves the notice at the address and nothing of the content anywhere', async () => {
    const { drafter } = theOffice(runtime, agencyId, '2026-06-17')
    const { version } = await getDocument(drafter, { agencyId, documentId })
    await withdrawDocument(drafter, {
      agencyId,
      documentId,
      version,
      reason: 'wrong',
      note: '内部说明：重复计算',
    })
    await exported()
    const words = [...OLD, ...NEW, TITLE, '内部说明', '补助标准印错']
    expect(where(site.tree, words)).toEqual([])
    const page = site.tree.get(`yahe/documents/${documentId}/index.html`)?.toString() ?? ''
    for (const said of ['已经撤回', '内容有误']) expect(page).toContain(said)
    expect([...site.tree.keys()].filter((path) => path.startsWith(`files/yahe/${documentId}`))).toEqual([])
    const { statusCode, body } = await portal.inject(address())
    expect([statusCode, body.includes('已经撤回')]).toEqual([200, true])
    for (const url of [...LISTS, '/', '/yahe', '/yahe/statutory', '/sitemap.xml', '/sitemap/pages.xml'])
      for (const word of [...words, documentId])
        expect([url, word, (await live(url)).includes(word)]).toEqual([url, word, false])
    expect(await search(NEW[0] ?? '')).not.toContain(documentId)
    for (const type of ['docx', 'pdf'])
      expect((await portal.inject(`/files/yahe/${documentId}/text/${type}`)).statusCode).not.toBe(200)
  })
})
