import { type Block, type OfficialDocument, renderDocx, renderPdf } from '@mingfu/documents'
import type { PlainDate } from '@mingfu/law'
import type { Context } from '../context.ts'
import { type BulletinFile, getBulletin } from './list-bulletins.ts'

/** 期刊 as Word or PDF, under its red masthead; before it is signed it says 清样. */
export async function bulletinFile(
  ctx: Context,
  input: Readonly<{ agencyId: string; bulletinId: string; type: 'docx' | 'pdf' }>,
): Promise<Readonly<{ bytes: Uint8Array; name: string }>> {
  const bulletin = await getBulletin(ctx, input)
  const paper = paperOf(bulletin)
  const bytes = input.type === 'docx' ? await renderDocx(paper) : await renderPdf(paper, { missing: 'mark' })
  return { bytes, name: `${paper.title}.${input.type}` }
}

function paperOf(bulletin: BulletinFile): OfficialDocument {
  const { paper, year, issue, totalIssue, editor, issuedOn, shown } = bulletin
  const number = issue === null ? '清样（待签发）' : `${year}年第${issue}期（总第${totalIssue}期）`
  return {
    layout: 'bulletin',
    issuer: paper,
    title: `${paper}${issue === null ? '清样' : `${year}年第${issue}期`}`,
    ...(issuedOn === null ? {} : { writtenOn: issuedOn as PlainDate }),
    masthead: {
      issue: number,
      editor: editor === '' ? '' : `${editor}编`,
      on: issuedOn as PlainDate | null,
      mark: '内部资料　注意保存',
    },
    blocks: [
      ...(shown.length > 1 ? contentsBlocks(bulletin) : []),
      ...shown.flatMap(({ title, body, unitName }): Block[] => [
        { kind: 'heading', level: 1, text: title, align: 'center' },
        ...body
          .split('\n')
          .map((text) => text.trim())
          .filter((text) => text !== '')
          .map((text): Block => ({ kind: 'paragraph', text })),
        { kind: 'paragraph', text: `（${unitName}供稿）`, align: 'end' },
      ]),
      imprint(bulletin),
    ],
  }
}

function contentsBlocks({ shown }: BulletinFile): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: '本期要目' },
    { kind: 'list', ordered: true, items: shown.map(({ title }) => title) },
  ]
}

/** 版记: to whom it goes, and who answers for it. */
function imprint({ reportTo, sendTo, signedBy, draftedBy }: BulletinFile): Block {
  const lines = [
    ...(reportTo === '' ? [] : [`报：${reportTo}`]),
    ...(sendTo === '' ? [] : [`送：${sendTo}`]),
    `签发：${signedBy ?? '　　　'}　　编审：${draftedBy}`,
  ]
  return {
    kind: 'table',
    caption: '版记',
    columns: [1],
    headerRows: 0,
    size: 'body',
    rows: lines.map((text) => [{ text }]),
  }
}
