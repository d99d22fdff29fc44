import { NotFound } from '../errors.ts'
import { findMarkFile } from '../services/disclosure/mark/agency-mark.ts'
import type { Portal } from './portal.ts'

/** 机关标识的图片: under names that change with their bytes, and never to be run. */
export function registerMarks({ server, contextFor }: Portal): void {
  server.get<{ Params: { name: string } }>('/marks/:name', async (request, reply) => {
    const found = await findMarkFile(contextFor(request, ''), request.params.name)
    if (found === undefined) throw new NotFound('这个图片')
    const etag = `"${found.sha256}"`
    reply
      .header('etag', etag)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
    if (request.headers['if-none-match'] === etag) return reply.status(304).send()
    return reply.type(found.mediaType).send(Buffer.from(found.bytes))
  })
}
