import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Seal } from '../services/seal.ts'

const VERSION = 1
const NONCE = 12
const TAG = 16

/** AES-256-GCM over personal data, with the key kept in a file that only this account can read. */
export function aesSeal(keyFile: string): Seal {
  const master = readOrMakeKey(keyFile)
  const encryption = Buffer.from(hkdfSync('sha256', master, '', 'mingfu seal', 32))
  const indexing = Buffer.from(hkdfSync('sha256', master, '', 'mingfu index', 32))
  return {
    seal(plain) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', encryption, nonce)
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), text])
    },
    open(sealed) {
      if (sealed[0] !== VERSION) throw new Error('sealed with an unknown version')
      const nonce = sealed.subarray(1, 1 + NONCE)
      const tag = sealed.subarray(1 + NONCE, 1 + NONCE + TAG)
      const decipher = createDecipheriv('aes-256-gcm', encryption, nonce)
      decipher.setAuthTag(tag)
      return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE + TAG)), decipher.final()]).toString(
        'utf8',
      )
    },
    index(plain) {
      return createHmac('sha256', indexing).update(plain).digest()
    },
  }
}

function readOrMakeKey(file: string): Buffer {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    try {
      writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      // Another process made it first; its key is the key.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    chmodSync(file, 0o600)
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  if (key.length !== 32) throw new Error(`密钥文件 ${file} 已损坏，请从备份恢复后再启动。`)
  return key
}
