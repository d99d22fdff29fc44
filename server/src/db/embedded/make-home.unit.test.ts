import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeHome } from './make-home.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingfu-home-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('数据目录', () => {
  it('is made, with the folders above it, and stays as it is afterwards', () => {
    const home = join(folder, 'a', 'b')
    makeHome(home)
    writeFileSync(join(home, 'kept'), '')
    makeHome(home)
    expect(statSync(home).isDirectory()).toBe(true)
    expect(existsSync(join(home, 'kept'))).toBe(true)
  })

  it('is refused in a sentence where a file stands in the way', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    for (const home of [file, join(file, 'below')]) {
      expect(() => makeHome(home)).toThrow(
        `数据目录 ${home} 的路径上有一个文件，不能建立目录，请用 MINGFU_HOME 指定另一个目录。`,
      )
    }
  })

  it.runIf(process.platform === 'linux')('is refused where no folder can be, and does not hang', () => {
    expect(() => makeHome('/proc/mingfu/data')).toThrow(
      '不能在这个位置建立数据目录 /proc/mingfu/data，请用 MINGFU_HOME 指定另一个目录。',
    )
  })

  it.runIf(process.platform !== 'win32' && process.getuid?.() !== 0)(
    'is refused when it is closed to us',
    () => {
      const home = join(folder, 'closed')
      makeHome(home)
      chmodSync(home, 0o500)
      for (const each of [home, join(home, 'below')]) {
        expect(() => makeHome(each)).toThrow(`当前用户不能使用数据目录 ${each}（没有权限`)
      }
      chmodSync(home, 0o700)
    },
  )
})
