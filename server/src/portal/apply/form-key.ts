import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from '../../services/context.ts'

const RANDOM = 24
const MAC = 16

/**
 * 表单钥: marks one form as given out by us at a moment. Under it the form is kept, and filed once; 192 random bits
 * keep anybody else from calling it up, and the seal from making one up.
 */
export function makeFormKey(ctx: Pick<Context, 'seal' | 'now'>): string {
  const random = randomBytes(RANDOM).toString('base64url')
  const issued = ctx.now.getTime().toString(36)
  return `${random}.${issued}.${macOf(ctx, random, issued)}`
}

/** When the form was given out; `undefined` for a key that is not ours. */
export function formIssuedAt(ctx: Pick<Context, 'seal'>, key: string): Date | undefined {
  const [random = '', issued = '', mac = ''] = key.split('.')
  const expected = Buffer.from(macOf(ctx, random, issued))
  const given = Buffer.from(mac)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  return new Date(Number.parseInt(issued, 36))
}

function macOf({ seal }: Pick<Context, 'seal'>, random: string, issued: string): string {
  return seal.index(`form ${random} ${issued}`).subarray(0, MAC).toString('base64url')
}
