import { createHash } from 'node:crypto'
import { NotFound } from '../errors.ts'
import type { Portal } from './portal.ts'
import { sendEncoded } from './send-page.ts'
import { findStaticFile } from './static-files.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'

/** Style sheets, icon, progressive scripts: under names that change with their bytes. */
export function registerAssets({ server }: Portal): void {
  server.get<{ Params: { name: string } }>('/assets/:name', (request, reply) => {
    const file = findStaticFile(`/assets/${request.params.name}`)
    if (file === undefined) throw new NotFound('这个文件')
    const { bytes, ...rest } = file
    const digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
    return sendEncoded(request, reply, { ...rest, plain: bytes, digest }, FOR_EVER)
  })
}
