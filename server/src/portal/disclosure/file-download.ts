import type { FastifyReply } from 'fastify'
import { NotFound } from '../../errors.ts'
import { isPdf, sendInline } from '../../send-file.ts'
import { findPublishedReport } from '../../services/annual-reports/find-published-reports.ts'
import { publishedReportFile } from '../../services/annual-reports/report-file.ts'
import { findPublishedDocument } from '../../services/disclosure/find-published-document.ts'
import { findPublishedFile } from '../../services/disclosure/find-published-file.ts'
import { findPublishedPicture } from '../../services/disclosure/picture/find-published-picture.ts'
import { documentCopy } from '../../services/verification/document-copy.ts'
import { dayOf, momentText } from '../moment.ts'
import type { Portal } from '../portal.ts'

const REPORT_TYPES = ['docx', 'pdf', 'xlsx', 'json', 'html'] as const
type ReportType = (typeof REPORT_TYPES)[number]

/** 下载: attachments of published documents, and published reports. Nothing else has an address here. */
export function registerFiles({ server, runtime, contextFor, agencyAt, frameFor }: Portal): void {
  server.get<{ Params: { agency: string; documentId: string; fileId: string } }>(
    '/files/:agency/:documentId/:fileId',
    async (request, reply) => {
      const { agency: slug, documentId, fileId } = request.params
      const agency = await agencyAt(slug)
      const ctx = contextFor(request, agency?.agencyId ?? '')
      const found =
        agency && (await findPublishedFile(ctx, { agencyId: agency.agencyId, documentId, fileId }))
      if (found === undefined) throw new NotFound('这个附件')
      const { attachment, document, bytes } = found
      const number = document.content.documentNumber
      const extension = attachment.name.slice(attachment.name.lastIndexOf('.'))
      const name = `${attachment.title}${number === null ? '' : `（${number}）`}${extension}`
      const etag = `"${attachment.sha256}"`
      reply.header('etag', etag).header('cache-control', 'public, max-age=0, s-maxage=60')
      if (request.headers['if-none-match'] === etag) return reply.status(304).send()
      return sendDownload(reply, bytes, name, attachment.mediaType)
    },
  )

  // 在浏览器中打开: a PDF under the same conditions, framed by our own pages and by nobody else's.
  server.get<{ Params: { agency: string; documentId: string; fileId: string } }>(
    '/files/:agency/:documentId/:fileId/inline',
    async (request, reply) => {
      const { agency: slug, documentId, fileId } = request.params
      const agency = await agencyAt(slug)
      const ctx = contextFor(request, agency?.agencyId ?? '')
      const found =
        agency && (await findPublishedFile(ctx, { agencyId: agency.agencyId, documentId, fileId }))
      if (found === undefined || !isPdf(found.bytes)) throw new NotFound('这个附件')
      const { attachment, bytes } = found
      const etag = `"${attachment.sha256}-inline"`
      reply.header('etag', etag).header('cache-control', 'public, max-age=0, s-maxage=60')
      if (request.headers['if-none-match'] === etag) return reply.status(304).send()
      return sendInline(reply, bytes, `${attachment.title}.pdf`)
    },
  )

  server.get<{ Params: { agency: string; documentId: string; type: string } }>(
    '/files/:agency/:documentId/text/:type',
    { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const { agency: slug, documentId, type } = request.params
      const agency = await agencyAt(slug)
      const ctx = contextFor(request, agency?.agencyId ?? '')
      const document = agency && (await findPublishedDocument(ctx, { agencyId: agency.agencyId, documentId }))
      if (document?.state !== 'published' || (type !== 'docx' && type !== 'pdf')) {
        throw new NotFound('这条政府信息')
      }
      const publishedOn = momentText(document.publishedAt)
      const { home } = await frameFor(request)
      const { bytes, name, mediaType } = await documentCopy(ctx, { document, publishedOn, type, home })
      reply.header('cache-control', 'public, max-age=0, s-maxage=60')
      return sendDownload(reply, bytes, name, mediaType)
    },
  )

  // 正文图片: shown within the page.
  server.get<{ Params: { fileId: string } }>('/files/pictures/:fileId', async (request, reply) => {
    const found = await findPublishedPicture(contextFor(request, ''), request.params.fileId)
    if (found === undefined) throw new NotFound('这幅图片')
    const etag = `"${found.picture.sha256}"`
    reply.header('etag', etag).header('cache-control', 'public, max-age=0, s-maxage=60')
    if (request.headers['if-none-match'] === etag) return reply.status(304).send()
    return reply
      .type(found.picture.mediaType)
      .header('x-content-type-options', 'nosniff')
      .send(Buffer.from(found.bytes))
  })

  server.get<{ Params: { agency: string; year: string; type: string } }>(
    '/files/:agency/annual/:year/:type',
    { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const { agency: slug, year, type } = request.params
      const agency = await agencyAt(slug)
      const report =
        agency && /^\d{4}$/.test(year) && isReportType(type)
          ? await findPublishedReport(runtime.db, agency.agencyId, Number(year))
          : undefined
      if (report === undefined || !isReportType(type)) throw new NotFound('这一年度的年度报告')
      const { bytes, name, mediaType } = await publishedReportFile(report, type, dayOf(report.publishedAt))
      reply.header('cache-control', 'public, max-age=0, s-maxage=60')
      return sendDownload(reply, bytes, name, mediaType)
    },
  )
}

function isReportType(type: string): type is ReportType {
  return (REPORT_TYPES as readonly string[]).includes(type)
}

/** Under a Chinese name that every browser understands (RFC 5987), to be kept and never to be run in our origin. */
function sendDownload(reply: FastifyReply, bytes: Uint8Array, name: string, mediaType: string): FastifyReply {
  const safe = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
  const ascii = safe.replace(/[^\x20-\x7e]/g, '_')
  return reply
    .header('content-type', mediaType)
    .header(
      'content-disposition',
      `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(safe)}`,
    )
    .header('x-content-type-options', 'nosniff')
    .send(Buffer.from(bytes))
}
