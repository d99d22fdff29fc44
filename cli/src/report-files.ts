import { globSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { ReadReport } from '@mingfu/report'
import { CannotDo } from './exit-code.ts'

const READABLE = /\.(?:html?|docx?|wps|xlsx?|et|pdf|txt|md|json)$/i
/** 能读的文件, as help and errors name them. */
export const REPORT_KINDS = 'html、docx、doc、wps、xlsx、xls、et、pdf、txt、md、json'

/** The files that arguments name: files, directories with everything readable below them, and patterns. */
export function reportFiles(names: readonly string[]): readonly string[] {
  const files = names.flatMap((name) => {
    const found = statSync(name, { throwIfNoEntry: false })
    if (found?.isDirectory() === true) return filesBelow(name)
    if (found !== undefined) return [name]
    const matched = globSync(name).filter(isReadable).sort()
    if (matched.length === 0) throw new CannotDo(`找不到“${name}”，请检查文件名或者目录`)
    return matched
  })
  if (files.length === 0) throw new CannotDo(`目录中没有可读取的年度报告（${REPORT_KINDS}）`)
  return [...new Set(files)]
}

function filesBelow(directory: string): readonly string[] {
  return globSync('**/*', {
    cwd: directory,
    exclude: (name) => name.startsWith('.') || name === 'node_modules',
  })
    .filter(isReadable)
    .sort()
    .map((name) => join(directory, name))
}

/** Files that office programs keep while a document is open begin with `~$`. */
function isReadable(name: string): boolean {
  return READABLE.test(name) && !/^[~.]/.test(basename(name))
}

const PLAIN = /\.(?:txt|md|json)$/i
const SMALL = 2_000_000

/** A report from a file. What could take time and memory beyond its size is read in a worker with limits of both. */
export async function readReportFile(file: string): Promise<ReadReport> {
  const { readReport, readReportInWorker } = await import('@mingfu/report')
  const bytes = readFileSync(file)
  const harmless = PLAIN.test(file) && bytes.length < SMALL
  return harmless ? readReport(bytes, basename(file)) : readReportInWorker(bytes, basename(file))
}

/** Tells what of a file could not be read. */
export function unreadText(file: string, { unread }: Pick<ReadReport, 'unread'>): string {
  return unread.map(({ what, why }) => `${file}：${what}未读出（${why}）\n`).join('')
}

/** 同一文件中的另外几份报告, named for whoever asked for one. */
export function othersText({ others = [] }: Pick<ReadReport, 'others'>): string {
  const names = others.map(({ report }) => report.title ?? '没有标题的一份')
  return names.length === 0 ? '' : `同一文件中还有${names.length}份报告：${names.join('、')}\n`
}
