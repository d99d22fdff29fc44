import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** Sends bytes under a Chinese name that every browser understands (RFC 5987), never to be run in our origin. */
export function sendFile(
  reply: FastifyReply,
  {
    bytes,
    name,
    mediaType,
  }: Readonly<{ bytes: Uint8Array | AsyncIterable<Uint8Array>; name: string; mediaType: string }>,
): FastifyReply {
  const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(bytes instanceof Uint8Array ? Buffer.from(bytes) : Readable.from(bytes))
}
