import { read, utils, write } from '@e965/xlsx'
import type { FormatId } from '@mingfu/law'
import { ledgerTemplate } from '../ledger/ledger-template.ts'

/** Lines of a ledger by sheet, below the head. */
export type LedgerLines = Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>

/** The blank ledger with lines written into it, as a person would fill it in. */
export async function filledLedger(lines: LedgerLines, format: FormatId = '2021'): Promise<Uint8Array> {
  const book = read(await ledgerTemplate(format), { type: 'array' })
  for (const [name, rows] of Object.entries(lines)) {
    const sheet = book.Sheets[name]
    if (sheet === undefined) throw new Error(`no sheet ${name}`)
    utils.sheet_add_aoa(
      sheet,
      rows.map((row) => [...row]),
      { origin: 'A2' },
    )
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

/** Seven applications, three disputes and three documents around the year 2024. */
export const LEDGER_2024: LedgerLines = {
  申请: [
    ['2023-09', '2023-11-20', '自然人', '2024-01-05', '予以公开'],
    ['2023-10', '2023-12-28', '商业企业', '2025-01-03', '部分公开'],
    ['2023-01', '2023-02-01', '自然人', '2023-02-20', '予以公开'],
    ['2024-01', 45_301, '自然人', '2024/2/8', '不予公开：属于四类过程性信息'],
    ['2024-02', '2024年3月1日', '法律服务机构', '20240315', '无法提供：本机关不掌握相关政府信息', 300],
    ['2024-03', '2024-06-03', '自然人', '2024-06-20', '其他处理：逾期不补正'],
    ['2024-04', '2024-12-20', '自然人', null, null],
    ['2025-01', '2025-01-02', '自然人', null, null],
  ],
  复议诉讼: [
    ['复2023-1', '行政复议', '2023-12-01', '2024-01-30', '结果纠正'],
    ['复2024-1', '行政复议', '2024-03-20', null, null],
    ['诉2024-1', '复议后起诉', '2024-05-01', '2024-09-01', '结果维持', '仅作为复议机关的共同被告'],
  ],
  主动公开文件: [
    ['示例市物业管理办法', '示住建规〔2024〕1号', '行政规范性文件', '2024-04-01', '2024-04-03'],
    ['示例市保障房细则', '示住建规〔2019〕2号', '行政规范性文件', '2019-05-01', '2019-05-05', '2024-07-01'],
    ['示例市危房办法', '示住建规〔2020〕3号', '行政规范性文件', '2020-05-01', '2020-05-05'],
  ],
  文字: [
    ['一、总体情况', '主动公开', '全年发布解读材料5篇。'],
    ['一、总体情况', '依申请公开', null],
    ['一、总体情况', '政府信息管理', '开展历史信息清理。'],
    ['一、总体情况', '政府信息公开平台建设', null],
    ['一、总体情况', '监督保障', '组织培训2次。'],
    ['五、存在的主要问题及改进情况', '主要问题', '答复文书说理不够充分。'],
    ['五、存在的主要问题及改进情况', '改进情况', '编印答复文书范本。'],
  ],
}
