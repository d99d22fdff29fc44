import { isPlainDate, type PlainDate } from '@mingfu/law'
import { type GridRow, readSource, UnreadableFile } from '@mingfu/report'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { allowFor } from './feedback.ts'
import { type PlatformError, takePlatformError } from './record-platform-error.ts'

export type ImportedErrors = Readonly<{
  taken: number
  /** Here already, by their number. */
  known: number
  /** Lines that could not be taken, with what to do. */
  faults: readonly Readonly<{ where: string; message: string }>[]
}>

type Column = keyof PlatformError

/** The heads of the platform's export, and those of lists kept by hand. */
const HEADS: readonly (readonly [RegExp, Column])[] = [
  [/^(?:留言|问题|来信|工单)?(?:编号|编码|ID)$/i, 'originNumber'],
  [/^(?:问题|留言)?(?:标题|类型|分类)$/, 'title'],
  [/^(?:问题描述|问题内容|留言内容|内容|详情|错误描述)$/, 'text'],
  [/^(?:问题页面|页面地址|网页地址|网址|链接|页面链接|问题网址|URL)$/i, 'page'],
  [/^(?:提交|留言|反映|创建|接收|转办)(?:时间|日期)$/, 'receivedOn'],
]

/** 导入找错平台导出的表格: each line once, however often the file is taken in; a faulty line stops no other. */
export async function importPlatformErrors(
  ctx: Context,
  { agencyId, name, bytes }: Readonly<{ agencyId: string; name: string; bytes: Uint8Array }>,
): Promise<ImportedErrors> {
  allowFor(ctx, 'answer-feedback', agencyId)
  const { blocks } = await readSource(bytes, name).catch((error: unknown) => {
    throw error instanceof UnreadableFile ? new Invalid(error.message, { file: error.message }) : error
  })
  const { reports, faults } = readErrors(blocks.flatMap((block) => (block.kind === 'grid' ? block.rows : [])))
  return tx(ctx, async (t) => {
    let taken = 0
    const late: { where: string; message: string }[] = []
    for (const { where, report } of reports) {
      if (report.receivedOn > ctx.today) {
        late.push({ where, message: `提交日期${report.receivedOn}晚于今天，请核对` })
        continue
      }
      if ((await takePlatformError(t, ctx, agencyId, report)) !== null) taken += 1
    }
    await recordAudit(t, ctx, {
      agencyId,
      action: 'import-platform-errors',
      objectKind: 'feedback',
      detail: { name, taken },
    })
    return { taken, known: reports.length - taken - late.length, faults: [...faults, ...late] }
  })
}

type Read = Readonly<{
  reports: readonly Readonly<{ where: string; report: PlatformError }>[]
  faults: ImportedErrors['faults']
}>

/** Lines below the head, whatever the order of its columns. Throws `Invalid` when no head is found. */
export function readErrors(rows: readonly GridRow[]): Read {
  const reports: { where: string; report: PlatformError }[] = []
  const faults: { where: string; message: string }[] = []
  let columns: ReadonlyMap<number, Column> | undefined
  for (const row of rows) {
    const head = headOf(row)
    if (head.size >= 3) {
      columns = head
      continue
    }
    if (columns === undefined) continue
    const cells = cellsOf(row, columns)
    if (Object.values(cells).every((text) => text === '')) continue
    const receivedOn = dayOf(cells.receivedOn ?? '')
    const fault =
      (cells.originNumber ?? '') === ''
        ? '没有编号，不能判断是否登记过'
        : receivedOn === undefined
          ? `提交时间“${cells.receivedOn ?? ''}”不是日期，应当写作2024-03-01的样式`
          : (cells.text ?? '') === '' && (cells.title ?? '') === ''
            ? '没有问题描述'
            : undefined
    if (fault !== undefined || receivedOn === undefined) {
      faults.push({ where: row.where, message: fault ?? '' })
      continue
    }
    const { originNumber = '', title = '', text = '', page = '' } = cells
    reports.push({
      where: row.where,
      report: { originNumber, title: title || text.slice(0, 40), text: text || title, page, receivedOn },
    })
  }
  if (columns === undefined) {
    const sentence = '没有找到表头：应当有“编号”“问题描述”“提交时间”三列，请使用找错平台导出的表格'
    throw new Invalid(sentence, { file: sentence })
  }
  return { reports, faults }
}

function headOf({ cells }: GridRow): ReadonlyMap<number, Column> {
  const head = new Map<number, Column>()
  for (const { column, text } of cells) {
    const name = text.normalize('NFKC').replace(/\s|\(.*\)/g, '')
    const id = HEADS.find(([words]) => words.test(name))?.[1]
    if (id !== undefined && ![...head.values()].includes(id)) head.set(column, id)
  }
  return head
}

function cellsOf({ cells }: GridRow, columns: ReadonlyMap<number, Column>): Partial<Record<Column, string>> {
  return Object.fromEntries(
    cells.flatMap(({ column, text }) => {
      const id = columns.get(column)
      return id === undefined ? [] : [[id, text.trim()]]
    }),
  )
}

/** `2024/3/1 10:20`, `2024年3月1日`, and the number of days by which a workbook counts. */
function dayOf(text: string): PlainDate | undefined {
  const [, year, month, day] = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/.exec(text) ?? []
  if (year !== undefined && month !== undefined && day !== undefined) {
    const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    return isPlainDate(written) ? written : undefined
  }
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return undefined
  const counted = new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(text)) * 86_400_000)
  const written = counted.toISOString().slice(0, 10)
  return isPlainDate(written) ? written : undefined
}
