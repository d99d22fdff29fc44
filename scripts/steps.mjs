// Runs tools one after another and keeps the count that `npm test` prints last.
import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'node_modules', '.bin')

/** Runs one tool; its output is shown only when it fails, unless `loud`. Answers whether it passed. */
export async function step(title, command, args, { loud = false, env = {} } = {}) {
  const began = performance.now()
  const chunks = []
  const status = await new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', loud ? 'inherit' : 'pipe', loud ? 'inherit' : 'pipe'],
      env: { ...process.env, ...env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
      shell: process.platform === 'win32',
    })
    child.stdout?.on('data', (chunk) => chunks.push(chunk))
    child.stderr?.on('data', (chunk) => chunks.push(chunk))
    child.on('error', () => resolve(127))
    child.on('exit', (code) => resolve(code ?? 1))
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${status === 0 ? '✓' : '✗'} ${title} (${seconds} s)`)
  if (status !== 0 && !loud) process.stdout.write(Buffer.concat(chunks))
  return status === 0
}

/** Types, lint, import direction, dead code: each is one check that passes or fails. */
export async function staticChecks() {
  const results = [
    await step('types: law', 'tsc', ['-p', 'law']),
    await step('types: program', 'tsc', ['-p', '.']),
    await step('types: console', 'tsc', ['-p', 'console']),
    await step('lint and format', 'biome', ['check', '--error-on-warnings', '.']),
    await step('import direction', 'depcruise', [
      '--config',
      '.dependency-cruiser.cjs',
      ...['law', 'documents', 'report', 'screening', 'contract', 'server', 'cli'].map(
        (name) => `${name}/src`,
      ),
      'console/src',
    ]),
    await step('dead code', 'knip', ['--no-progress']),
  ]
  return { passed: results.filter(Boolean).length, failed: results.filter((ok) => !ok).length }
}
