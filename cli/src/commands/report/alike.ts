import { availableParallelism } from 'node:os'
import { type AddCommand, printJson } from '../../command.ts'
import { CannotDo, type ExitCode, sentenceOf } from '../../exit-code.ts'
import { inParallel, startProgress } from '../../progress.ts'
import { readReportFile, reportFiles } from '../../report-files.ts'
import type { Terminal } from '../../terminal.ts'

type AlikeOptions = Readonly<{ from: number; json?: boolean }>
type Text = Readonly<{ file: string; orgName: string | null; reportYear: number | null; text: string }>

const SECTIONS = { s1: '一、总体情况', s5: '五、存在的主要问题及改进情况' } as const

/** `mingfu report alike`: which units have written the same prose. */
export const addAlike: AddCommand = (report, { terminal, act }) => {
  report
    .command('alike')
    .description('找出第一、五部分文字雷同的报告，跨单位、跨年度')
    .argument('<文件...>', '年度报告文件，也可以是目录或者通配符')
    .option('--from <相似度>', '从多少算雷同，0到1', Number, 0.9)
    .option('--json', '输出 JSON')
    .action(act((names: readonly string[], options: AlikeOptions) => alike(names, options, terminal)))
}

async function alike(names: readonly string[], options: AlikeOptions, terminal: Terminal): Promise<ExitCode> {
  if (!(options.from > 0 && options.from <= 1)) throw new CannotDo('--from 请写0到1之间的数，如 0.9')
  const { alikeProse } = await import('@mingfu/report')
  const files = reportFiles(names)
  const progress = startProgress(terminal, '正在读取', files.length)
  const read = await inParallel(files, availableParallelism(), async (file) => {
    try {
      return { file, report: (await readReportFile(file)).report }
    } catch (error) {
      terminal.err(`${file}：${sentenceOf(error)}\n`)
      return undefined
    } finally {
      progress.step()
    }
  })
  progress.done()
  const pairs = (['s1', 's5'] as const).flatMap((section) => {
    const texts = read.flatMap((one): Text[] => {
      if (one === undefined) return []
      const { meta, sections = [] } = one.report
      const own = sections.filter(({ id }) => id === section).map(({ text }) => text)
      return [
        {
          file: one.file,
          orgName: meta.orgName ?? null,
          reportYear: meta.reportYear ?? null,
          text: own.join('\n'),
        },
      ]
    })
    return alikeProse(
      texts.map(({ text }) => text),
      options.from,
    ).flatMap(({ one, other, similarity }) => {
      const [a, b] = [texts[one], texts[other]]
      return a && b ? [{ section, similarity, one: named(a), other: named(b) }] : []
    })
  })
  if (options.json === true) printJson(terminal, pairs)
  else {
    const lines = pairs.map(
      ({ section, similarity, one, other }) =>
        `${Math.floor(similarity * 100)}%  ${SECTIONS[section]}  ${nameOf(one)} ↔ ${nameOf(other)}`,
    )
    terminal.out(lines.length === 0 ? '没有发现雷同的文字\n' : `${lines.join('\n')}\n`)
  }
  return pairs.length > 0 ? 1 : 0
}

function named({ file, orgName, reportYear }: Text) {
  return { file, orgName, reportYear }
}

function nameOf({ file, orgName, reportYear }: ReturnType<typeof named>): string {
  return orgName === null ? file : `${orgName}${reportYear === null ? '' : `${reportYear}年度`}（${file}）`
}
