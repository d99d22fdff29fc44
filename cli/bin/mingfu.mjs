#!/usr/bin/env node
// `npx mingfu …`: builds the program when it is not there or its sources have changed, then runs it.
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `明府需要 Node 24 或更新的版本，现在是 ${process.version}。请用 npx mingfu 运行，或先运行一次 npm start。`,
  )
  process.exit(2)
}
const { build } = await import('../../scripts/build.mjs')
const [command] = process.argv.slice(2)
const { run } = await import(await build({ withConsole: command === 'start' || command === 'serve' }))
process.exitCode = await run(process.argv.slice(2))
