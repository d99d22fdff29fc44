import { disclosure as contract } from '@mingfu/contract'
import { Invalid } from '../errors.ts'
import { answerDocumentConsultation } from '../services/disclosure/answer-document-consultation.ts'
import { answerReferral } from '../services/disclosure/answer-referral.ts'
import { approveDocument } from '../services/disclosure/approve-document.ts'
import { attachFile, removeFile } from '../services/disclosure/attach-file.ts'
import { type CatalogueNode, catalogueOf } from '../services/disclosure/catalogue-of.ts'
import { changeValidity } from '../services/disclosure/change-validity.ts'
import { consultOnDocument } from '../services/disclosure/consult-on-document.ts'
import { draftDocument } from '../services/disclosure/draft-document.ts'
import { editDocument } from '../services/disclosure/edit-document.ts'
import { type DocumentFile, getDocument } from '../services/disclosure/get-document.ts'
import { findGuide, type GuideContent, saveGuide } from '../services/disclosure/guide.ts'
import { listDocuments } from '../services/disclosure/list-documents.ts'
import { listWithheld } from '../services/disclosure/list-withheld.ts'
import { keepPicture, readTextPicture } from '../services/disclosure/picture/keep-picture.ts'
import { planInterpretation } from '../services/disclosure/plan-interpretation.ts'
import { previewAttachment } from '../services/disclosure/preview-attachment.ts'
import { publishDocument } from '../services/disclosure/publish-document.ts'
import { publishLedger } from '../services/disclosure/publish-ledger.ts'
import { publishLedgerFile } from '../services/disclosure/publish-ledger-file.ts'
import { reReviewDocument } from '../services/disclosure/re-review-document.ts'
import { readAttachment } from '../services/disclosure/read-attachment.ts'
import { relateDocuments } from '../services/disclosure/relation/relate-documents.ts'
import { settleValidity } from '../services/disclosure/relation/settle-validity.ts'
import { unrelateDocuments } from '../services/disclosure/relation/unrelate-documents.ts'
import { reopenDocument } from '../services/disclosure/reopen-document.ts'
import { returnDocument } from '../services/disclosure/return-document.ts'
import { reviewSecrecy } from '../services/disclosure/review-secrecy.ts'
import { saveCatalogueNode } from '../services/disclosure/save-catalogue-node.ts'
import { scheduleDocument } from '../services/disclosure/schedule-document.ts'
import { findSite, saveSiteFooter } from '../services/disclosure/site.ts'
import { submitForReview } from '../services/disclosure/submit-for-review.ts'
import { withdrawDocument } from '../services/disclosure/withdraw-document.ts'
import { readWordFile } from '../services/disclosure/word/read-word-file.ts'
import { agencyOf } from './agencies.ts'
import { onlyUpload } from './only-upload.ts'
import { type Api, FileAnswer } from './route.ts'

export function disclosureRoutes(api: Api): void {
  documentRoutes(api)
  releaseRoutes(api)
  consultationRoutes(api)
  afterPublicationRoutes(api)
  catalogueRoutes(api)
}

function documentRoutes(api: Api): void {
  api.route(contract.list, async ({ ctx, query: { state, overdue, ...rest } }) => {
    const { items, next } = await listDocuments(ctx, {
      agencyId: agencyOf(ctx),
      ...given(rest),
      ...(state === undefined ? {} : { states: [state] }),
      ...(overdue === undefined ? {} : { overdue: true }),
    })
    return {
      items: items.map(({ publishedAt, ...item }) => ({ ...item, publishedAt: iso(publishedAt) })),
      next,
    }
  })
  api.route(contract.get, async ({ ctx, params }) =>
    presentFile(await getDocument(ctx, { agencyId: agencyOf(ctx), ...params })),
  )
  api.route(contract.draft, ({ ctx, body }) => draftDocument(ctx, { agencyId: agencyOf(ctx), content: body }))
  api.route(contract.edit, ({ ctx, params, body: { version, ...content } }) =>
    editDocument(ctx, { agencyId: agencyOf(ctx), ...params, version, content }),
  )
  api.route(contract.readWord, async ({ ctx, files }) => {
    const [file] = files
    if (file === undefined) throw new Invalid('请选择一个 Word 文件', { file: '请选择一个 Word 文件' })
    const { html, left } = await readWordFile(ctx, { agencyId: agencyOf(ctx), ...file })
    return { html, left: [...left] }
  })
  api.route(contract.insertPicture, async ({ ctx, files }) => {
    const { name, bytes } = onlyUpload(files)
    return { fileId: await keepPicture(ctx, { agencyId: agencyOf(ctx), name, bytes }) }
  })
  api.route(contract.picture, async ({ ctx, params }) => {
    const { picture, bytes } = await readTextPicture(ctx, { agencyId: agencyOf(ctx), ...params })
    return new FileAnswer(bytes, picture.name, picture.mediaType)
  })
  api.route(contract.attach, ({ ctx, params, body, files }) => {
    const { name, bytes } = onlyUpload(files)
    return attachFile(ctx, { agencyId: agencyOf(ctx), ...params, ...body, name, bytes })
  })
  api.route(contract.removeFile, ({ ctx, params, query }) =>
    removeFile(ctx, { agencyId: agencyOf(ctx), ...params, ...query }),
  )
  api.route(contract.file, async ({ ctx, params, query }) => {
    const { attachment, bytes } = await readAttachment(ctx, { agencyId: agencyOf(ctx), ...params })
    return new FileAnswer(bytes, attachment.name, attachment.mediaType, query.inline !== undefined)
  })
  api.route(contract.preview, ({ ctx, params }) =>
    previewAttachment(ctx, { agencyId: agencyOf(ctx), ...params }),
  )
}

function releaseRoutes(api: Api): void {
  api.route(contract.submit, ({ ctx, params, body }) =>
    submitForReview(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.review, ({ ctx, params, body }) =>
    reviewSecrecy(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.answerReferral, ({ ctx, params, body }) =>
    answerReferral(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.approve, ({ ctx, params, body }) =>
    approveDocument(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.return, ({ ctx, params, body }) =>
    returnDocument(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.publish, async ({ ctx, params, body }) => {
    const done = await publishDocument(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return { ...done, publishedAt: done.publishedAt.toISOString() }
  })
}

function consultationRoutes(api: Api): void {
  api.route(contract.schedule, ({ ctx, params, body: { publishAt, version } }) =>
    scheduleDocument(ctx, { agencyId: agencyOf(ctx), ...params, version, publishAt: new Date(publishAt) }),
  )
  api.route(contract.consult, ({ ctx, params, body }) =>
    consultOnDocument(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.answerConsultation, ({ ctx, params, body }) =>
    answerDocumentConsultation(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.withheld, ({ ctx }) => listWithheld(ctx, { agencyId: agencyOf(ctx) }))
  api.route(contract.reReview, ({ ctx, params, body }) =>
    reReviewDocument(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
}

function afterPublicationRoutes(api: Api): void {
  api.route(contract.withdraw, ({ ctx, params, body }) =>
    withdrawDocument(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.reopen, ({ ctx, params, body }) =>
    reopenDocument(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.changeValidity, ({ ctx, params, body }) =>
    changeValidity(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.unrelate, async ({ ctx, params, body }) => {
    await unrelateDocuments(ctx, { agencyId: agencyOf(ctx), fromId: params.documentId, ...body })
    return {}
  })
  api.route(contract.settleValidity, ({ ctx, params, body }) =>
    settleValidity(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.planInterpretation, ({ ctx, params, body }) =>
    planInterpretation(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.relate, async ({ ctx, params, body }) => {
    await relateDocuments(ctx, { agencyId: agencyOf(ctx), fromId: params.documentId, ...body })
    return {}
  })
  api.route(contract.ledgerFile, async ({ ctx, params }) => {
    const { bytes, name } = await publishLedgerFile(ctx, { agencyId: agencyOf(ctx), ...params })
    return new FileAnswer(bytes, name, XLSX)
  })
  api.route(contract.ledger, async ({ ctx, params }) => {
    const rows = await publishLedger(ctx, { agencyId: agencyOf(ctx), ...params })
    return rows.map(({ publishedAt, withdrawnAt, ...row }) => ({
      ...row,
      publishedAt: publishedAt.toISOString(),
      withdrawnAt: iso(withdrawnAt),
    }))
  })
}

function catalogueRoutes(api: Api): void {
  api.route(contract.catalogue, async ({ ctx }) => (await catalogueOf(ctx, agencyOf(ctx))).map(presentNode))
  api.route(contract.saveColumn, async ({ ctx, params, body }) => ({
    nodeId: await saveCatalogueNode(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  }))
  api.route(contract.guide, async ({ ctx }) => {
    const guide = await findGuide(ctx, agencyOf(ctx))
    return guide ?? { content: EMPTY_GUIDE, revisedOn: null, version: 0 }
  })
  api.route(contract.siteFooter, async ({ ctx }) => (await findSite(ctx))?.footer ?? {})
  api.route(contract.saveSiteFooter, async ({ ctx, body }) => {
    await saveSiteFooter(ctx, body)
    return {}
  })
  api.route(contract.saveGuide, ({ ctx, body: { version, ...content } }) =>
    saveGuide(ctx, { agencyId: agencyOf(ctx), version, content }),
  )
}

/** Before the first one: nothing written, nothing revised. */
const EMPTY_GUIDE: GuideContent = {
  classification: '',
  arrangement: '',
  access: '',
  readingPlaces: '',
  office: { name: '', address: '', hours: '', phone: '', fax: '', email: '', internet: '', postcode: '' },
  applying: '',
  supervision: '',
}

function presentFile(file: DocumentFile) {
  return {
    ...file,
    publishedAt: iso(file.publishedAt),
    validityQuestions: file.validityQuestions.map(({ withdrawnAt, ...one }) => ({
      ...one,
      withdrawnAt: withdrawnAt.toISOString(),
    })),
    publishAt: iso(file.publishAt),
    withdrawnAt: iso(file.withdrawnAt),
    events: file.events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
    correctedAt: iso(file.correctedAt),
    levels: file.levels.map(({ passedAt, proofread, ...level }) => ({
      ...level,
      passedAt: iso(passedAt),
      proofread: [...proofread],
    })),
    urgent:
      file.urgent === null
        ? null
        : {
            ...file.urgent,
            at: file.urgent.at.toISOString(),
            laterReviewedAt: iso(file.urgent.laterReviewedAt),
          },
    laterReview:
      file.laterReview === null
        ? null
        : {
            ...file.laterReview,
            levels: file.laterReview.levels.map(({ passedAt, ...level }) => ({
              ...level,
              passedAt: iso(passedAt),
            })),
          },
    versions: file.versions.map(({ seq, content, attachments, contentDigest, replacedAt, note }) => ({
      seq,
      title: content.title,
      html: content.html,
      attachments,
      contentDigest,
      replacedAt: replacedAt.toISOString(),
      note,
    })),
    reviews: file.reviews.map(({ reviewedAt, contentDigest, ...review }) => ({
      ...review,
      reviewedAt: reviewedAt.toISOString(),
      current: contentDigest === file.contentDigest,
    })),
  }
}

function presentNode({ newestAt, children, ...node }: CatalogueNode): PresentedNode {
  return { ...node, newestAt: iso(newestAt), children: children.map(presentNode) }
}

type PresentedNode = Omit<CatalogueNode, 'newestAt' | 'children'> & {
  newestAt: string | null
  children: PresentedNode[]
}

/** One attachment a call, so that a refusal is about one file. */
function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null
}

/** Without what was not given, as the verbs' optional fields ask. */
function given<Values extends object>(values: Values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Values]: Exclude<Values[Key], undefined>
  }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
