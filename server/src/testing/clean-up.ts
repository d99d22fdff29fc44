import { afterAll } from 'vitest'

type Task = () => Promise<void>

// The runner evaluates this file anew before each test file, while those who import it keep their first copy; what
// both must see hangs on the thread.
const thread = globalThis as typeof globalThis & { endOfTestFile?: Task[] }

/** Work to do when the test file that runs now is done; a hook registered inside a hook would be lost. */
export function atEndOfFile(work: Task): void {
  thread.endOfTestFile = [...(thread.endOfTestFile ?? []), work]
}

afterAll(async () => {
  const tasks = thread.endOfTestFile ?? []
  thread.endOfTestFile = []
  for (const work of tasks.reverse()) await work()
})
