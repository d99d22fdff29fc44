// A process of its own for tests: joins or starts the server below argv[2], says so on one line, and leaves when its
// standard input ends.
import { startEmbeddedPostgres } from '../embedded-postgres.ts'

const [, , home = '', settings = '{}'] = process.argv
try {
  const server = await startEmbeddedPostgres(home, { settings: JSON.parse(settings) })
  console.error(JSON.stringify({ pid: server.processId(), adopted: server.adopted }))
  for await (const _ of process.stdin);
  await server.stop()
} catch (error) {
  console.error(JSON.stringify({ name: (error as Error).name, sentence: (error as Error).message }))
}
