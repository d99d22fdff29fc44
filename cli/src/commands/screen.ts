import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { ScreenedFile, ScreeningFinding } from '@mingfu/screening'
import { type AddCommand, printJson } from '../command.ts'
import { CannotDo, type ExitCode } from '../exit-code.ts'
import { inParallel, startProgress } from '../progress.ts'
import { filesNamed } from '../screen-files.ts'
import type { Terminal } from '../terminal.ts'

type Options = Readonly<{ json?: boolean; allow?: string; clean?: string }>
type Screened = ScreenedFile & Readonly<{ file: string }>

/** `mingfu screen`: what must not leave the house, in every layer of every file. */
export const addScreen: AddCommand = (program, { terminal, act }) => {
  program
    .command('screen')
    .description('发布前检查：文件各个层面的个人信息、密级标志、用语、隐藏内容和链接')
    .argument('<文件...>', '网页、Word、Excel、PDF、OFD、图片、文本，也可以是目录或者通配符')
    .option('--allow <文件>', '不作为问题的号码和词语，一行一个，如公开的办公手机')
    .option('--clean <文件>', '把清理、遮盖后的 docx、xlsx 另存为这个文件')
    .option('--json', '输出 JSON')
    .action(act((names: readonly string[], options: Options) => screen(names, options, terminal)))
}

const LEVELS = { veto: '禁止', block: '阻止', warn: '提醒' } as const

async function screen(names: readonly string[], options: Options, terminal: Terminal): Promise<ExitCode> {
  const { screenFile, cleanOfficeFile, STANDARD_LISTS } = await import('@mingfu/screening')
  const files = filesNamed(names)
  const allowed = options.allow === undefined ? [] : linesOf(options.allow)
  const lists = { ...STANDARD_LISTS, allowed }
  if (options.clean !== undefined) {
    const [file, ...more] = files
    if (file === undefined || more.length > 0)
      throw new CannotDo('--clean 每次清理一个文件，请只给出一个文件')
    if (extname(file).toLowerCase() !== extname(options.clean).toLowerCase())
      throw new CannotDo('清理后的文件应当与原文件的扩展名相同')
    const { writeFileSync } = await import('node:fs')
    writeFileSync(options.clean, await cleanOfficeFile(readFileSync(file), basename(file), lists))
    terminal.err(`清理后的文件：${options.clean}\n`)
    files.splice(0, 1, options.clean)
  }
  const progress = startProgress(terminal, '正在检查', files.length)
  const results = await inParallel(files, 2, async (file): Promise<Screened> => {
    const screened = await screenFile(readFileSync(file), basename(file), lists)
    progress.step()
    return { file, ...screened }
  })
  progress.done()
  if (options.json === true) printJson(terminal, results.map(withSummary))
  else for (const result of results) terminal.out(textOf(result))
  return results.some(({ findings, unread }) => findings.length + unread.length > 0) ? 1 : 0
}

function withSummary(result: Screened) {
  const count = (level: ScreeningFinding['level']) =>
    result.findings.filter((finding) => finding.level === level).length
  return { ...result, summary: { vetoes: count('veto'), blocks: count('block'), warnings: count('warn') } }
}

function textOf({ file, findings, unread }: Screened): string {
  const lines = (['veto', 'block', 'warn'] as const).flatMap((level) =>
    findings
      .filter((finding) => finding.level === level)
      .map(({ rule, message, where, excerpt }) => {
        const quoted = excerpt === '' ? '' : `：“${excerpt}”`
        return `  [${LEVELS[level]}] ${rule} ${where}：${message}${quoted}`
      }),
  )
  const open = unread.map(({ where, why }) => `  [未检查] ${where}：${why}`)
  const { vetoes, blocks, warnings } = withSummary({ file, findings, unread }).summary
  const total = findings.length === 0 ? '没有发现问题' : `禁止${vetoes}处，阻止${blocks}处，提醒${warnings}处`
  return `${[file, ...lines, ...open, `  ${total}`].join('\n')}\n`
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
