import { CASE_COLUMNS, type CaseColumn, type CaseLine, writeCaseLedger } from '@mingfu/report'

const EMPTY = Object.fromEntries(CASE_COLUMNS.map(({ title }) => [title, ''])) as Record<CaseColumn, string>

/** A ledger as an office kept it by hand: columns, and no course. */
export async function oldLedger(lines: readonly Partial<Record<CaseColumn, string>>[]): Promise<Uint8Array> {
  async function* each(): AsyncGenerator<CaseLine> {
    for (const cells of lines) yield { row: 0, cells: { ...EMPTY, ...cells }, course: [] }
  }
  const chunks: Uint8Array[] = []
  for await (const chunk of writeCaseLedger(each())) chunks.push(chunk)
  return Buffer.concat(chunks)
}
