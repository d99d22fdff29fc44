import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type TestRuntime, testRuntime } from '../testing/test-runtime.ts'
import { aLivingSite, type LivingSite } from './testing/a-living-site.ts'
import { differences, exportedTree } from './testing/site-in-memory.ts'

const URL = 'https://www.yahe.example.gov.cn'

let runtime: TestRuntime
let site: LivingSite
/** The file that the oldest document gets. */
let attached: string | undefined
let last: Awaited<ReturnType<typeof exportedTree>>
beforeAll(async () => {
  runtime = await testRuntime()
  site = await aLivingSite(runtime, 22)
  last = await exportedTree(runtime, { url: URL })
})

/** Publishes what changed and answers the addresses that were made anew. */
async function published(): Promise<readonly string[]> {
  // As it lies on the disc between two runs.
  const known = JSON.parse(JSON.stringify(last.memory))
  last = await exportedTree(runtime, { url: URL, known }, last.tree)
  expect(last.faults).toEqual([])
  return tidy(last.rendered)
}

/** Cursors are left out, so that a list can be written down. */
const tidy = (addresses: readonly string[]) =>
  addresses.map((address) => address.replace(/after=[^&]+/, 'after=…')).sort()

const attachmentOf = (id = '', fileId = '') => [
  `/files/yahe/${id}/${fileId}`,
  `/yahe/documents/${id}/preview/${fileId}`,
]

const documentOf = (id = '') => [
  `/yahe/documents/${id}`,
  `/files/yahe/${id}/text/docx`,
  `/files/yahe/${id}/text/pdf`,
]

/** Feeds and open data in which a document of a column stands. */
const dataOf = (column: string) => [
  '/feed.xml',
  ...['atom.xml', 'feed.xml', 'catalogue.csv', 'catalogue.json'].flatMap((name) => [
    `/yahe/${name}`,
    `/yahe/${name}?column=${column}`,
  ]),
  '/yahe/catalogue.csv?kind=normative',
  '/yahe/catalogue.json?kind=normative',
  '/yahe/harvest.json',
]

/** Home pages with what is new, and the notice board. */
const NEWS = ['/', '/yahe', '/yahe/board', '/yahe/board?size=a3']
/** Where it is told how much there is. */
const COUNTS = ['/sitemap', '/sitemap.xml', '/yahe/open-data', '/yahe/statutory']

describe('增量发布: one change makes the pages that read it anew, and leaves all others', () => {
  it('makes nothing when the version rose for what no page shows', async () => {
    expect(last.pages).toBe(149)
    await runtime.owner.query(`update counter set value = value + 1 where kind = 'content'`)
    expect(await published()).toEqual([])
  })

  it('correct a new document: itself, and the first pages of its lists', async () => {
    const id = site.published[20]
    await site.correct(id ?? '')
    const lists = ['/yahe/statutory', '/yahe/statutory/normative', '/yahe/statutory?kind=normative']
    expect(await published()).toEqual([...NEWS, ...documentOf(id), ...dataOf('normative'), ...lists].sort())
  })

  it('correct the oldest one, with an attachment: the lists that end with it, and no home page', async () => {
    const id = site.published[0]
    attached = await site.correct(id ?? '', '附表')
    const lists = [
      '/yahe/statutory/normative?after=…',
      '/yahe/statutory?after=…',
      '/yahe/statutory?kind=normative&after=…',
    ]
    const pages = [...documentOf(id), ...attachmentOf(id, attached), ...dataOf('normative'), ...lists]
    expect(await published()).toEqual(pages.sort())
  })

  it('publish one: itself, every page of its lists, and what counts them', async () => {
    const id = await site.publish('notices')
    const lists = [
      '/yahe/statutory/notices',
      '/yahe/statutory?after=…',
      '/yahe/statutory?kind=normative',
      '/yahe/statutory?kind=normative&after=…',
    ]
    expect(await published()).toEqual(
      [...NEWS, ...documentOf(id), ...dataOf('notices'), ...COUNTS, ...lists].sort(),
    )
    expect(last.pages).toBe(154)
  })

  it('withdraw an old one: the notice in its place, its lists; its downloads are gone', async () => {
    const id = site.published[2]
    await site.withdraw(id ?? '')
    const lists = [
      '/yahe/statutory/normative',
      '/yahe/statutory/normative?after=…',
      '/yahe/statutory?after=…',
      '/yahe/statutory?kind=normative',
      '/yahe/statutory?kind=normative&after=…',
    ]
    expect(await published()).toEqual(
      [`/yahe/documents/${id}`, ...dataOf('normative'), ...COUNTS, ...lists].sort(),
    )
    expect(last.pages).toBe(152)
  })

  it('relate two documents: both of them, and nobody else', async () => {
    const [first, second] = site.published
    await site.relate(first ?? '', second ?? '')
    const made = await published()
    expect(made).toEqual(
      [...documentOf(first), ...documentOf(second), ...attachmentOf(first, attached)].sort(),
    )
  })

  it('change of contact: the guide, and the pages that tell the telephone', async () => {
    await site.changeContact('0377-66990001')
    expect(await published()).toEqual(['/en', '/yahe', '/yahe/guide'])
  })

  it('new annual report: itself in its four forms, the list, the home of the organ', async () => {
    await site.reportYear(2025)
    const files = ['docx', 'json', 'pdf', 'xlsx'].map((type) => `/files/yahe/annual/2025/${type}`)
    expect(await published()).toEqual([...files, '/yahe', '/yahe/annual', '/yahe/annual/2025'])
  })

  it('another colour of one organ: its own pages, and where organs are told apart by their settings', async () => {
    await site.recolour(site.jiaotong, 'red')
    const made = await published()
    expect(made.filter((address) => !address.startsWith('/yahejt'))).toEqual(['/sitemap'])
    expect(made).toHaveLength(16)
  })

  it('comes out as a full export does, byte for byte', async () => {
    const full = await exportedTree(runtime, { url: URL })
    expect(differences(last.tree, full.tree)).toEqual([])
    expect(Object.keys(last.memory.pages)).toEqual(Object.keys(full.memory.pages))
    expect(full.rendered.length).toBeGreaterThan(150)
  })

  it('comes out so whatever changed, in whatever order', async () => {
    const some = (at: number) => site.published[at % site.published.length] ?? ''
    const CHANGES: readonly ((at: number) => Promise<unknown>)[] = [
      () => site.publish('normative'),
      () => site.publish('notices', site.jiaotong),
      (at) => site.correct(some(at)),
      (at) => site.correct(some(at), `附表${at}`),
      (at) => site.withdraw(some(at)),
      (at) => site.relate(some(at), some(at + 1)),
      (at) => site.expire(some(at)),
      (at) => site.changeContact(`0377-6699${1000 + at}`),
      (at) => site.changeFoot(`承办单位${at}`),
      (at) => site.recolour(at % 2 ? site.yahe : site.jiaotong, at % 3 ? 'blue' : 'red'),
      (at) => site.rename(at % 2 ? site.yahe : site.jiaotong, `第${at}次更名的机关`),
    ]
    const change = fc.record({ what: fc.nat(CHANGES.length - 1), at: fc.nat(50), exports: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 6 }), async (changes) => {
        for (const { what, at, exports } of changes) {
          // What the law or the state of the document forbids changes nothing.
          await CHANGES[what]?.(at).catch((error) => expect(error.name).toBe('Refused'))
          if (exports) await published()
        }
        await published()
        const full = await exportedTree(runtime, { url: URL })
        expect(differences(last.tree, full.tree)).toEqual([])
      }),
      { numRuns: 2, endOnFailure: true },
    )
  }, 120_000)
})
