import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { Invalid } from '../../errors.ts'

// OWASP's floor for argon2id: 19 MiB, two passes.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

/** Takes as long for an account that does not exist, so that time tells nothing. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  if (stored === undefined || stored === '') {
    await hash(password, COST)
    return false
  }
  return verify(stored, password)
}

/** Without characters that look alike, for a person who copies it from paper. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A first password: 14 characters, about 80 bits. */
export function makePassword(): string {
  const letters = Array.from({ length: 14 }, () => ALPHABET.charAt(randomInt(ALPHABET.length)))
  return isStrong(letters.join('')) ? letters.join('') : makePassword()
}

/** 等保 asks for length and for kinds of characters. Throws `Invalid` on the field `next`. */
export function requireStrong(password: string, login: string): void {
  const sentence =
    password.length < 10
      ? '新密码不少于10个字符'
      : !isStrong(password)
        ? '新密码应当同时包含字母和数字'
        : password.toLowerCase().includes(login.toLowerCase())
          ? '新密码不能包含登录名'
          : undefined
  if (sentence !== undefined) throw new Invalid(sentence, { next: sentence })
}

function isStrong(password: string): boolean {
  return /\p{L}/u.test(password) && /\d/.test(password)
}
