import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
// @ts-expect-error plain JavaScript, which runs before anything is installed
import { buildLaw, pack } from './pack-law.mjs'
// @ts-expect-error plain JavaScript, which runs before anything is installed
import { root } from './steps.mjs'

let folder: string

/** An empty folder with nothing in it but the package, unpacked as npm would. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingfu-law-'))
  buildLaw(join(folder, 'build'))
  const archive = pack(join(folder, 'build'), folder)
  const home = join(folder, 'empty/node_modules/@mingfu/law')
  mkdirSync(home, { recursive: true })
  expect(run('tar', ['-xzf', archive, '--strip-components=1', '-C', home], folder).status).toBe(0)
  writeFileSync(join(folder, 'empty/package.json'), '{ "type": "module" }')
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SOURCE = `
import { NATIONAL_CALENDAR, parsePlainDate, readClock, citationText, type Clock } from '@mingfu/law'

const clock: Clock = readClock(
  [{ kind: 'received', on: parsePlainDate('2025-09-02'), channel: 'in-person' }],
  NATIONAL_CALENDAR,
)
const basis = clock.rules === null ? '' : citationText(clock.rules.reply)
console.log(clock.dueOn, basis)
`

test('the law runs alone, on nothing but itself', () => {
  writeFileSync(join(folder, 'empty/main.mjs'), SOURCE.replace(', type Clock', '').replace(': Clock', ''))
  const { stdout, stderr, status } = run(process.execPath, ['main.mjs'], join(folder, 'empty'))
  expect({ stdout, stderr, status }).toEqual({
    stdout: '2025-09-29 《中华人民共和国政府信息公开条例》第三十三条第二款\n',
    stderr: '',
    status: 0,
  })
})

test('and has its types', () => {
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--lib',
    'es2024,dom',
  ]
  const check = (source: string) => {
    writeFileSync(join(folder, 'empty/main.ts'), source)
    return run(join(root, 'node_modules/.bin/tsc'), [...options, 'main.ts'], join(folder, 'empty'))
  }
  expect(check(SOURCE)).toMatchObject({ stdout: '', status: 0 })
  const wrong = check(SOURCE.replace("'in-person'", "'pigeon'"))
  expect(wrong.status).not.toBe(0)
  expect(wrong.stdout).toContain('pigeon')
})

function run(command: string, args: readonly string[], cwd: string) {
  return spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' })
}
