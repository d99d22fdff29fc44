import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Verdict } from '@mingfu/report'
import { CannotDo } from './exit-code.ts'

/** 判定文件; one that is not there yet holds nothing. */
export async function readVerdictFile(path: string): Promise<readonly Verdict[]> {
  const { parseVerdicts, UnusableVerdicts } = await import('@mingfu/report')
  if (!existsSync(path)) return []
  try {
    return parseVerdicts(readFileSync(path, 'utf8'))
  } catch (error) {
    throw error instanceof UnusableVerdicts ? new CannotDo(`${path}：${error.message}`) : error
  }
}

export async function writeVerdictFile(path: string, verdicts: readonly Verdict[]): Promise<void> {
  const { verdictsText } = await import('@mingfu/report')
  writeFileSync(path, verdictsText(verdicts))
}
