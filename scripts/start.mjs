// `npm start`: build what changed, then run the whole product in this process.
import { build } from './build.mjs'

await build()
const { run } = await import('../dist/mingfu.js')
process.exitCode = await run(['start', ...process.argv.slice(2)])
