// `npm run fuzz [minutes] [seed]`: an hour of spoilt files and damaged reports through the readers.
import { step } from './steps.mjs'

const args = ['--expose-gc', 'report/src/read/testing/fuzz.ts', ...process.argv.slice(2)]
const ok = await step('readers', 'node', args, { loud: true })
process.exitCode = ok ? 0 : 1
