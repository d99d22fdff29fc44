import { renderHtml } from '@mingfu/documents'
import { cite, refuse } from '@mingfu/law'
import { tx } from '../../../db/transaction.ts'
import { NotFound } from '../../../errors.ts'
import { getAgency } from '../../agencies/find-agency.ts'
import { recordAudit } from '../../audit.ts'
import { receiptsOfDocument } from '../../channels/receipts-of-document.ts'
import type { Context } from '../../context.ts'
import { uphold } from '../../uphold.ts'
import { type DocumentFile, getDocument } from '../get-document.ts'
import { allowWithin } from '../own-agency.ts'
import { paperParts } from '../paper-parts.ts'
import { pictureIdsIn, readPictures } from '../picture/text-picture.ts'
import { documentPaper, publishedDocumentFile } from '../published-document-file.ts'
import { archivePackage } from './archive-package.ts'
import { readArchiveRules } from './archive-rules.ts'

/** What has come to its end one way or the other; a draft has nothing to keep yet. */
const SETTLED: readonly DocumentFile['state'][] = ['published', 'withdrawn', 'withheld', 'archived']

/** 归档: the package of one document, made from what is on record now; who took it is audited. */
export async function makeArchivePackage(
  ctx: Context,
  what: Readonly<{ agencyId: string; documentId: string }>,
): Promise<Readonly<{ bytes: Uint8Array; name: string; sha256: string }>> {
  allowWithin(ctx, 'publish-document', what.agencyId)
  const file = await getDocument(ctx, what)
  if (!SETTLED.includes(file.state))
    uphold(refuse('not-settled', '已经发布、撤下、不予公开的信息才能归档', cite('regulation', 25)))
  const { agency, receipts, rules } = await tx(ctx, async (t) => ({
    agency: (await getAgency(t, what.agencyId)).name,
    receipts: await receiptsOfDocument(t, what),
    rules: await readArchiveRules(t, what.agencyId),
  }))
  const attachments = []
  for (const { name, title, sha256 } of file.attachments) {
    const bytes = await ctx.files.find(sha256)
    if (bytes === undefined) throw new NotFound(`附件“${title}”`)
    attachments.push({ name, title, bytes: new Uint8Array(bytes) })
  }
  const pictures = []
  for (const { name, sha256 } of await readPictures(ctx.db, what.agencyId, pictureIdsIn(file.content.html))) {
    const bytes = await ctx.files.find(sha256)
    if (bytes === undefined) throw new NotFound(`正文图片“${name}”`)
    pictures.push({ name, bytes: new Uint8Array(bytes) })
  }
  const shown = shownDocument(file)
  const on = file.publishedAt?.toISOString().slice(0, 10) ?? '未发布'
  const parts = await paperParts(ctx, shown)
  const copy = (type: 'pdf' | 'docx') =>
    publishedDocumentFile(shown, on, type, {
      verifyAt: null,
      bytes: undefined,
      parts: async () => parts,
    })
  const text = {
    html: renderHtml(documentPaper(shown, on, null, parts)),
    pdf: (await copy('pdf')).bytes,
    docx: (await copy('docx')).bytes,
  }
  const { zip, sha256 } = archivePackage({
    agency,
    file,
    text,
    pictures,
    attachments,
    receipts,
    rules,
    madeAt: ctx.now,
  })
  await tx(ctx, (t) =>
    recordAudit(t, ctx, {
      agencyId: what.agencyId,
      action: 'make-archive-package',
      objectKind: 'document',
      objectId: what.documentId,
      detail: { sha256 },
    }),
  )
  const number = (file.indexNumber ?? file.documentId).replaceAll('/', '-')
  return { bytes: zip, name: `归档包 ${number}.zip`, sha256 }
}

/** The document as its text is drawn, whether it is public or not. */
function shownDocument(file: DocumentFile): Parameters<typeof publishedDocumentFile>[0] {
  const {
    attributeReason: _inner,
    exemption: _ground,
    earlyEffectReason: _why,
    correctionNote: _told,
    ...content
  } = file.content
  return {
    state: 'published',
    agencyId: file.agencyId,
    documentId: file.documentId,
    content,
    indexNumber: file.indexNumber ?? '（没有发布）',
    validity: file.validity,
    validityChangedOn: file.validityChangedOn,
    validityOpen: [],
    restored: null,
    publishedAt: file.publishedAt ?? file.createdAt,
    digest: file.contentDigest,
    node: null,
    attachments: file.attachments,
    relations: [],
    corrections: [],
    references: file.references,
    printedIn: [],
  }
}
