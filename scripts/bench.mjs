// `npm run bench`: what is measured, each beside its rival in the same run. No test asserts a time.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root, step } from './steps.mjs'

for (const file of readdirSync(join(root, 'bench/src')).sort()) {
  if (!file.endsWith('.ts')) continue
  await step(file, 'node', [join('bench/src', file)], { loud: true })
}
