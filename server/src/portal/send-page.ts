import type { FastifyReply, FastifyRequest } from 'fastify'

type Encoded = Readonly<{ type: string; plain: Buffer; gzip: Buffer; brotli: Buffer; digest: string }>

/** Sends bytes in the best encoding that the browser takes, or 304 when it has them. */
export function sendEncoded(
  request: FastifyRequest,
  reply: FastifyReply,
  page: Encoded,
  cacheControl: string,
): FastifyReply {
  const encoding = bestEncoding(request.headers['accept-encoding'])
  const etag = etagOf(page, encoding)
  reply.header('vary', 'accept-encoding').header('etag', etag).header('cache-control', cacheControl)
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (known?.includes(etag)) return reply.status(304).send()
  if (encoding === 'brotli') reply.header('content-encoding', 'br')
  if (encoding === 'gzip') reply.header('content-encoding', 'gzip')
  return reply.type(page.type).send(page[encoding])
}

type Encoding = 'brotli' | 'gzip' | 'plain'

export function etagOf({ digest }: Pick<Encoded, 'digest'>, encoding: Encoding): string {
  return `"${digest}${encoding === 'plain' ? '' : `-${encoding}`}"`
}

export function bestEncoding(accepted: string | undefined): Encoding {
  const tokens = (accepted ?? '')
    .toLowerCase()
    .split(',')
    .map((token) => token.trim())
    .filter((token) => !/;\s*q=0(\.0*)?$/.test(token))
    .map((token) => token.split(';')[0])
  if (tokens.includes('br')) return 'brotli'
  return tokens.includes('gzip') ? 'gzip' : 'plain'
}
