import { describe, expect, test } from 'vitest'
import { captured } from './testing/captured.ts'

describe('a command line that cannot be done is answered by one Chinese sentence and exit 2', () => {
  // biome-ignore format: a table
  const CASES: readonly (readonly [readonly string[], string])[] = [
    [['nonsense'], '没有“nonsense”这个命令，可用的命令见 --help'],
    [['clok'], '没有“clok”这个命令，是不是要用 clock，可用的命令见 --help'],
    [['report', 'nonsense'], '没有“nonsense”这个命令，可用的命令见 --help'],
    [['report', 'read'], '缺少参数“文件”，用法见 --help'],
    [['report', 'read', 'a', 'b'], '参数过多，用法见 --help'],
    [['report', 'check', 'a', '--nonsense'], '没有“--nonsense”这个选项，可用的选项见 --help'],
    [['report', 'check', 'a', '--jsn'], '没有“--jsn”这个选项，是不是要用 --json，可用的选项见 --help'],
    [['report', 'check', 'a', '--previous'], '选项“--previous <文件或目录>”后面要有内容，用法见 --help'],
    [['report', 'compile', 'a.xlsx', '--year', '2024'], '缺少选项“--agency <名称>”，用法见 --help'],
    [['report', 'compile', 'a.xlsx', '--agency', '甲局', '--year', '24'], '“24”不是年份，请填写四位数字，如 2024'],
    [['report', 'render', 'a', '--to', 'doc', '--out', 'b'], '“--to <格式>”不能是“doc”，可选：docx、pdf、html、xlsx、json'],
    [['report', 'read', '/nowhere/a.txt'], '找不到文件“/nowhere/a.txt”，请检查路径'],
    [['report', 'check', '/nowhere/*.txt'], '找不到“/nowhere/*.txt”，请检查文件名或者目录'],
    [['clock', '--received', '2023-02-29'], '“2023-02-29”不是有效日期，请按 2024-09-30 的样式填写'],
  ]
  test.each(CASES)('mingfu %j', async (argv, sentence) => {
    expect(await captured(...argv)).toEqual({ code: 2, out: '', err: `${sentence}\n` })
  })
})

describe('help', () => {
  // biome-ignore format: a table
  const COMMANDS: readonly (readonly string[])[] = [
    [], ['report'], ['clock'], ['calendar'], ['calendar', 'check'], ['calendar', 'show'], ['calendar', 'import'],
    ['report', 'read'], ['report', 'check'], ['report', 'compile'], ['report', 'ledger-template'],
    ['report', 'merge'], ['report', 'compare'], ['report', 'render'],
  ]
  test.each(COMMANDS.map((argv) => [argv] as const))('of %j is Chinese', async (argv) => {
    const { code, out, err } = await captured(...argv, '--help')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('用法：')
    expect(out).not.toMatch(/Usage|Options|Commands|Arguments|display help|default:|choices:/)
  })

  test('without a command goes to stderr, for nothing was done', async () => {
    const { code, out, err } = await captured()
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('用法：')
    expect(err).toMatch(/请给出要执行的命令\n$/)
  })
})

test('the version is that of the product', async () => {
  expect(await captured('--version')).toEqual({ code: 0, out: '0.1.0\n', err: '' })
})
