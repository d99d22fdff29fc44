// `npm run check`: what can be known in under a minute.
import { staticChecks, step } from './steps.mjs'

/** They pack, install, draw pages or run thousands of reports, and wait for `npm test`. */
const SLOW = [
  'scripts/pack-law.test.ts',
  'screening/src/redaction/redact-pdf.test.ts',
  'report/src/render/round-trip.property.test.ts',
  'report/src/read/never-wrong.test.ts',
  'report/src/read/unreadable.test.ts',
  'cli/src/commands/report/report.test.ts',
  'cli/src/commands/screen.test.ts',
]

const checks = await staticChecks()
const unit = await step('unit tests', 'vitest', [
  ...['run', '--project', 'unit', '--reporter', 'dot'],
  ...SLOW.flatMap((file) => ['--exclude', file]),
])
process.exitCode = checks.failed === 0 && unit ? 0 : 1
