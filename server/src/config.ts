import { resolve } from 'node:path'
import { z } from 'zod'
import { CannotStart } from './db/embedded/cannot-start.ts'

const Environment = z.object({
  PORT: z.coerce.number('PORT 应当是数字').int().min(0).max(65535, 'PORT 应当在0到65535之间').default(8600),
  HOST: z.string().default('127.0.0.1'),
  MINGFU_HOME: z.string().default('.mingfu'),
  MINGFU_DATABASE_URL: z
    .string()
    .startsWith('postgres', 'MINGFU_DATABASE_URL 应当以 postgres:// 开头')
    .optional(),
  MINGFU_DATABASE_STATEMENTS: z
    .enum(['named', 'unnamed'], 'MINGFU_DATABASE_STATEMENTS 只能是 named 或者 unnamed')
    .default('named'),
  MINGFU_PG_BIN: z.string().optional(),
  MINGFU_PUBLIC_URL: z.url('MINGFU_PUBLIC_URL 应当是完整的网址').optional(),
  MINGFU_TRUST_PROXY: z.enum(['0', '1'], 'MINGFU_TRUST_PROXY 只能是 0 或者 1').default('0'),
})

/** Everything the environment may say, read once. */
export type Config = Readonly<{
  port: number
  host: string
  home: string
  databaseUrl: string | undefined
  statements: 'named' | 'unnamed'
  serverFolder: string | undefined
  publicUrl: string | undefined
  trustProxy: boolean
}>

/** Reads the environment. Throws `CannotStart` with one Chinese sentence a fault. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(filled)
  if (!parsed.success) throw new CannotStart(parsed.error.issues.map(({ message }) => message).join('；'))
  const env = parsed.data
  return {
    port: env.PORT,
    host: env.HOST,
    home: resolve(env.MINGFU_HOME),
    databaseUrl: env.MINGFU_DATABASE_URL,
    statements: env.MINGFU_DATABASE_STATEMENTS,
    serverFolder: env.MINGFU_PG_BIN,
    publicUrl: env.MINGFU_PUBLIC_URL,
    trustProxy: env.MINGFU_TRUST_PROXY === '1',
  }
}
