import { posix } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { Parser } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { portalServer } from '../portal/testing/portal-server.ts'
import { withdrawDocument } from '../services/disclosure/withdraw-document.ts'
import { aColumn, aDocument, theOffice } from '../testing/a-document.ts'
import { anAgency } from '../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../testing/test-runtime.ts'
import { type ExportSite, exportSite } from './export-site.ts'

const URL = 'https://www.yahe.example.gov.cn'
const LIVE = 'https://gk.yahe.example.gov.cn'

let runtime: TestRuntime
let portal: FastifyInstance
let agencyId: string
let nodeId: string
let withdrawn: Awaited<ReturnType<typeof aDocument>>
let draft: Awaited<ReturnType<typeof aDocument>>
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, {
    name: '鸭河工区管理委员会',
    slug: 'yahe',
    creditCode: '11441700007280420Y',
  })
  await runtime.owner.query(`update agency set site_domain = 'www.yahe.example.gov.cn'`)
  nodeId = await aColumn(runtime, agencyId)
  for (let each = 1; each <= 22; each += 1) {
    await aDocument(runtime, agencyId, {
      nodeId,
      content: { title: `第${each}号通知`, documentNumber: null },
    })
  }
  withdrawn = await aDocument(runtime, agencyId, {
    nodeId,
    content: { title: '撤回的通知', documentNumber: null },
  })
  const { drafter } = theOffice(runtime, agencyId, '2026-06-16')
  await withdrawDocument(drafter, { ...withdrawn, reason: 'personal', note: '漏了遮盖' })
  draft = await aDocument(runtime, agencyId, { nodeId, stage: 'draft', content: { title: '尚未公开的草案' } })
  portal = await portalServer({ ...runtime, publicUrl: URL })
})
afterAll(() => portal.close())

type Tree = Map<string, Buffer>

async function exported(options: Partial<ExportSite> = {}, last: Tree = new Map()) {
  const tree: Tree = new Map()
  const put: string[] = []
  const done = await exportSite(runtime, {
    url: URL,
    put: async (path, bytes) => {
      put.push(path)
      tree.set(path, Buffer.from(bytes))
    },
    keep: async (path) => {
      const bytes = last.get(path)
      if (bytes === undefined) throw new Error(`nothing kept at ${path}`)
      tree.set(path, bytes)
    },
    ...options,
  })
  return { ...done, tree, put }
}

/** Every link of a page, without those to other hosts. */
function linksOf(html: string): readonly string[] {
  const links: string[] = []
  const parser = new Parser({
    onopentag: (name, attributes) => {
      for (const key of ['href', 'src'])
        if (attributes[key] !== undefined && name !== 'base') links.push(attributes[key])
    },
  })
  parser.end(html)
  return links.filter((link) => !/^[a-z]+:|^#/.test(link))
}

/** What is read on a page outside forms, which differ on purpose. */
function textOf(html: string): string {
  const pieces: string[] = []
  let hidden = 0
  const parser = new Parser({
    onopentag: (name) => {
      if (name === 'form' || name === 'script') hidden += 1
    },
    onclosetag: (name) => {
      if (name === 'form' || name === 'script') hidden -= 1
    },
    ontext: (piece) => {
      if (hidden === 0) pieces.push(piece)
    },
  })
  parser.end(html)
  return pieces.join('').replace(/本站以静态页面发布，[^。]*。[^。]*。/g, '')
}

describe('静态站点', () => {
  let site: Awaited<ReturnType<typeof exported>>
  beforeAll(async () => {
    site = await exported()
  })
  const page = (path: string) => site.tree.get(path)?.toString('utf8') ?? ''
  const html = () => [...site.tree.keys()].filter((path) => path.endsWith('.html'))

  it('has no fault, and every link of every page leads to a file of the tree', () => {
    expect(site.faults).toEqual([])
    const missing = html()
      .filter((path) => path !== '404.html')
      .flatMap((path) =>
        linksOf(page(path))
          .map((link) => decodeURIComponent(posix.join(posix.dirname(path), link.replace(/#.*/, ''))))
          .filter((file) => !site.tree.has(file))
          .map((file) => `${path} → ${file}`),
      )
    expect(missing).toEqual([])
    expect(html().length).toBeGreaterThan(30)
  })

  it('says on each page what the live page says', async () => {
    const pairs = Object.entries(site.memory.pages)
      .map(([address, { files }]) => [address, files[0] ?? ''] as const)
      .filter(([address, file]) => file.endsWith('.html') && address !== '/404' && address !== '/search')
    expect(pairs.length).toBeGreaterThan(30)
    for (const [address, file] of pairs) {
      const live = await portal.inject(address)
      expect([address, textOf(page(file))]).toEqual([address, textOf(live.body)])
    }
  })

  it('pages a list by number and not by cursor', () => {
    expect(page('yahe/statutory/index.html')).toContain('href="index_2.html"')
    expect(page('yahe/statutory/index_2.html')).toContain('href="index.html"')
    expect([...site.tree.keys()].some((path) => path.includes('after'))).toBe(false)
  })

  it('holds nothing of a draft and of a withdrawn document only the notice', () => {
    const all = [...site.tree]
      .filter(([path]) => !/\.(gz|br)$/.test(path))
      .map(([, bytes]) => bytes.toString('utf8'))
    expect(all.some((text) => text.includes('尚未公开的草案') || text.includes(draft.documentId))).toBe(false)
    expect(all.some((text) => text.includes('撤回的通知'))).toBe(false)
    expect(page(`yahe/documents/${withdrawn.documentId}/index.html`)).toContain('已经撤回')
    expect([...site.tree.keys()].some((path) => path.startsWith(`files/yahe/${withdrawn.documentId}`))).toBe(
      false,
    )
  })

  it('has the compressed forms beside the plain one, with the same content', () => {
    for (const path of ['index.html', 'sitemap.xml', 'yahe/guide/index.html']) {
      const plain = site.tree.get(path) ?? Buffer.alloc(0)
      expect(gunzipSync(site.tree.get(`${path}.gz`) ?? '')).toEqual(plain)
      expect(brotliDecompressSync(site.tree.get(`${path}.br`) ?? '')).toEqual(plain)
    }
  })

  it('leaves out forms without a live host, and sends them there with one', async () => {
    expect(page('yahe/statutory/index.html')).toContain('这里不能填写')
    expect(page('index.html')).not.toMatch(/href="[^"]*apply\/status/)
    const { tree } = await exported({ live: LIVE })
    const list = tree.get('yahe/statutory/index.html')?.toString('utf8')
    expect(list).toContain(`action="${LIVE}/yahe/statutory"`)
    expect(tree.get('index.html')?.toString('utf8')).toContain(`href="${LIVE}/apply/status"`)
  })

  it('names whole addresses of the static site in feeds and site map', () => {
    expect(page('sitemap.xml')).toContain(`<loc>${URL}/yahe/guide/</loc>`)
    expect(page('sitemap.xml')).not.toContain('/tools/')
    expect(page('feed.xml')).toMatch(new RegExp(`<link>${URL}/yahe/documents/[0-9a-f-]{36}/</link>`))
  })

  it('shows the page for errors at any address', () => {
    expect(linksOf(page('404.html')).every((link) => link.startsWith('/'))).toBe(true)
  })
})

describe('持续发布', () => {
  it('does nothing when nothing changed, and makes only what a change touches', async () => {
    const first = await exported()
    const again = await exported({ known: first.memory }, first.tree)
    expect([again.changed, again.put]).toEqual([false, []])

    const repealed = await aDocument(runtime, agencyId, {
      nodeId,
      content: { title: '将要废止的办法', documentNumber: null },
    })
    const second = await exported({ known: first.memory }, first.tree)
    const documents = second.put.filter((path) => /documents\/.*index\.html$/.test(path))
    expect(documents).toEqual([`yahe/documents/${repealed.documentId}/index.html`])
    expect(second.tree.size).toBeGreaterThan(first.tree.size)
    await asIfFull(second)
  })

  async function asIfFull(incremental: Awaited<ReturnType<typeof exported>>) {
    const full = await exported()
    const plain = (tree: Tree) => [...tree.keys()].sort()
    expect(plain(incremental.tree)).toEqual(plain(full.tree))
    const differ = plain(full.tree).filter(
      (path) =>
        path.endsWith('.html') && !incremental.tree.get(path)?.equals(full.tree.get(path) ?? Buffer.alloc(0)),
    )
    expect(differ).toEqual([])
  }
})
