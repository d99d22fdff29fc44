import { expect, test } from 'vitest'
import { CASE_COLUMNS, type CaseColumn, type CaseLine, type CourseColumn } from './case-columns.ts'
import { readCaseLedger } from './read-case-ledger.ts'
import { writeCaseLedger } from './write-case-ledger.ts'

const EMPTY = Object.fromEntries(CASE_COLUMNS.map(({ title }) => [title, ''])) as Record<CaseColumn, string>

function aCase(
  cells: Partial<Record<CaseColumn, string>>,
  course: Record<CourseColumn, string>[] = [],
): CaseLine {
  return { row: 0, cells: { ...EMPTY, ...cells }, course }
}

async function written(cases: readonly CaseLine[]): Promise<Uint8Array> {
  async function* each() {
    yield* cases
  }
  const chunks: Uint8Array[] = []
  for await (const chunk of writeCaseLedger(each())) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const step = (number: string, data: string): Record<CourseColumn, string> => ({
  申请编号: number,
  序号: '1',
  事项: '收到申请',
  日期: '2024-06-03',
  登记时间: '2024-06-03T04:00:00.000Z',
  登记人: '王敏',
  说明: '',
  记录数据: data,
})

test('gives back every cell as it went in, whatever stands in it', async () => {
  const awkward = ' 前后有空格 \n第二行\n<b>&"\'_x0041_\u0001＝=1+1 𠮷'
  const long = `{"text":"${'长'.repeat(70_000)}"}`
  const cases = [
    aCase({ 申请编号: 'X-2024-0001', 收到日期: '2024-06-03', 内容描述: awkward }, [
      step('X-2024-0001', long),
      step('X-2024-0001', '{}'),
    ]),
    aCase({ 申请编号: 'X-2024-0002', 收到日期: '2024-06-04', 证件号码: '000123' }),
  ]
  const { cases: read, faults } = readCaseLedger(await written(cases))
  expect(faults).toEqual([])
  expect(read.map(({ cells, course }) => ({ row: 0, cells, course }))).toEqual(cases)
})

test('the same cases are the same bytes', async () => {
  const cases = [aCase({ 申请编号: 'X-1', 收到日期: '2024-06-03' })]
  expect(Buffer.from(await written(cases)).equals(await written(cases))).toBe(true)
})

test('names every fault at once, with its line', async () => {
  const { faults } = readCaseLedger(
    await written([
      aCase({ 申请编号: 'X-1', 收到日期: '九月底' }),
      aCase({ 收到日期: '2024-06-03' }),
      aCase({ 申请编号: 'X-1', 收到日期: '2024-06-03' }),
      aCase({ 申请编号: 'X-2', 收到日期: '2024-06-03' }, [step('X-9', '{}')]),
    ]),
  )
  expect(faults.map(({ message }) => message)).toEqual([
    '“申请”第2行“收到日期”填的是“九月底”，不是日期，请按2024-09-30的样式填写',
    '“申请”第2行“收到日期”没有填写，请补填',
    '“申请”第3行“申请编号”没有填写，请补填',
    '“申请”第4行“申请编号”“X-1”与第2行重复，请删去重复的登记或者更正编号',
    '“办理经过”中的“X-9”不在“申请”表中，请核对编号',
  ])
})

test('refuses what is no workbook, with what to do', () => {
  expect(() => readCaseLedger(Buffer.from('not a workbook'))).toThrow('文件已损坏')
})
