import { type Cell, type OfficialDocument, renderDocx, renderPdf } from '@mingfu/documents'
import { tx } from '../../db/transaction.ts'
import { getAgency } from '../agencies/find-agency.ts'
import type { Context } from '../context.ts'
import { type Ranking, rankUnits } from './rank-units.ts'

const HEADS = ['名次', '单位', '报送', '采用', '批示', '基本分', '得分', '扣分', '合计'] as const

/** 通报 as Word or PDF, with the table of the ranking. */
export async function rankingNotice(
  ctx: Context,
  input: Readonly<{ agencyId: string; year: number; month: number | null; type: 'docx' | 'pdf' }>,
): Promise<Readonly<{ bytes: Uint8Array; name: string }>> {
  const ranking = await rankUnits(ctx, input)
  const { name: agency } = await tx(ctx, (t) => getAgency(t, input.agencyId))
  const document = noticeOf(ranking, agency, ctx.today)
  const bytes = input.type === 'docx' ? await renderDocx(document) : await renderPdf(document)
  return { bytes, name: `${document.title.replaceAll('\n', '')}.${input.type}` }
}

function noticeOf(
  { year, month, standings }: Ranking,
  agency: string,
  on: Context['today'],
): OfficialDocument {
  const period = month === null ? `${year}年` : `${year}年${month}月`
  const sum = (of: (one: Ranking['standings'][number]) => number) =>
    standings.reduce((total, one) => total + of(one), 0)
  const heads: Cell[] = HEADS.map((text) => ({ text, header: 'column' }))
  return {
    layout: 'report',
    title: `关于${period}政务信息报送采用情况的通报`,
    writtenOn: on,
    blocks: [
      {
        kind: 'paragraph',
        text: `${period}，各单位共报送政务信息${sum(({ submitted }) => submitted)}条，采用${sum(({ adopted }) => adopted)}条次，领导批示${sum(({ instructions }) => instructions)}次。现将各单位报送采用情况通报如下。`,
      },
      {
        kind: 'table',
        caption: `${period}政务信息得分情况`,
        captionShown: true,
        columns: [2, 6, 2, 2, 2, 2.4, 2.4, 2.2, 2.4],
        headerRows: 1,
        size: 'body',
        rows: [
          heads,
          ...standings.map((one) => [
            cell(String(one.rank)),
            { text: one.name },
            ...[one.submitted, one.adopted, one.instructions].map((count) => cell(String(count))),
            ...[one.basePoints, one.creditPoints, one.deductions, one.total].map((points) =>
              cell(String(points)),
            ),
          ]),
        ],
      },
      { kind: 'signature', agencies: [agency], on, sealed: true },
    ],
  }
}

function cell(text: string): Cell {
  return { text, align: 'center' }
}
