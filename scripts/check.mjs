// `npm run check`: what can be known in under a minute.
import { staticChecks, step } from './steps.mjs'

const checks = await staticChecks()
const unit = await step('unit tests', 'vitest', ['run', '--project', 'unit', '--reporter', 'dot'])
process.exitCode = checks.failed === 0 && unit ? 0 : 1
