import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'mingfu-package-'))
const installed = join(home, 'node_modules/@mingfu/report')

/** The package as it is published, in a folder that knows nothing of this repository. */
beforeAll(() => {
  const folder = join(home, 'package')
  execFileSync(process.execPath, [join(root, 'scripts/pack-report.mjs'), folder], { stdio: 'pipe' })
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', home], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  expect(JSON.parse(packed)).toHaveLength(1)
  mkdirSync(installed, { recursive: true })
  const archive = readdirSync(home).find((name) => name.endsWith('.tgz')) ?? ''
  execFileSync('tar', ['-xzf', join(home, archive), '-C', installed, '--strip-components=1'])
  // What the package names, and nothing else, is beside it.
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  for (const name of Object.keys(dependencies)) {
    const link = join(home, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), link)
  }
  cpSync(join(root, 'report/fixtures/report-2024.json'), join(home, 'report.json'))
  writeFileSync(join(home, 'package.json'), '{"type":"module"}')
}, 120_000)
afterAll(() => rmSync(home, { recursive: true, force: true }))

test('reads, checks and renders a report by itself, also in a worker', () => {
  const program = `
    import { readFileSync } from 'node:fs'
    import { checkReport, readReport, readReportInWorker, renderReport } from '@mingfu/report'
    const { report } = await readReport(readFileSync('report.json'), 'report.json')
    const forms = []
    for (const form of ['html', 'docx', 'xlsx', 'pdf']) {
      const back = await readReportInWorker(await renderReport(report, form), 'report.' + form)
      forms.push(back.report.tables.t3.cells.new_received.total)
    }
    console.log(JSON.stringify({ findings: checkReport(report).findings.length, forms }))
    process.exit(0)
  `
  writeFileSync(join(home, 'program.js'), program)
  const out = execFileSync(process.execPath, ['program.js'], { cwd: home, encoding: 'utf8' })
  expect(JSON.parse(out)).toEqual({ findings: 0, forms: ['132', '132', '132', '132'] })
}, 60_000)

test('has types for every export, which hold what is wrong', () => {
  const right = `
    import { checkReport, type CheckedReport, type Report } from '@mingfu/report'
    const report: Report = { meta: { reportYear: 2024 }, tables: {} }
    export const checked: CheckedReport = checkReport(report)
    export const first: string | undefined = checked.findings[0]?.fingerprint
  `
  expect(compiled(right)).toBe('')
  expect(compiled(right.replace('reportYear: 2024', "reportYear: '2024'"))).toContain('TS2322')
}, 60_000)

function compiled(program: string): string {
  writeFileSync(join(home, 'uses.ts'), program)
  const config = {
    compilerOptions: {
      strict: true,
      noEmit: true,
      target: 'ES2024',
      module: 'NodeNext',
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
      skipLibCheck: false,
    },
    files: ['uses.ts'],
  }
  writeFileSync(join(home, 'tsconfig.json'), JSON.stringify(config))
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', home], {
      encoding: 'utf8',
    })
    return ''
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}
