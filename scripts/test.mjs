// `npm test`: everything. Ends with one line `N passed, N failed`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { staticChecks, step } from './steps.mjs'

let { passed, failed } = await staticChecks()

try {
  await build()
  passed += 1
} catch (error) {
  console.error(error)
  failed += 1
}

const folder = mkdtempSync(join(tmpdir(), 'mingfu-test-'))
for (const project of ['unit', 'database', 'journeys']) {
  const file = join(folder, `${project}.json`)
  const args = [
    'run',
    '--project',
    project,
    '--reporter',
    'default',
    '--reporter',
    'json',
    `--outputFile.json=${file}`,
  ]
  const ok = await step(`${project} tests`, 'vitest', args, { loud: true })
  const counted = count(file)
  passed += counted.passed
  failed += counted.failed
  // A file that does not even load, or a crash of the runner, fails no single test but fails all the same.
  if (!ok && counted.failed === 0) failed += 1
}
rmSync(folder, { recursive: true, force: true })

console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function count(file) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}
