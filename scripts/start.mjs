// `npm start`: build what changed, then run the whole product in this process.
import { build } from './build.mjs'

const { run } = await import(await build())
process.exitCode = await run(['start', ...process.argv.slice(2)])
