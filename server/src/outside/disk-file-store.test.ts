import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { diskFileStore } from './disk-file-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingfu-files-'))
const store = diskFileStore(folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// The digests of "abc" as the standards print them: FIPS 180-4 (SHA-256), GB/T 32905 appendix A (SM3).
const ABC = {
  sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  sm3: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  sizeBytes: 3,
}
const at = join(folder, 'ba', ABC.sha256)

describe('the file store on a disk', () => {
  it('names content by its digests and gives it back', async () => {
    expect(await store.put(Buffer.from('abc'))).toEqual(ABC)
    expect(await store.find(ABC.sha256)).toEqual(Buffer.from('abc'))
  })

  it('keeps the same content once, and leaves nothing half-written, when twenty store it at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => store.put(Buffer.from('abc'))))
    expect(readdirSync(join(folder, 'ba'))).toEqual([ABC.sha256])
  })

  it('lets nobody else read it', () => {
    expect(statSync(at).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'ba')).mode & 0o777).toBe(0o700)
  })

  it('mends content that was damaged when it is stored again', async () => {
    writeFileSync(at, 'abd')
    await store.put(Buffer.from('abc'))
    expect(readFileSync(at, 'utf8')).toBe('abc')
  })

  it('finds what an earlier version of the program stored two folders deep', async () => {
    // The digest of the empty content, FIPS 180-4.
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    mkdirSync(join(folder, 'e3', 'b0'), { recursive: true })
    writeFileSync(join(folder, 'e3', 'b0', empty), '')
    expect(await store.find(empty)).toEqual(Buffer.alloc(0))
  })

  it('knows nothing of what was never stored, nor of names that are no digest', async () => {
    mkdirSync(join(folder, 'secret'))
    writeFileSync(join(folder, 'secret', 'file'), 'x')
    expect(await store.find('0'.repeat(64))).toBeUndefined()
    expect(await store.find('../secret/file')).toBeUndefined()
  })

  it('says so when the disk refuses', async () => {
    writeFileSync(join(folder, 'cb'), 'in the way of the folder for "a test"')
    const refused = diskFileStore(join(folder, 'cb'))
    await expect(refused.put(Buffer.from('abc'))).rejects.toThrow('ENOTDIR')
  })
})
