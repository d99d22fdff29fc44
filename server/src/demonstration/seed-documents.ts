import { addDays, earlier, SECRECY_QUESTIONS, type SecrecyQuestion } from '@mingfu/law'
import type { Context } from '../services/context.ts'
import { approveDocument } from '../services/disclosure/approve-document.ts'
import { attachFile } from '../services/disclosure/attach-file.ts'
import { repealDocument } from '../services/disclosure/change-validity.ts'
import { draftDocument } from '../services/disclosure/draft-document.ts'
import { getDocument } from '../services/disclosure/get-document.ts'
import { saveGuide } from '../services/disclosure/guide.ts'
import { keepPicture } from '../services/disclosure/picture/keep-picture.ts'
import { pictureAddress } from '../services/disclosure/picture/text-picture.ts'
import { publishDocument } from '../services/disclosure/publish-document.ts'
import { relateDocuments } from '../services/disclosure/relation/relate-documents.ts'
import { reviewSecrecy } from '../services/disclosure/review-secrecy.ts'
import { saveCatalogueNode } from '../services/disclosure/save-catalogue-node.ts'
import { submitForReview } from '../services/disclosure/submit-for-review.ts'
import { DOCUMENTS } from './documents/all-documents.ts'
import { CATALOGUE } from './documents/columns.ts'
import { type DemonstrationDocument, formNow } from './documents/demonstration-document.ts'
import { GUIDE } from './guide.ts'
import { OFFICE } from './office.ts'
import type { Stage } from './stage.ts'

/** 指南、目录、制度和文件: guide and catalogue, then every document through draft, review, approval, publication. Answers ids by number or title. */
export async function seedDocuments(stage: Stage): Promise<ReadonlyMap<string, string>> {
  const { agencyId, today } = stage
  await saveGuide(stage.as('jingban', addDays(today, -200)), { agencyId, version: 0, content: GUIDE })
  const nodes = new Map<string, string>()
  for (const [index, node] of CATALOGUE.entries()) {
    const nodeId = await saveCatalogueNode(stage.as('jingban', today), {
      agencyId,
      code: node.code,
      parentCode: node.parent,
      title: node.title,
      description: node.description,
      keywords: node.title,
      columnType: node.columnType,
      legalItem: node.legalItem,
      sortOrder: index,
      kinds: node.kinds,
    })
    nodes.set(node.code, nodeId)
  }
  const published = new Map<string, string>()
  const inOrder = DOCUMENTS.toSorted((a, b) => b.writtenDaysAgo - a.writtenDaysAgo)
  for (const document of inOrder) {
    const documentId = await publish(stage, document, nodes.get(document.node) ?? null, published)
    published.set(document.documentNumber ?? document.title, documentId)
    const interpreted = document.interprets === undefined ? undefined : published.get(document.interprets)
    if (interpreted !== undefined) {
      const effectiveOn = addDays(today, -document.writtenDaysAgo)
      await relateDocuments(stage.as('jingban', today), {
        agencyId,
        fromId: documentId,
        toId: interpreted,
        kind: 'interprets',
        effectiveOn,
      })
    }
  }
  return published
}

async function publish(
  stage: Stage,
  document: DemonstrationDocument,
  nodeId: string | null,
  published: ReadonlyMap<string, string>,
): Promise<string> {
  const { agencyId, calendar, today } = stage
  const writtenOn = addDays(today, -document.writtenDaysAgo)
  const on = (days: number) => earlier(calendar.addWorkingDays(writtenOn, days), today)
  const picture = await pictureHtml(stage.as('jingban', on(1)), agencyId, document)
  const drafted = await draftDocument(stage.as('jingban', on(1)), {
    agencyId,
    content: {
      kind: document.kind,
      nodeId,
      title: document.title,
      documentNumber: document.documentNumber ?? null,
      genre: document.genre,
      issuer: OFFICE.name,
      topicCategory: null,
      legalItem: document.legalItem,
      keyAreas: document.keyAreas ?? [],
      keywords: document.keywords,
      summary: document.summary,
      source: OFFICE.shortName,
      registrationNumber: null,
      writtenOn,
      effectiveOn: null,
      expiresOn: null,
      attribute: 'proactive',
      attributeReason: null,
      exemption: null,
      earlyEffectReason: null,
      legalBasis: document.legalBasis ?? null,
      unpublishOn: null,
      correctionNote: null,
      origin: 'made',
      originOrgan: null,
      coIssuers: [],
      form: {
        ...formNow(document.form ?? {}, { today, published }),
        ...(isInterpreted(document) ? { interpretationPlannedOn: on(6) } : {}),
      },
      html: [...document.paragraphs.map((text) => `<p>${text}</p>`), ...picture].join('\n'),
    },
  })
  const at = (version: number) => ({ agencyId, documentId: drafted.documentId, version })
  let version = drafted.version
  for (const { title, name, make } of document.files ?? []) {
    const file = { title, name, bytes: await make() }
    ;({ version } = await attachFile(stage.as('jingban', on(1)), { ...at(version), ...file }))
  }
  const submitted = await submitForReview(stage.as('jingban', on(1)), at(version))
  const { findings } = await getDocument(stage.as('shencha', on(2)), at(submitted.version))
  const reviewed = await reviewSecrecy(stage.as('shencha', on(2)), {
    ...at(submitted.version),
    answers: allNo(),
    opinion: 'disclose',
    reason: '已逐项核对，可以公开。',
    overrides: Object.fromEntries(
      findings.map(({ id, where }) => [
        id,
        /图片/.test(where) ? '图片已经看过，没有不能公开的内容。' : '引用的文件已经公开。',
      ]),
    ),
  })
  const approved = await approveDocument(stage.as('lingdao', on(3)), at(reviewed.version))
  const out = await publishDocument(stage.as('jingban', on(4)), at(approved.version))
  if (document.repealedDaysAgo !== undefined) {
    const repealedOn = addDays(today, -document.repealedDaysAgo)
    await repealDocument(stage.as('jingban', repealedOn), {
      ...at(out.version),
      on: repealedOn,
      basis: '鸭管〔2026〕7号',
    })
  }
  return drafted.documentId
}

async function pictureHtml(
  ctx: Context,
  agencyId: string,
  { picture }: DemonstrationDocument,
): Promise<readonly string[]> {
  if (picture === undefined) return []
  const { name, alt, make } = picture
  const fileId = await keepPicture(ctx, { agencyId, name, bytes: make() })
  return [`<p><img src="${pictureAddress(fileId)}" alt="${alt}" /></p>`]
}

/** Its interpretation is written a day later, and planned for when the document comes out. */
function isInterpreted({ documentNumber }: DemonstrationDocument): boolean {
  return documentNumber !== undefined && DOCUMENTS.some(({ interprets }) => interprets === documentNumber)
}

function allNo() {
  const questions = Object.keys(SECRECY_QUESTIONS) as SecrecyQuestion[]
  return Object.fromEntries(questions.map((question) => [question, { answer: 'no' as const }]))
}
