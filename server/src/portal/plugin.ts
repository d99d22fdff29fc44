import type { FastifyPluginAsync } from 'fastify'
import type { Runtime } from '../runtime.ts'
import { registerAssets } from './assets.ts'
import { registerErrors } from './errors.tsx'
import { registerHome } from './home/home-page.tsx'
import { makePortal } from './portal.ts'
import { registerView } from './view.ts'

/** 门户: every public page. The server it is registered on brings cookies, forms, uploads and security headers. */
export const portalPlugin: FastifyPluginAsync<{ runtime: Runtime }> = async (server, { runtime }) => {
  const portal = makePortal(server, runtime)
  registerErrors(portal)
  registerAssets(portal)
  registerView(portal)
  registerHome(portal)
}
