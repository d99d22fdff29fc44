import { describe, expect, test } from 'vitest'
import { filledLedger, LEDGER_2024 } from '../testing/filled-ledger.ts'
import { ledgerTemplate } from './ledger-template.ts'
import { readLedger } from './read-ledger.ts'

async function faultsOf(lines: Parameters<typeof filledLedger>[0]): Promise<readonly string[]> {
  return readLedger(await filledLedger(lines)).faults.map(({ message }) => message)
}

test('the blank ledger is read as empty, without a fault', async () => {
  const { ledger, faults } = readLedger(await ledgerTemplate())
  expect(faults).toEqual([])
  expect(ledger).toMatchObject({ applications: [], disputes: [], documents: [], texts: {} })
})

test('lines are read with dates in any usual writing and results by name', async () => {
  const { ledger, faults } = readLedger(await filledLedger(LEDGER_2024))
  expect(faults).toEqual([])
  expect(ledger.applications).toHaveLength(8)
  expect(ledger.applications[3]).toEqual({
    id: '2024-01',
    receivedOn: '2024-01-10',
    column: 'natural_person',
    concludedOn: '2024-02-08',
    row: 'denied.process_information',
    feeInYuan: 0,
  })
  expect(ledger.applications[4]).toMatchObject({
    receivedOn: '2024-03-01',
    concludedOn: '2024-03-15',
    feeInYuan: 300,
  })
  expect(ledger.disputes[2]).toMatchObject({
    block: 'litigation_after_review',
    role: 'co-defendant-reviewer',
  })
  expect(ledger.documents[1]).toMatchObject({
    id: '示住建规〔2019〕2号',
    kind: 'normative',
    repealedOn: '2024-07-01',
  })
  expect(ledger.texts.problems).toBe('答复文书说理不够充分。')
})

describe('everything wrong is said at once, with sheet, line, column and what to do', () => {
  test('in applications', async () => {
    const faults = await faultsOf({
      申请: [
        ['A1', '2024-02-30', '自然人', null, null],
        [null, '2024-03-01', '个人', null, null],
        ['A3', '2024-03-01', '自然人', '2024-02-01', '予以公开'],
        ['A4', '2024-03-01', '自然人', '2024-03-02', null],
        ['A5', '2024-03-01', '自然人', null, '不予公开'],
        ['A4', '2024-03-01', '自然人', null, null],
      ],
    })
    expect(faults).toEqual([
      '“申请”第2行“收到日期”填的是“2024-02-30”，没有这一天，请核对后改为实际日期',
      '“申请”第3行“申请编号”没有填写，请补填',
      '“申请”第3行“申请人类别”填的是“个人”，无法识别，请从以下选项中选择：自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他',
      '“申请”第4行“办结日期”（2024-02-01）早于收到日期（2024-03-01），请核对',
      '“申请”第5行“办理结果”没有填写，已填办结日期的应当填写办理结果',
      expect.stringMatching(
        /^“申请”第6行“办理结果”填的是“不予公开”，无法识别，请从以下选项中选择：予以公开、部分公开、不予公开：属于国家秘密、/,
      ),
      '“申请”第6行“办结日期”没有填写，已填办理结果的应当填写办结日期',
      '“申请”第7行“申请编号”“A4”与第5行重复，请删去重复的登记或者更正编号',
    ])
  })

  test('in disputes, documents and figures', async () => {
    const faults = await faultsOf({
      复议诉讼: [['D1', '行政裁决', '2024-01-01', '2023-12-31', '结果维持']],
      主动公开文件: [['某办法', null, '规范性文件', '2024-05-01', null, '2024-04-01']],
      年度数据: [['行政许可处理决定数量', '约1200']],
    })
    expect(faults).toEqual([
      '“复议诉讼”第2行“案件类型”填的是“行政裁决”，无法识别，请从以下选项中选择：行政复议、未经复议直接起诉、复议后起诉',
      '“复议诉讼”第2行“审结日期”（2023-12-31）早于受理日期（2024-01-01），请核对',
      '“主动公开文件”第2行“废止日期”（2024-04-01）早于制发日期（2024-05-01），请核对',
      '“年度数据”第2行“行政许可处理决定数量”填的是“约1200”，请填写以件为单位的非负整数',
    ])
  })
})

test('a file that is no workbook is refused with a sentence', () => {
  expect(() => readLedger(new TextEncoder().encode('not a workbook'))).toThrow(
    '文件已损坏或没有传完整，请重新取得文件后再试',
  )
})
