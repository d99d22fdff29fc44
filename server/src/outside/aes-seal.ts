import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '../db/embedded/cannot-start.ts'
import type { Seal } from '../services/seal.ts'

const NONCE = 12
const TAG = 16

/** As key objects, so that they are not taken in anew for every value. */
type Keys = Readonly<{ encryption: KeyObject; indexing: KeyObject }>

/**
 * AES-256-GCM over personal data, with keys in files that only this account can read. Each sealed value begins with
 * the number of its key: the newest key seals, every key opens. Indexes stay those of the first key, else equal
 * values would no longer be found.
 */
export function aesSeal(folder: string): Seal {
  if (!hasKeys(folder)) addKey(folder)
  const keys = new Map(keyNumbers(folder).map((number) => [number, readKey(keyFile(folder, number))]))
  const newest = Math.max(...keys.keys())
  const keyOf = (number: number): Keys => {
    const key = keys.get(number)
    if (key === undefined) throw new Error(`没有第${number}号密钥，请从备份恢复密钥文件后再打开。`)
    return key
  }
  const first = keyOf(Math.min(...keys.keys()))
  return {
    seal(plain) {
      const nonce = randomBytes(NONCE)
      const header = Buffer.of(newest)
      const cipher = createCipheriv('aes-256-gcm', keyOf(newest).encryption, nonce).setAAD(header)
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([header, nonce, cipher.getAuthTag(), text])
    },
    open(sealed) {
      const header = sealed.subarray(0, 1)
      const nonce = sealed.subarray(1, 1 + NONCE)
      const tag = sealed.subarray(1 + NONCE, 1 + NONCE + TAG)
      const decipher = createDecipheriv('aes-256-gcm', keyOf(header[0] ?? 0).encryption, nonce)
      decipher.setAAD(header).setAuthTag(tag)
      const text = sealed.subarray(1 + NONCE + TAG)
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
    },
    index: (plain) => createHmac('sha256', first.indexing).update(plain).digest(),
  }
}

/** Adds a key that seals from the next start on; older keys go on opening what they sealed. Answers its number. */
export function addKey(folder: string): number {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const number = Math.max(0, ...keyNumbers(folder)) + 1
  const unfinished = join(folder, `.${randomBytes(8).toString('hex')}`)
  const file = openSync(unfinished, 'wx', 0o600)
  writeSync(file, randomBytes(32).toString('hex'))
  fsyncSync(file)
  closeSync(file)
  chmodSync(unfinished, 0o600)
  try {
    linkSync(unfinished, keyFile(folder, number))
  } catch (error) {
    // Another process made it first; its key is the key.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(unfinished)
  }
  return number
}

export function hasKeys(folder: string): boolean {
  return keyNumbers(folder).length > 0
}

function keyNumbers(folder: string): number[] {
  try {
    return readdirSync(folder).flatMap((name) => {
      const number = /^seal-(\d{1,3})\.key$/.exec(name)?.[1]
      return number === undefined ? [] : [Number(number)]
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function keyFile(folder: string, number: number): string {
  return join(folder, `seal-${number}.key`)
}

function readKey(file: string): Keys {
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  if (key.length !== 32) throw new CannotStart(`密钥文件 ${file} 已损坏，请从备份恢复后再启动。`)
  return {
    encryption: createSecretKey(Buffer.from(hkdfSync('sha256', key, '', 'mingfu seal', 32))),
    indexing: createSecretKey(Buffer.from(hkdfSync('sha256', key, '', 'mingfu index', 32))),
  }
}
