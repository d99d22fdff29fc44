import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeMark, saveMark } from '../services/disclosure/mark/save-mark.ts'
import { exportedTree } from '../site/testing/site-in-memory.ts'
import { anAgency } from '../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../testing/test-runtime.ts'
import { portalServer } from './testing/portal-server.ts'

let runtime: TestRuntime
let portal: FastifyInstance
let agencyId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { name: '鸭河工区管理委员会', slug: 'yahe' })
  await anAgency(runtime, { name: '鸭河交通运输局', slug: 'yahejt', path: '/yahe/jt/' })
  portal = await portalServer(runtime)
})
afterAll(() => portal.close())

const admin = () => runtime.as({ agencyId, roles: ['system-admin'] })
const ask = { agencyId: '', alt: '鸭河工区管理委员会标识', name: '标识.png' }
const saved = (bytes: Uint8Array, what: Partial<typeof ask> = {}) =>
  saveMark(admin(), { ...ask, agencyId, ...what, bytes })

/** A PNG of one grey, with a remark in it about who drew it. */
function png(width: number, height: number, remark = 'Drawn by 王敏'): Buffer {
  const chunk = (kind: string, data: Buffer) => {
    const framed = Buffer.alloc(12 + data.length)
    framed.writeUInt32BE(data.length, 0)
    framed.write(kind, 4, 'latin1')
    data.copy(framed, 8)
    return framed
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.writeUInt8(8, 8)
  const rows = deflateSync(Buffer.alloc((width + 1) * height, 0x80))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from(`Author\0${remark}`)),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('机关标识', () => {
  it('is the sign of the product until the organ uploads its own', async () => {
    expect((await portal.inject('/yahe')).body).toContain('<svg class="emblem"')
  })

  it('stands in the head of the pages of this organ with its size and words, and not in those of another', async () => {
    await saved(png(300, 150))
    const head = /<img class="mark"[^>]*>/
    // A state of the site is believed for a moment.
    await expect.poll(async () => (await portal.inject('/yahe/guide')).body).toMatch(head)
    const [shown] = head.exec((await portal.inject('/yahe/guide')).body) ?? ['']
    expect(shown).toContain('alt="鸭河工区管理委员会标识"')
    expect(shown).toContain('width="104" height="52"')
    expect((await portal.inject('/')).body).toMatch(head)
    expect((await portal.inject('/yahejt')).body).not.toMatch(head)
  })

  it('is served by its digest, to be kept for ever and never to be run, without what it told about its maker', async () => {
    const { body } = await portal.inject('/yahe')
    const src = /class="mark" src="([^"]+)"/.exec(body)?.[1] ?? ''
    const answer = await portal.inject(src)
    expect(answer.headers['content-type']).toBe('image/png')
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(answer.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    expect(src).toBe(
      `/marks/${createHash('sha256').update(answer.rawPayload).digest('hex').slice(0, 32)}.png`,
    )
    expect(answer.rawPayload.includes('王敏')).toBe(false)
    const again = await portal.inject({ url: src, headers: { 'if-none-match': String(answer.headers.etag) } })
    expect(again.statusCode).toBe(304)
    for (const name of ['none.png', `${'0'.repeat(32)}.png`, '..%2fsecret.png'])
      expect((await portal.inject(`/marks/${name}`)).statusCode).toBe(404)
  })

  it('lies among the files of the static site', async () => {
    const { tree, faults } = await exportedTree(runtime, { url: 'https://www.yahe.example.gov.cn' })
    expect(faults).toEqual([])
    const [file] = [...tree.keys()].filter((path) => path.startsWith('marks/'))
    expect(tree.get('yahe/guide/index.html')?.toString()).toContain(`src="../../${file}"`)
  })

  it.each([
    [
      'an SVG, which can hold a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'PNG 或者 JPEG',
    ],
    ['a GIF', Buffer.from('GIF89a'), 'PNG 或者 JPEG'],
    ['one cut off in the middle', png(100, 100).subarray(0, 90), '图片不完整'],
    ['one that is too small', png(40, 200), '至少48像素'],
    ['one that is too large', png(2400, 60), '最多2000像素'],
    ['one that is too heavy', Buffer.concat([png(100, 100).subarray(0, -12), heavy()]), '超过60KB'],
  ])('refuses %s', async (_case, bytes, sentence) => {
    await expect(saved(bytes)).rejects.toThrow(sentence)
  })

  it('wants words for those who do not see it, and an administrator of the organ', async () => {
    await expect(saved(png(100, 100), { alt: ' ' })).rejects.toThrow('请填写替代文字')
    const clerk = runtime.as({ agencyId, roles: ['clerk'] })
    await expect(saveMark(clerk, { ...ask, agencyId, bytes: png(100, 100) })).rejects.toThrow()
    await expect(removeMark(clerk, { agencyId })).rejects.toThrow()
    expect((await portal.inject('/yahe')).body).toContain('class="mark"')
  })

  it('can be taken back: the address answers no more', async () => {
    const src = /class="mark" src="([^"]+)"/.exec((await portal.inject('/yahe/annual')).body)?.[1] ?? ''
    await removeMark(admin(), { agencyId })
    await expect.poll(async () => (await portal.inject('/yahe/annual')).body).toContain('<svg class="emblem"')
    expect((await portal.inject(src)).statusCode).toBe(404)
  })
})

/** Picture data beyond what a page may weigh, that no compressor made. */
function heavy(): Buffer {
  const data = Buffer.alloc(61 * 1024)
  const framed = Buffer.alloc(12 + data.length)
  framed.writeUInt32BE(data.length, 0)
  framed.write('IDAT', 4, 'latin1')
  return Buffer.concat([framed, png(1, 1).subarray(-12)])
}
