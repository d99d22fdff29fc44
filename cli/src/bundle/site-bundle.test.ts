import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { readSecretKey, signed } from '../site/keys.ts'
import { beginGeneration, newManifest, nextGeneration } from '../site/site-folder.ts'
import { captured } from '../testing/captured.ts'

const work = mkdtempSync(join(tmpdir(), 'mingfu-site-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

let folder: string
let sender: string
let receiver: string
beforeEach(async () => {
  folder = mkdtempSync(join(work, 'case-'))
  sender = join(folder, '内网')
  receiver = join(folder, '外网')
  await captured('bundle', 'keygen', join(folder, 'own'))
  await captured('bundle', 'keygen', join(folder, 'other'))
})

/** A generation of a small site on the sender's side. */
async function publish(files: Readonly<Record<string, string>>, root = sender) {
  const making = await beginGeneration({ root })
  for (const [path, text] of Object.entries(files)) await making.put(path, strToU8(text))
  const bytes = newManifest(await nextGeneration({ root }), 'https://www.example.gov.cn', making.files())
  await making.finish(bytes, signed(bytes, readSecretKey(join(folder, 'own.key'))))
}

async function pack(name: string, ...more: readonly string[]) {
  const out = join(folder, name)
  const done = await captured(
    'bundle',
    'pack',
    sender,
    '--key',
    join(folder, 'own.key'),
    '--out',
    out,
    ...more,
  )
  expect(done.err).toBe('')
  return out
}

const apply = (file: string, key = 'own.pub') =>
  captured('bundle', 'apply', file, '--to', receiver, '--key', join(folder, key))

/** What a visitor of the receiving side is served: every file with its text. */
function shown(root = receiver): Readonly<Record<string, string>> {
  const current = join(root, 'current')
  const found: Record<string, string> = {}
  for (const entry of readdirSync(current, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isDirectory()) found[path.slice(current.length + 1)] = readFileSync(path, 'utf8')
  }
  return found
}

const FIRST = { 'index.html': '首页一', 'a/index.html': '甲', 'b/index.html': '将撤回' }
const SECOND = { 'index.html': '首页二', 'a/index.html': '甲', 'c/index.html': '丙' }
const THIRD = { 'index.html': '首页三', 'a/index.html': '甲', 'c/index.html': '丙' }

async function threeBundles() {
  await publish(FIRST)
  const one = await pack('1.zip')
  await publish(SECOND)
  const two = await pack('2.zip')
  await publish(THIRD)
  return { one, two, three: await pack('3.zip') }
}

describe('bundles across a gap', () => {
  test('arrive in order: whole, then the differences, and what was withdrawn goes', async () => {
    const { one, two, three } = await threeBundles()
    expect(await apply(one)).toMatchObject({ code: 0 })
    expect(shown()).toEqual(FIRST)
    expect((await apply(two)).out).toContain('已导入第2号')
    expect(shown()).toEqual(SECOND)
    expect(
      Object.keys(unzipSync(readFileSync(two))).filter((name) => name.startsWith('contents/')).length,
    ).toBe(2)
    await apply(three)
    expect(shown()).toEqual(THIRD)
    const receipt = JSON.parse(readFileSync(join(receiver, 'receipts', '000003.json'), 'utf8'))
    expect(receipt).toMatchObject({ format: 'mingfu-receipt', sequence: 3, generation: 3, files: 3 })
    expect(await captured('site', 'verify', receiver, '--key', join(folder, 'own.pub'))).toMatchObject({
      code: 0,
    })
  })

  test('one dropped: the next is refused and the missing one is named', async () => {
    const { one, three } = await threeBundles()
    await apply(one)
    const { code, err } = await apply(three)
    expect([code, err]).toEqual([2, expect.stringContaining('缺第2号包，不能导入第3号；站点保持不变')])
    expect(shown()).toEqual(FIRST)
  })

  test('repeated or reordered: refused, and the site stays', async () => {
    const { one, two } = await threeBundles()
    await apply(one)
    await apply(two)
    expect((await apply(two)).err).toContain('第2号包已经导入过')
    expect((await apply(one)).err).toContain('不接收更早的第1号')
    expect(shown()).toEqual(SECOND)
  })

  test('an incremental one first: refused', async () => {
    const { two } = await threeBundles()
    expect((await apply(two)).err).toContain('缺第1号包')
    expect(readdirSync(receiver)).not.toContain('current')
  })

  test('of another sender, or without signature: refused', async () => {
    const { one } = await threeBundles()
    expect((await apply(one, 'other.pub')).err).toContain('签名无效')
    const { 'bundle.sig': _gone, ...parts } = unzipSync(readFileSync(one))
    writeFileSync(one, zipSync(parts))
    expect((await apply(one)).err).toContain('没有签名')
  })

  test('altered anywhere: refused before anything changes', async () => {
    const { one, two } = await threeBundles()
    await apply(one)
    const parts = unzipSync(readFileSync(two))
    for (const name of Object.keys(parts)) {
      const bytes = Uint8Array.from(parts[name] ?? [])
      const at = Math.floor(bytes.length / 2)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      writeFileSync(join(folder, 'bad.zip'), zipSync({ ...parts, [name]: bytes }))
      const { code, err } = await apply(join(folder, 'bad.zip'))
      expect([name, code]).toEqual([name, 2])
      expect(err).toMatch(/签名无效|不符|损坏|格式|不完整/)
      expect(shown()).toEqual(FIRST)
    }
    writeFileSync(join(folder, 'bad.zip'), zipSync({ ...parts, 'contents/extra': strToU8('另放') }))
    expect((await apply(join(folder, 'bad.zip'))).err).toContain('另外放入')
    expect((await apply(two)).code).toBe(0)
  })

  test('cut off at any place: refused, and the site stays', async () => {
    const { one, two } = await threeBundles()
    await apply(one)
    const bytes = readFileSync(two)
    for (let part = 0; part < 12; part += 1) {
      writeFileSync(join(folder, 'cut.zip'), bytes.subarray(0, Math.floor((bytes.length * part) / 12)))
      const { code, err } = await apply(join(folder, 'cut.zip'))
      expect([part, code, err]).toEqual([part, 2, expect.stringMatching(/\p{Script=Han}/u)])
      expect(shown()).toEqual(FIRST)
    }
  })

  test('a program that died in the middle leaves the old site, and the same bundle can be taken again', async () => {
    const { one, two } = await threeBundles()
    await apply(one)
    // As it is when the power goes while the new generation is written: a part of it, a lock, no exchange.
    const making = await beginGeneration({ root: receiver })
    await making.put('index.html', strToU8('首页二'))
    writeFileSync(join(receiver, 'lock'), '999999999')
    symlinkSync('generations/000002', join(receiver, 'current.new'))
    expect(shown()).toEqual(FIRST)
    expect((await apply(two)).code).toBe(0)
    expect(shown()).toEqual(SECOND)
  })

  test('lost ones are made good by a full bundle, or by one that counts on from a receipt', async () => {
    const { one, three } = await threeBundles()
    await apply(one)
    expect((await apply(three)).code).toBe(2)
    const again = await pack('again.zip', '--receipt', join(receiver, 'receipts', '000001.json'))
    expect(await apply(again)).toMatchObject({ code: 0, err: '' })
    expect(shown()).toEqual(THIRD)
    await publish(FIRST)
    expect((await apply(await pack('full.zip', '--full'))).code).toBe(0)
    expect(shown()).toEqual(FIRST)
  })

  test('rolls back to the generation before, and says what comes back with it', async () => {
    const { one, two, three } = await threeBundles()
    await apply(one)
    await apply(two)
    const back = await captured('site', 'rollback', receiver)
    expect(back).toMatchObject({ code: 0, out: expect.stringContaining('从第2版回退到第1版') })
    expect(back.out).toContain('1个后来移除的页面重新对外显示')
    expect(shown()).toEqual(FIRST)
    expect((await apply(three)).code).toBe(0)
    expect(shown()).toEqual(THIRD)
    expect(readlinkSync(join(receiver, 'current'))).toBe(join('generations', '000003'))
  })

  test('nothing new: nothing is packed', async () => {
    await publish(FIRST)
    await pack('1.zip')
    const again = await captured('bundle', 'pack', sender, '--key', join(folder, 'own.key'))
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining('没有变化') })
  })

  test('is recognised by bundle verify, which names every fault', async () => {
    const { two } = await threeBundles()
    const key = join(folder, 'own.pub')
    const good = await captured('bundle', 'verify', two, '--key', key)
    expect(good).toMatchObject({ code: 0, out: expect.stringContaining('增量包，接第1号') })
    expect((await captured('bundle', 'verify', two)).out).toContain('签名未核对')
    const parts = unzipSync(readFileSync(two))
    const name = Object.keys(parts).find((each) => each.startsWith('contents/')) ?? ''
    writeFileSync(two, zipSync({ ...parts, [name]: strToU8('另一页') }))
    expect(await captured('bundle', 'verify', two, '--key', key)).toMatchObject({
      code: 1,
      out: expect.stringContaining('被改动：'),
    })
  })

  test('a list that names a place outside the site is refused', async () => {
    await publish({ 'index.html': '首页' })
    const parts = unzipSync(readFileSync(await pack('1.zip')))
    const key = readSecretKey(join(folder, 'own.key'))
    const list = JSON.parse(new TextDecoder().decode(parts['bundle.json']))
    list.changes[0].path = '../../outside.html'
    const bytes = strToU8(JSON.stringify(list))
    writeFileSync(
      join(folder, 'evil.zip'),
      zipSync({ ...parts, 'bundle.json': bytes, 'bundle.sig': strToU8(signed(bytes, key)) }),
    )
    expect((await apply(join(folder, 'evil.zip'))).err).toContain('清单不完整')
  })
})

describe('网页防篡改', () => {
  test('names what was altered, removed or put in, and restores it', async () => {
    await publish(FIRST)
    const current = join(sender, 'current')
    writeFileSync(join(current, 'index.html'), '被改的首页')
    writeFileSync(join(current, 'shell.php'), '<?php')
    rmSync(join(current, 'a'), { recursive: true })
    symlinkSync(tmpdir(), join(current, 'a'))
    const found = await captured('site', 'verify', sender)
    expect(found.code).toBe(1)
    for (const line of ['被改动：index.html', '多出：shell.php', '多出：a', '缺少：a/index.html'])
      expect(found.out).toContain(line)
    const restored = await captured('site', 'verify', sender, '--restore', '--key', join(folder, 'own.pub'))
    expect(restored).toMatchObject({ code: 1, out: expect.stringContaining('已全部恢复') })
    expect(shown(sender)).toEqual(FIRST)
    expect((await captured('site', 'verify', sender)).code).toBe(0)
  })

  test('an altered manifest is no ground to restore on', async () => {
    await publish(FIRST)
    const list = join(sender, 'manifests', '000001.json')
    writeFileSync(list, readFileSync(list, 'utf8').replace('b/index.html', 'd/index.html'))
    const { code, out } = await captured(
      'site',
      'verify',
      sender,
      '--restore',
      '--key',
      join(folder, 'own.pub'),
    )
    expect([code, out]).toEqual([1, expect.stringContaining('清单不可信')])
    expect(shown(sender)).toEqual(FIRST)
  })
})
