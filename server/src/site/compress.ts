import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const gzipOf = promisify(gzip)
const brotliOf = promisify(brotliCompress)

const TEXT = /\.(?:html|css|js|json|xml|svg|txt|csv)$/

/** Below this many bytes a smaller file saves no packet. */
const WORTH_IT = 600

/** A file with the `.gz` and `.br` that a web server sends in its place; what is compressed already stands alone. */
export async function withCompressed(
  path: string,
  bytes: Uint8Array,
): Promise<readonly Readonly<{ path: string; bytes: Uint8Array }>[]> {
  if (!TEXT.test(path) || bytes.length < WORTH_IT) return [{ path, bytes }]
  const [zipped, brotli] = await Promise.all([
    gzipOf(bytes, { level: 9 }),
    brotliOf(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  ])
  return [
    { path, bytes },
    { path: `${path}.gz`, bytes: zipped },
    { path: `${path}.br`, bytes: brotli },
  ]
}
