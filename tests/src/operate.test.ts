import { execFile } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const MINGFU = fileURLToPath(new URL('../../cli/bin/mingfu.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'mingfu-operate-'))
// Open for passing through, else root's database would lie under /var/lib.
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Ran = Readonly<{ code: number; out: string; err: string }>

/** `mingfu …` as a person types it, on the data directory `home`. */
function mingfu(home: string, ...args: readonly string[]): Promise<Ran> {
  const env = { ...process.env, MINGFU_HOME: join(folder, home), MINGFU_DATABASE_URL: '' }
  return new Promise((resolve) => {
    execFile(process.execPath, [MINGFU, ...args], { env, cwd: folder }, (error, out, err) => {
      resolve({
        code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1,
        out,
        err: withoutBuild(err),
      })
    })
  })
}

/** A source that changed since the last build is built again first, and that is said. */
function withoutBuild(text: string): string {
  return text.replace(/^正在构建.*\n/gm, '')
}

describe('an office runs its installation from the terminal', () => {
  it('creates nothing where it was only asked to look', async () => {
    expect(await mingfu('none', 'users', 'list')).toEqual({
      code: 2,
      out: '',
      err: `数据目录 ${join(folder, 'none')} 中还没有数据，请先执行 npm start，或者用 MINGFU_HOME 指定数据目录。\n`,
    })
  })

  it('fills a demonstration office, looks after its people, and finds nothing wrong with it', async () => {
    const demo = await mingfu('office', 'demo', '--json')
    expect([demo.code, demo.err]).toEqual([0, ''])
    const logins = JSON.parse(demo.out) as { login: string; password: string }[]
    expect(logins.map(({ login }) => login)).toContain('jingban')

    const added = await mingfu(
      'office',
      'users',
      'add',
      'zhangsan',
      '--name',
      '张三',
      '--roles',
      '经办人',
      '--agency',
      'yahe',
    )
    expect(added.code).toBe(0)
    expect(added.out).toMatch(/^登录名 zhangsan，初始密码 \S{10,}（只显示这一次，首次登录时修改）\n$/)
    const twice = await mingfu(
      'office',
      'users',
      'add',
      'zhangsan',
      '--name',
      '张三',
      '--roles',
      'clerk',
      '--agency',
      'yahe',
    )
    expect(twice).toEqual({ code: 2, out: '', err: '这个登录名已经有人使用，请换一个\n' })
    expect((await mingfu('office', 'users', 'disable', 'zhangsan')).code).toBe(0)
    const listed = await mingfu('office', 'users', 'list', '--json')
    const people = JSON.parse(listed.out) as { login: string; disabled: boolean }[]
    expect(people.find(({ login }) => login === 'zhangsan')?.disabled).toBe(true)

    const doctor = await mingfu('office', 'doctor', '--json')
    const findings = JSON.parse(doctor.out) as { level: string }[]
    expect([doctor.code, findings.filter(({ level }) => level === 'fault')]).toEqual([0, []])
    expect((await mingfu('office', 'migrate')).out).toBe('数据库结构已经是最新的。\n')
    expect((await mingfu('office', 'audit', 'verify')).code).toBe(0)
  })

  it('backs up, and brings all of it back elsewhere, with the keys kept apart', async () => {
    const saved = await mingfu('office', 'backup', '--out', join(folder, 'saved'), '--json')
    expect(saved.code).toBe(0)
    const { rows } = JSON.parse(saved.out) as { rows: number }

    const keyless = await mingfu('elsewhere', 'restore', join(folder, 'saved'))
    expect(keyless.code).toBe(2)
    expect(keyless.err).toContain('备份中没有密钥')
    cpSync(join(folder, 'office', 'keys'), join(folder, 'elsewhere', 'keys'), { recursive: true })
    const restored = await mingfu('elsewhere', 'restore', join(folder, 'saved'), '--json')
    expect(JSON.parse(restored.out)).toMatchObject({ rows })
    expect((await mingfu('elsewhere', 'doctor')).code).toBe(0)
    expect((await mingfu('elsewhere', 'restore', join(folder, 'saved'))).err).toContain('这里已经有数据')
  })
})
