import { formRows, formValue, type PlainDate, type ShownField, shownFields } from '@mingfu/law'
import { readHtml, type ScreeningFinding, screenLayers, screenTexts } from '@mingfu/screening'
import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'
import { type DatedLists, listsOfAgency } from '../screening/lists-of-agency.ts'
import { screenStoredFile } from '../screening/screen-stored-file.ts'
import { plainTextOf } from './clean-html.ts'
import type { Attachment, DocumentContent } from './document.ts'
import { pictureIdsIn, readPictures } from './picture/text-picture.ts'
import { screenDocumentLinks } from './screen-document-links.ts'
import { screenPage } from './screen-page.ts'

/** Pictures and old formats are looked at by a person; a file that does not open is no attachment. */
const BROKEN = /损坏|密码|空的|丢失|没有检查/

/** 发布前检查 over everything of a document that readers will see: header, text, links, and every layer of every file. */
export async function screenDocument(
  ctx: Context,
  agencyId: string,
  content: DocumentContent,
  attachments: readonly Attachment[],
  /** Read already, where many documents are looked at. */
  lists?: (onDay: PlainDate) => DatedLists,
): Promise<readonly ScreeningFinding[]> {
  const dated = (lists ?? (await tx(ctx, (t) => listsOfAgency(t, agencyId))))(content.writtenOn)
  const files: ScreeningFinding[] = []
  for (const [index, attachment] of attachments.entries()) {
    const where = `附件${index + 1}`
    files.push(...(await screenAttachment(ctx, { agencyId, attachment, where }, dated)))
  }
  const pictures = await readPictures(ctx.db, agencyId, pictureIdsIn(content.html))
  for (const [index, picture] of pictures.entries()) {
    const where = `正文图片${index + 1}`
    files.push(...(await screenAttachment(ctx, { agencyId, attachment: picture, where }, dated)))
  }
  const links = await screenDocumentLinks(ctx, {
    links: readHtml(content.html).links,
    approved: dated.lists.allowed,
  })
  // 公示名单 with the day on which it comes down has what the reminder asks for.
  const mayList = content.unpublishOn !== null
  return [
    ...screenWords(content, attachments, dated),
    ...screenPage(content, [...attachments, ...pictures]),
    ...links,
    ...files,
  ].filter(({ rule, level }) => !(mayList && rule === 'PUB-66' && level === 'warn'))
}

function screenWords(
  content: DocumentContent,
  attachments: readonly Attachment[],
  { lists }: DatedLists,
): readonly ScreeningFinding[] {
  const layers = readHtml(content.html)
  const links = screenLayers({ texts: [], hidden: layers.hidden, links: layers.links, unread: [] }, lists)
  const own = new Set([content.title, content.documentNumber ?? '', ...ownNumbers(content)])
  const known = { ...lists, publicNames: [...(lists.publicNames ?? []), ...own] }
  return [
    ...screenTexts(
      [
        { where: '标题', text: content.title },
        { where: '内容概述', text: content.summary },
        { where: '关键词', text: content.keywords.join('，') },
        { where: '正文', text: plainTextOf(content.html) },
        ...shownFields(content.kind, content.form).map((field) => ({
          where: field.label,
          text: fieldWords(field),
        })),
        ...layers.texts.filter(({ where }) => where !== '正文'),
        ...attachments.map(({ title, name }, index) => ({
          where: `附件${index + 1}名称`,
          text: `${title}\n${name}`,
        })),
      ],
      known,
    ),
    ...links.findings,
  ]
}

/** 决定文书号、批准文号 of what is published itself, which its form and its text go on to name. */
function ownNumbers({ form }: DocumentContent): readonly string[] {
  const bare = (name: string) => name.replace(/^《|》$/g, '')
  return [
    ...['decisionNumber', 'approvalNumber'].map((name) => formValue(form, name)),
    // 题注 of a rule: the orders and decisions by which it came about.
    bare(formValue(form, 'promulgatedBy')),
    ...formRows(form, 'amendments').map(({ by = '' }) => bare(by)),
  ]
}

/** A table cell by cell, so that what stands side by side is not read as one number. */
function fieldWords({ text, table }: ShownField): string {
  if (table === null) return text
  const isShown = table.head.map(({ type }) => type !== 'document')
  return table.rows.map((row) => row.filter((_, at) => isShown[at]).join('\n')).join('\n')
}

type OnAttachment = Readonly<{
  agencyId: string
  attachment: Pick<Attachment, 'sha256' | 'name'>
  /** `附件1`, `正文图片2`. */
  where: string
}>

async function screenAttachment(
  ctx: Context,
  { agencyId, attachment: { sha256, name }, where: of }: OnAttachment,
  dated: DatedLists,
): Promise<readonly ScreeningFinding[]> {
  const { findings, unread } = await screenStoredFile(ctx, { agencyId, sha256, name }, dated)
  const place = (where: string) => `${of}：${where}`
  // What was overridden once stays overridden: the number alone stands for an attachment.
  const key = of.replace('附件', '')
  return [
    ...findings.map((finding) => ({
      ...finding,
      id: `${finding.rule}/${key}/${sha256.slice(0, 8)}/${finding.id}`,
      where: place(finding.where),
    })),
    ...unread.map(({ where, why }, order) => ({
      id: `PUB-82/${key}/${sha256.slice(0, 8)}/${order}`,
      rule: 'PUB-82' as const,
      level: BROKEN.test(why) && !/画面/.test(where) ? ('block' as const) : ('warn' as const),
      certainty: 'certain' as const,
      message: why,
      excerpt: '',
      where: place(where),
      at: 0,
      length: 0,
      suggestion: null,
    })),
  ]
}
