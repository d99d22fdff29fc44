import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { type PriorReport, readReport } from '@mingfu/report'
import { checkEach } from './check-each.ts'
import type { CheckAnswer, CheckTask } from './check-pool.ts'
import { sentenceOf } from './exit-code.ts'

// Reads and checks one file after another; the pool ends a worker that takes too long or too much.
parentPort?.on('message', (message: CheckTask | Readonly<{ prior: PriorReport | null }>) => {
  if ('prior' in message) answerPrior?.(message.prior)
  else void work(message)
})

let answerPrior: ((prior: PriorReport | null) => void) | undefined

async function work({ file, hasPrevious }: CheckTask): Promise<void> {
  try {
    const read = await readReport(new Uint8Array(readFileSync(file)), basename(file))
    post(await checkEach(file, read, async (orgName) => (hasPrevious ? await priorOf(orgName) : null)))
  } catch (error) {
    post({ file, unreadable: sentenceOf(error) })
  }
}

/** Last year's report is kept once, by the pool; a worker asks for the one it needs. */
function priorOf(orgName: string | null): Promise<PriorReport | null> {
  return new Promise((resolve) => {
    answerPrior = resolve
    post({ wants: orgName })
  })
}

function post(answer: CheckAnswer): void {
  parentPort?.postMessage(answer)
}
