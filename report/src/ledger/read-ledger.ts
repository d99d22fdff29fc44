import type { WorkBook } from '@e965/xlsx'
import {
  APPLICANT_CLASSES,
  type ApplicantColumn,
  type DisputeFact,
  type DocumentFact,
  type FormatId,
  type PrintedLabel,
  T4_BLOCKS,
  T4_COLUMNS,
} from '@mingfu/law'
import { readFigures } from './figure-sheet.ts'
import type { Ledger, LedgerApplicationLine, LedgerFault, TextId } from './ledger.ts'
import {
  APPLICANT_CHOICES,
  applicationColumns,
  BLOCK_CHOICES,
  DISPUTE_COLUMNS,
  DOCUMENT_CHOICES,
  DOCUMENT_COLUMNS,
  OUTCOME_CHOICES,
  ROLE_CHOICES,
  SHEETS,
  TEXT_LINES,
  YES_NO,
} from './ledger-sheets.ts'
import { findResultRow, resultChoices } from './result-choices.ts'
import { gridOf, type LedgerRow, openLedger, rowsOfSheet, shown } from './sheet-reader.ts'

/** A ledger as read, and everything that is wrong with it, all at once. Lines with a fault are left out. */
export type ReadLedger = Readonly<{ ledger: Ledger; faults: readonly LedgerFault[] }>

/** 读台账: the lines of a workbook. Throws `UnreadableFile` when the file is no workbook at all. */
export function readLedger(bytes: Uint8Array, format: FormatId = '2021'): ReadLedger {
  const book = openLedger(bytes)
  const faults: LedgerFault[] = []
  const applications = rowsOfSheet(book, SHEETS.applications, applicationColumns(format), faults).flatMap(
    (row) => application(row, format),
  )
  reportRepeats(
    applications.map(({ line, row }) => ({ id: line.id, row })),
    '申请编号',
  )
  const disputes = rowsOfSheet(book, SHEETS.disputes, DISPUTE_COLUMNS, faults).flatMap(dispute)
  reportRepeats(
    disputes.map(({ fact, row }) => ({ id: fact.id, row })),
    '案件编号',
  )
  const documents = rowsOfSheet(book, SHEETS.documents, DOCUMENT_COLUMNS, faults).flatMap(document)
  return {
    ledger: {
      format,
      applications: applications.map(({ line }) => line),
      disputes: disputes.map(({ fact }) => fact),
      documents,
      figures: readFigures(book, format, faults),
      texts: readTexts(book),
    },
    faults,
  }
}

type ApplicationRow = Readonly<{ line: LedgerApplicationLine; row: LedgerRow }>

function application(row: LedgerRow, format: FormatId): readonly ApplicationRow[] {
  const id = row.text('申请编号')
  const receivedOn = row.date('收到日期')
  const column = row.choice('申请人类别', findApplicant, APPLICANT_CHOICES)
  const concludedOn = row.date('办结日期')
  const result = row.choice('办理结果', (entry) => findResultRow(entry, format), resultChoices(format))
  const feeInYuan = row.yuan('收取信息处理费（元）')
  const hasDate = row.text('办结日期') !== ''
  const hasResult = row.text('办理结果') !== ''
  if (hasDate && !hasResult) row.fault('办理结果', '没有填写，已填办结日期的应当填写办理结果')
  if (hasResult && !hasDate) row.fault('办结日期', '没有填写，已填办理结果的应当填写办结日期')
  if (receivedOn !== null && concludedOn !== null && concludedOn < receivedOn) {
    row.fault('办结日期', `（${concludedOn}）早于收到日期（${receivedOn}），请核对`)
  }
  if (id === '' || receivedOn === null || column === null) return []
  return [{ line: { id, receivedOn, column, concludedOn, row: result, feeInYuan }, row }]
}

function dispute(row: LedgerRow): readonly Readonly<{ fact: DisputeFact; row: LedgerRow }>[] {
  const id = row.text('案件编号')
  const block = row.choice('案件类型', (entry) => findLabel(entry, T4_BLOCKS), BLOCK_CHOICES)
  const filedOn = row.date('受理日期')
  const concludedOn = row.date('审结日期')
  const outcome = row.choice('审理结果', findOutcome, OUTCOME_CHOICES)
  const role = row.choice('本机关地位', findRole, ROLE_CHOICES) ?? 'original'
  const caseId = row.text('关联案件编号')
  const hasDate = row.text('审结日期') !== ''
  const hasOutcome = row.text('审理结果') !== ''
  if (hasDate && !hasOutcome) row.fault('审理结果', '没有填写，已填审结日期的应当填写审理结果')
  if (hasOutcome && !hasDate) row.fault('审结日期', '没有填写，已填审理结果的应当填写审结日期')
  if (filedOn !== null && concludedOn !== null && concludedOn < filedOn) {
    row.fault('审结日期', `（${concludedOn}）早于受理日期（${filedOn}），请核对`)
  }
  if (id === '' || block === null || filedOn === null) return []
  const fact = { id, block, filedOn, concludedOn, outcome, role, ...(caseId === '' ? {} : { caseId }) }
  return [{ fact, row }]
}

function document(row: LedgerRow): readonly DocumentFact[] {
  const name = row.text('文件名称')
  const kind = row.choice('文件类别', findDocumentKind, DOCUMENT_CHOICES)
  const issuedOn = row.date('制发日期')
  const publishedOn = row.date('公开日期')
  const repealedOn = row.date('废止日期')
  const lapsedOn = row.date('失效日期')
  const leading = row.choice('是否牵头', findYesNo, YES_NO) ?? true
  for (const [column, end] of [
    ['废止日期', repealedOn],
    ['失效日期', lapsedOn],
  ] as const) {
    if (issuedOn !== null && end !== null && end < issuedOn) {
      row.fault(column, `（${end}）早于制发日期（${issuedOn}），请核对`)
    }
  }
  if (name === '' || kind === null || issuedOn === null) return []
  const number = row.text('文号')
  return [{ id: number === '' ? name : number, kind, issuedOn, publishedOn, repealedOn, lapsedOn, leading }]
}

function reportRepeats(lines: readonly Readonly<{ id: string; row: LedgerRow }>[], column: string) {
  const first = new Map<string, number>()
  for (const { id, row } of lines) {
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, row.number)
    else row.fault(column, `“${id}”与第${earlier}行重复，请删去重复的登记或者更正编号`)
  }
}

function readTexts(book: WorkBook): Ledger['texts'] {
  const worksheet = book.Sheets[SHEETS.texts]
  if (worksheet === undefined) return {}
  const texts: Partial<Record<TextId, string>> = {}
  for (const cells of gridOf(worksheet).slice(1)) {
    const line = TEXT_LINES.find(({ title }) => title === shown(cells[1]))
    const text = shown(cells[2])
    if (line !== undefined && text !== '') texts[line.id] = text
  }
  return texts
}

function findApplicant(entry: string): ApplicantColumn | undefined {
  const all = Object.values(APPLICANT_CLASSES)
  return all.find(({ label, column }) => label === entry || column === entry)?.column
}

function findLabel<Id extends string>(
  entry: string,
  labels: readonly (PrintedLabel & Readonly<{ id: Id }>)[],
): Id | undefined {
  return labels.find(({ id, label, variants }) => label === entry || id === entry || variants.includes(entry))
    ?.id
}

function findOutcome(entry: string): DisputeFact['outcome'] | undefined {
  const id = findLabel(entry, T4_COLUMNS)
  return id === 'pending' || id === 'total' ? undefined : id
}

function findRole(entry: string): DisputeFact['role'] | undefined {
  const roles = { [ROLE_CHOICES[0]]: 'original', [ROLE_CHOICES[1]]: 'co-defendant-reviewer' } as const
  return (roles as Readonly<Record<string, DisputeFact['role']>>)[entry]
}

function findDocumentKind(entry: string): DocumentFact['kind'] | undefined {
  if (entry === '规章') return 'regulation'
  return entry === '行政规范性文件' || entry === '规范性文件' ? 'normative' : undefined
}

function findYesNo(entry: string): boolean | undefined {
  return entry === '是' ? true : entry === '否' ? false : undefined
}
