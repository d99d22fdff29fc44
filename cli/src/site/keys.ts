import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { CannotDo } from '../exit-code.ts'

/** Makes a pair of Ed25519 keys as files: `NAME.key`, readable by its owner only, and `NAME.pub` for the receiver. */
export function makeKeys(name: string): Readonly<{ secret: string; open: string }> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const secret = `${name}.key`
  const open = `${name}.pub`
  try {
    writeFileSync(secret, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
    writeFileSync(open, publicKey.export({ type: 'spki', format: 'pem' }), { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new CannotDo(`${secret} 或者 ${open} 已经存在；密钥不覆盖，请换一个名字`)
    throw error
  }
  return { secret, open }
}

export function readSecretKey(file: string): KeyObject {
  const key = readKey(file, createPrivateKey, '私钥（.key）')
  if (key.asymmetricKeyType !== 'ed25519') throw new CannotDo(`${file} 不是 Ed25519 私钥`)
  return key
}

export function readPublicKey(file: string): KeyObject {
  const key = readKey(file, createPublicKey, '公钥（.pub）')
  if (key.asymmetricKeyType !== 'ed25519') throw new CannotDo(`${file} 不是 Ed25519 公钥`)
  return key
}

/** The signature of bytes, in base64. */
export function signed(bytes: Uint8Array, key: KeyObject): string {
  return sign(null, bytes, key).toString('base64')
}

export function isSignedBy(bytes: Uint8Array, signature: string, key: KeyObject): boolean {
  const given = Buffer.from(signature.trim(), 'base64')
  return given.length === 64 && verify(null, bytes, key, given)
}

function readKey(file: string, open: (pem: Buffer) => KeyObject, what: string): KeyObject {
  let pem: Buffer
  try {
    pem = readFileSync(file)
  } catch {
    throw new CannotDo(`读不了密钥文件 ${file}，请核对路径和权限`)
  }
  try {
    return open(pem)
  } catch {
    throw new CannotDo(`${file} 不是${what}，请用 mingfu bundle keygen 生成的文件`)
  }
}
