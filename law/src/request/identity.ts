import { isPlainDate } from '../plain-date.ts'

const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const RESIDENT_CHECKS = '10X98765432'

/** 公民身份号码 (GB 11643): 18 characters, an existing day of birth, and the check character of ISO 7064 MOD 11-2. */
export function isResidentNumber(text: string): boolean {
  const number = text.trim().toUpperCase()
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return false
  if (!isPlainDate(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`)) return false
  const sum = RESIDENT_WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return number[17] === RESIDENT_CHECKS[sum % 11]
}

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** 统一社会信用代码 (GB 32100): 18 characters without I, O, S, V, Z, and the check character MOD 31. */
export function isCreditCode(text: string): boolean {
  const code = text.trim().toUpperCase()
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return false
  const sum = CREDIT_WEIGHTS.reduce(
    (total, weight, index) => total + weight * CREDIT_ALPHABET.indexOf(code[index] ?? ''),
    0,
  )
  return code[17] === CREDIT_ALPHABET[(31 - (sum % 31)) % 31]
}

/** `张*`, `欧阳**`: the surname stays, two characters of it in a name of four. */
export function maskName(name: string): string {
  const characters = [...name.trim()]
  const shown = characters.length >= 4 ? 2 : 1
  return characters.map((character, index) => (index < shown ? character : '*')).join('')
}

/** `3201**********1234`: the first and the last four; a short number is hidden whole. */
export function maskIdNumber(number: string): string {
  return maskMiddle(number, 4, 4)
}

/** `138****5678`. */
export function maskPhone(phone: string): string {
  return maskMiddle(phone, 3, 4)
}

/** `z***@example.com`. */
export function maskEmail(email: string): string {
  const [user = '', domain] = email.trim().split('@')
  return domain === undefined ? '*'.repeat(user.length) : `${user.slice(0, 1)}***@${domain}`
}

function maskMiddle(text: string, head: number, tail: number): string {
  const characters = [...text.trim()]
  if (characters.length <= head + tail) return '*'.repeat(characters.length)
  const hidden = '*'.repeat(characters.length - head - tail)
  return [...characters.slice(0, head), hidden, ...characters.slice(-tail)].join('')
}
