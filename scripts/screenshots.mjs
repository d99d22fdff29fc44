// `npm run screenshots`: the README's pictures, taken from the running product.
import { build } from './build.mjs'
import { step } from './steps.mjs'

await build()
process.exitCode = (await step('screenshots', 'node', ['tests/src/screenshots.ts'], { loud: true })) ? 0 : 1
