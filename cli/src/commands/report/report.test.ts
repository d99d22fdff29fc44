import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { captured } from '../../testing/captured.ts'

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../../../report/fixtures/${name}`, import.meta.url))
const SAMPLE = fixture('report-2024.json')
const YAHE = fixture('reports/yahe-2019.txt')

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'mingfu-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const inside = (name: string) => join(directory, name)

describe('mingfu report read', () => {
  test('prints one JSON document of report, cells and what was not read', async () => {
    const { code, out } = await captured('report', 'read', YAHE, '--json')
    const read = JSON.parse(out)
    expect(code).toBe(0)
    expect(Object.keys(read)).toEqual(['report', 'cells', 'unread'])
    expect(read.report.meta).toMatchObject({ orgName: '鸭河工区管委会', reportYear: 2019, format: '2019' })
    expect(read.cells['t3.carried_out.total']).toEqual({ raw: '0', value: 0, where: expect.any(String) })
    expect(read.cells['t3.granted.business']).toMatchObject({ raw: '', value: null })
    expect(read.cells['t3.granted.natural_person']).toBeUndefined()
  })
})

describe('mingfu report check', () => {
  test('finds nothing in a complete report', async () => {
    const { code, out } = await captured('report', 'check', SAMPLE, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual([
      {
        file: SAMPLE,
        format: '2021',
        reportYear: 2024,
        orgName: '示例市住房和城乡建设局',
        findings: [],
        notAssessable: [],
        summary: { errors: 0, warnings: 0, infos: 0, notAssessable: 0 },
      },
    ])
  })

  test('finds blanks and soft labels in the report of 2019, and nothing else', async () => {
    const { code, out } = await captured('report', 'check', YAHE, '--json')
    const [checked] = JSON.parse(out)
    expect(code).toBe(1)
    expect(checked.findings.map(({ rule }: { rule: string }) => rule)).toEqual(['AR-17', 'AR-17', 'AR-18'])
  })

  test('takes directories and patterns, and says which file could not be read', async () => {
    writeFileSync(inside('a.json'), readFileSync(SAMPLE))
    writeFileSync(inside('b.txt'), readFileSync(YAHE))
    writeFileSync(inside('c.json'), '{}')
    const { code, out, err } = await captured('report', 'check', directory, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out).map(({ file }: { file: string }) => file)).toEqual([
      inside('a.json'),
      inside('b.txt'),
    ])
    expect(err).toBe(`${inside('c.json')}：这个 JSON 文件不是年度报告：缺少 meta 和 tables\n`)
    expect((await captured('report', 'check', inside('*.json'))).out).toContain('没有发现问题')
  })

  test('compares with the report of the year before', async () => {
    const { prior: _, ...sample } = JSON.parse(readFileSync(SAMPLE, 'utf8'))
    const previous = { ...sample, meta: { ...sample.meta, reportYear: 2023 } }
    writeFileSync(inside('now.json'), JSON.stringify(sample))
    writeFileSync(inside('before.json'), JSON.stringify(previous))
    const { out } = await captured(
      'report',
      'check',
      inside('now.json'),
      '--previous',
      inside('before.json'),
      '--json',
    )
    const rules = JSON.parse(out)[0].findings.map(({ rule }: { rule: string }) => rule)
    // Last year's 8 carried out are not this year's 12 carried in, and the prose is last year's.
    expect(rules).toContain('AR-50')
    expect(rules).toContain('AR-56')
  })

  test('checks each report of a file that holds several, and names them', async () => {
    const file = fixture('two-reports-2024.pdf')
    const { code, out } = await captured('report', 'check', file, '--json')
    const checked: { file: string; orgName: string; findings: { rule: string; cells: string[] }[] }[] =
      JSON.parse(out)
    expect(code).toBe(1)
    expect(checked.map((one) => [one.file, one.orgName])).toEqual([
      [file, '示例市住房和城乡建设局'],
      [`${file}#2`, '示例市民政局'],
    ])
    // In the second 予以公开 is one more than its applicants and the sum of results.
    expect(checked[0]?.findings).toEqual([])
    expect(checked[1]?.findings.map(({ rule }) => rule)).toEqual(['AR-25', 'AR-26', 'AR-44'])
    const { out: words } = await captured('report', 'check', file)
    expect(words).toContain('two-reports-2024.pdf#2')
  })

  test('of many files one holds two reports: the table of results has a line for each', async () => {
    const text = (organ: string) =>
      `${organ}2024年政府信息公开工作年度报告\n一、总体情况\n平稳。\n二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t5\n六、其他需要报告的事项\n无。\n`
    writeFileSync(inside('a.txt'), text('示例市财政局') + text('示例市民政局'))
    writeFileSync(inside('b.json'), readFileSync(SAMPLE))
    const { out } = await captured('report', 'check', directory, '--json', '--html', inside('all.html'))
    expect(JSON.parse(out).map((one: { file: string }) => one.file)).toEqual([
      inside('a.txt'),
      `${inside('a.txt')}#2`,
      inside('b.json'),
    ])
    expect(readFileSync(inside('all.html'), 'utf8')).toContain('a.txt#2')
  })

  test('writes the findings as a page', async () => {
    await captured('report', 'check', YAHE, '--html', inside('findings.html'))
    const page = readFileSync(inside('findings.html'), 'utf8')
    expect(page).toContain('<title>年度报告核验结果</title>')
    expect(page).toContain('采购总金额（单位：万元，保留4位小数）')
  })
})

describe('mingfu report compile', () => {
  test('gives the report in every form and what it still owes', async () => {
    expect(await captured('report', 'ledger-template', inside('台账.xlsx'))).toMatchObject({ code: 0 })
    const out = inside('out')
    const { code, out: printed } = await captured(
      'report',
      'compile',
      inside('台账.xlsx'),
      '--agency',
      '示例市统计局',
      '--year',
      '2024',
      '--out',
      out,
      '--json',
    )
    expect(code).toBe(1)
    expect(readdirSync(out).sort()).toEqual([
      'findings.html',
      'findings.json',
      'report.docx',
      'report.html',
      'report.json',
      'report.pdf',
      'report.xlsx',
    ])
    const rules = new Set(JSON.parse(printed).findings.findings.map(({ rule }: { rule: string }) => rule))
    expect([...rules]).toEqual(['AR-08', 'AR-18'])
  })

  test('refuses what is no ledger', async () => {
    const { code, err } = await captured('report', 'compile', YAHE, '--agency', '甲局', '--year', '2024')
    expect({ code, err }).toEqual({ code: 2, err: '文件已损坏或没有传完整，请重新取得文件后再试\n' })
  })
})

test('mingfu report merge adds up units and writes the reconciliation', async () => {
  const sample = JSON.parse(readFileSync(SAMPLE, 'utf8'))
  for (const name of ['甲局', '乙局']) {
    writeFileSync(
      inside(`${name}.json`),
      JSON.stringify({ ...sample, meta: { ...sample.meta, orgName: name } }),
    )
  }
  writeFileSync(inside('roster.lst'), '甲局\n乙局\n丙局\n')
  const out = inside('out')
  const { out: printed } = await captured(
    'report',
    'merge',
    inside('*.json'),
    '--agency',
    '示例市人民政府',
    '--year',
    '2024',
    '--out',
    out,
    '--roster',
    inside('roster.lst'),
    '--json',
  )
  const { units, findings } = JSON.parse(printed)
  expect(units).toBe(2)
  expect(findings.findings.find(({ rule }: { rule: string }) => rule === 'AR-60').where).toBe('丙局')
  expect(readdirSync(out)).toContain('reconciliation.xlsx')
  const merged = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'))
  expect(merged.tables.t3.cells.new_received.total).toBe('264')
})

test('mingfu report compare tells what changed', async () => {
  const sample = JSON.parse(readFileSync(SAMPLE, 'utf8'))
  sample.tables.t4.cells.review.total = '11'
  writeFileSync(inside('changed.json'), JSON.stringify(sample))
  const { code, out } = await captured('report', 'compare', SAMPLE, inside('changed.json'))
  expect(code).toBe(0)
  expect(out).toContain('有变化的单元格1个\n  表四“行政复议”“总计”列：10 → 11（+1）')
})

test('mingfu report render keeps every figure', async () => {
  await captured('report', 'render', SAMPLE, '--to', 'html', '--out', inside('report.html'))
  const back = JSON.parse((await captured('report', 'read', inside('report.html'), '--json')).out)
  const sample = JSON.parse(readFileSync(SAMPLE, 'utf8'))
  expect(back.report.tables.t3.cells).toEqual(sample.tables.t3.cells)
})

describe('many reports', () => {
  /** Reports of 2024 under names of their own; the second has a total that is off. */
  function aFolder(): string {
    const folder = inside('reports')
    mkdirSync(folder)
    const sample = JSON.parse(readFileSync(SAMPLE, 'utf8'))
    for (const name of ['甲局', '乙局', '丙局']) {
      const { prior: _, ...report } = structuredClone(sample)
      report.meta.orgName = name
      report.title = `${name}2024年政府信息公开工作年度报告`
      if (name === '乙局') report.tables.t4.cells.review.total = '11'
      writeFileSync(join(folder, `${name}.json`), JSON.stringify(report))
    }
    return folder
  }

  test('end in a table, an overview to filter, and a workbook', async () => {
    const folder = aFolder()
    const { code, out } = await captured(
      'report',
      'check',
      folder,
      '--html',
      inside('all.html'),
      '--xlsx',
      inside('all.xlsx'),
    )
    expect(code).toBe(1)
    expect(out).toContain('机关   年度  错误  提醒  提示  未核验')
    expect(out).toMatch(/乙局 {3}2024 {5}1 {5}1 {5}0/)
    expect(out).toMatch(/共3份 {11}1 {5}1 {5}0/)
    const page = readFileSync(inside('all.html'), 'utf8')
    expect(page).toContain('共3份报告：有错误的1份')
    expect(page).toContain('<option value="AR-36">')
    expect(readFileSync(inside('all.xlsx')).subarray(0, 2).toString()).toBe('PK')
  })

  test('name the files that could not be read, and tell several files of one organ apart', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, '丁局.html'), '')
    writeFileSync(join(folder, '丙局-更正.json'), readFileSync(join(folder, '丙局.json')))
    const { code, out } = await captured('report', 'check', folder, '--html', inside('all.html'))
    expect(code).toBe(1)
    expect(out).toContain(`丙局（${join(folder, '丙局-更正.json')}）`)
    expect(out).toMatch(/^乙局 /m)
    expect(out).toMatch(/^另有1个文件没有读成$/m)
    const page = readFileSync(inside('all.html'), 'utf8')
    expect(page).toContain('另有<a href="#unread">1个文件没有读成</a>')
    expect(page).toContain(`<li>${join(folder, '丁局.html')}：文件是空的，请检查后重新提供</li>`)
  })

  test('are not checked again after an interruption, unless they have changed', async () => {
    const folder = aFolder()
    const journal = inside('progress.jsonl')
    await captured('report', 'check', folder, '--resume', journal, '--json')
    // The interruption cut the last line in two.
    const lines = readFileSync(journal, 'utf8').trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    writeFileSync(journal, `${lines.slice(0, 2).join('\n')}\n${lines[2]?.slice(0, 40)}`)
    const { out, err } = await captured('report', 'check', folder, '--resume', journal, '--json')
    expect(err).toBe('已核验过2个文件，继续核验其余1个\n')
    expect(JSON.parse(out).map(({ orgName }: { orgName: string }) => orgName)).toEqual([
      '丙局',
      '乙局',
      '甲局',
    ])
  })

  test('find last year by the name of the organ in a directory', async () => {
    const folder = aFolder()
    const before = inside('before')
    mkdirSync(before)
    for (const name of ['甲局', '乙局']) {
      const report = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
      report.meta.reportYear = 2023
      // 乙局 carried out 8, and carries in 12.
      if (name === '甲局') report.tables.t3.cells.carried_out = report.tables.t3.cells.carried_in
      writeFileSync(join(before, `${name}.json`), JSON.stringify(report))
    }
    const { out } = await captured('report', 'check', folder, '--previous', before, '--json')
    const rules = Object.fromEntries(
      JSON.parse(out).map(({ orgName, findings }: { orgName: string; findings: { rule: string }[] }) => [
        orgName,
        findings.map(({ rule }) => rule).includes('AR-50'),
      ]),
    )
    expect(rules).toEqual({ 甲局: false, 乙局: true, 丙局: false })
  })

  test('that repeat one another are named', async () => {
    const { code, out } = await captured('report', 'alike', aFolder(), '--json')
    expect(code).toBe(1)
    const pairs = JSON.parse(out).filter(({ section }: { section: string }) => section === 's5')
    expect(
      pairs.map((pair: { one: { orgName: string }; other: { orgName: string } }) =>
        [pair.one.orgName, pair.other.orgName].join(),
      ),
    ).toEqual(['丙局,乙局', '丙局,甲局', '乙局,甲局'])
  })

  test('are laid against a stated total, and the unit to ask first is named', async () => {
    const folder = aFolder()
    const { out } = await captured(
      'report',
      'merge',
      folder,
      '--agency',
      '示例市人民政府',
      '--year',
      '2024',
      '--out',
      inside('out'),
      '--against',
      join(folder, '乙局.json'),
    )
    expect(out).toContain('乙局的数字有误：AR-36')
    expect(out).toContain('表四“行政复议”“总计”列：汇总报告为11，各单位之和为31，先问乙局')
  })
})

test('mingfu report verdict is remembered by the next check', async () => {
  const sample = JSON.parse(readFileSync(SAMPLE, 'utf8'))
  sample.sections[5].text = '无。'
  writeFileSync(inside('report.json'), JSON.stringify(sample))
  const verdicts = inside('verdicts.json')
  const check = () => captured('report', 'check', inside('report.json'), '--verdicts', verdicts, '--json')
  const before = await check()
  const [finding] = JSON.parse(before.out)[0].findings
  expect([before.code, finding.rule, finding.verdict]).toEqual([1, 'AR-09', null])
  const given = await captured(
    'report',
    'verdict',
    inside('report.json'),
    '--finding',
    finding.fingerprint.slice(0, 8),
    '--explained',
    '本年没有收费，已在网页说明',
    '--by',
    '王经办',
    '--verdicts',
    verdicts,
  )
  expect(given.out).toBe(`AR-09 已说明：本年没有收费，已在网页说明\n已写入${verdicts}\n`)
  const after = await check()
  expect(after.code).toBe(0)
  expect(JSON.parse(after.out)[0].findings[0].verdict).toMatchObject({ words: '本年没有收费，已在网页说明' })
  const unknown = await captured(
    'report',
    'verdict',
    inside('report.json'),
    '--finding',
    'zz',
    '--confirmed',
    '属实',
    '--verdicts',
    verdicts,
  )
  expect([unknown.code, unknown.err]).toEqual([
    2,
    `${inside('report.json')}里没有指纹为zz的问题，请先核验一次，抄写最新的指纹\n`,
  ])
})
