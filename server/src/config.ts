import { resolve } from 'node:path'
import { z } from 'zod'
import { CannotStart } from './db/embedded/cannot-start.ts'

const databaseUrl = (name: string) =>
  z
    .string()
    .regex(
      /^postgres(ql)?:\/\//,
      `${name} 应当以 postgres:// 开头，例如 postgres://用户名:口令@主机:5432/库名`,
    )

const Environment = z.object({
  PORT: z.coerce
    .number('PORT 应当是数字')
    .int('PORT 应当是整数')
    .min(0, 'PORT 应当在0到65535之间')
    .max(65535, 'PORT 应当在0到65535之间')
    .default(8600),
  HOST: z.string().default('127.0.0.1'),
  MINGFU_HOME: z.string().default('.mingfu'),
  MINGFU_DATABASE_URL: databaseUrl('MINGFU_DATABASE_URL').optional(),
  MINGFU_DATABASE_APP_URL: databaseUrl('MINGFU_DATABASE_APP_URL').optional(),
  MINGFU_DATABASE_STATEMENTS: z
    .enum(['named', 'unnamed'], 'MINGFU_DATABASE_STATEMENTS 只能是 named 或者 unnamed')
    .default('named'),
  MINGFU_PG_BIN: z.string().optional(),
  MINGFU_PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'MINGFU_PUBLIC_URL 应当是完整的网址，例如 https://gk.example.gov.cn',
    })
    .optional(),
  MINGFU_TRUST_PROXY: z.enum(['0', '1'], 'MINGFU_TRUST_PROXY 只能是 0 或者 1').default('0'),
})

/** Everything the environment may say, read once. */
export type Config = Readonly<{
  port: number
  host: string
  /** Where all data lies, absolute. */
  home: string
  /** An external PostgreSQL, as the schema's owner; embedded when there is none. */
  databaseUrl: string | undefined
  /** The same database as the running program signs in; else the owner's connection takes the program's role. */
  databaseAppUrl: string | undefined
  statements: 'named' | 'unnamed'
  serverFolder: string | undefined
  publicUrl: string | undefined
  trustProxy: boolean
}>

/** Reads the environment. Throws `CannotStart` with one Chinese sentence a fault. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = Environment.safeParse(filled)
  if (!parsed.success)
    throw new CannotStart(`${parsed.error.issues.map(({ message }) => message).join('；')}。`)
  const env = parsed.data
  if (env.MINGFU_DATABASE_APP_URL !== undefined && env.MINGFU_DATABASE_URL === undefined) {
    throw new CannotStart('设置了 MINGFU_DATABASE_APP_URL，还应当设置 MINGFU_DATABASE_URL。')
  }
  return {
    port: env.PORT,
    host: env.HOST,
    home: resolve(env.MINGFU_HOME),
    databaseUrl: env.MINGFU_DATABASE_URL,
    databaseAppUrl: env.MINGFU_DATABASE_APP_URL,
    statements: env.MINGFU_DATABASE_STATEMENTS,
    serverFolder: env.MINGFU_PG_BIN,
    publicUrl: env.MINGFU_PUBLIC_URL?.replace(/\/$/, ''),
    trustProxy: env.MINGFU_TRUST_PROXY === '1',
  }
}
