import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** Sends bytes under a Chinese name that every browser understands (RFC 5987), never to be run in our origin. */
export function sendFile(
  reply: FastifyReply,
  {
    bytes,
    name,
    mediaType,
    inline = false,
  }: Readonly<{
    bytes: Uint8Array | AsyncIterable<Uint8Array>
    name: string
    mediaType: string
    inline?: boolean
  }>,
): FastifyReply {
  if (inline && bytes instanceof Uint8Array && isPdf(bytes))
    return sendInline(reply.header('cache-control', 'no-store'), bytes, name)
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; ${fileNames(name)}`)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(bytes instanceof Uint8Array ? Buffer.from(bytes) : Readable.from(bytes))
}

/** What a browser's own viewer needs of the page in which it stands, and no more. */
const VIEWER_POLICY = [
  "default-src 'none'",
  "object-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** 在浏览器中打开: a PDF for the browser's own viewer, which only our own pages may frame. */
export function sendInline(reply: FastifyReply, bytes: Uint8Array, name: string): FastifyReply {
  return reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `inline; ${fileNames(name)}`)
    .header('content-security-policy', VIEWER_POLICY)
    .header('x-content-type-options', 'nosniff')
    .send(Buffer.from(bytes))
}

/** By its first bytes: a name proves nothing, and anything else would be run in our origin. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'
}

function fileNames(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
  return `filename="${ascii}"; filename*=UTF-8''${encoded}`
}
