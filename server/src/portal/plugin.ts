import type { FastifyPluginAsync } from 'fastify'
import type { Runtime } from '../runtime.ts'
import { registerApply } from './apply/register.tsx'
import { registerAssets } from './assets.ts'
import { registerAnnual } from './disclosure/annual-page.tsx'
import { registerBoard } from './disclosure/board-page.tsx'
import { registerCatalogue } from './disclosure/catalogue-page.tsx'
import { registerDocument } from './disclosure/document-page.tsx'
import { registerFiles } from './disclosure/file-download.ts'
import { registerGazette } from './disclosure/gazette-page.tsx'
import { registerGuide } from './disclosure/guide-page.tsx'
import { registerPlatform } from './disclosure/platform-page.tsx'
import { registerPreview } from './disclosure/preview-page.tsx'
import { registerRules } from './disclosure/rules-page.tsx'
import { registerStatutory } from './disclosure/statutory-page.tsx'
import { registerSystems } from './disclosure/systems-page.tsx'
import { registerViews } from './disclosure/views-page.tsx'
import { registerErrors } from './errors.tsx'
import { registerFeedback } from './feedback/register.tsx'
import { registerConsultations } from './feedback/register-consultations.tsx'
import { registerFeeds } from './feeds/feed.ts'
import { registerSiteMaps } from './feeds/site-map.ts'
import { registerEnglish } from './home/english-page.tsx'
import { registerHome } from './home/home-page.tsx'
import { registerSiteMap } from './home/sitemap-page.tsx'
import { registerWebsiteReport } from './home/website-report-page.tsx'
import { registerMarks } from './marks.ts'
import { registerOpenData } from './open-data/open-data-page.tsx'
import { makePortal, type PortalOptions } from './portal.ts'
import { registerSearch } from './search/search-page.tsx'
import { registerSearchWords } from './search/search-words.ts'
import { registerStatus } from './status/register.tsx'
import { registerSubscriptions } from './subscriptions/register.tsx'
import { registerTools } from './tools/register.ts'
import { registerVerify } from './verify/verify-page.tsx'
import { registerView } from './view.ts'

/** 门户: every public page. The server it is registered on brings cookies, forms, uploads and security headers. */
export const portalPlugin: FastifyPluginAsync<{ runtime: Runtime } & PortalOptions> = async (
  server,
  { runtime, ...options },
) => {
  const portal = makePortal(server, runtime, options)
  registerErrors(portal)
  registerAssets(portal)
  registerMarks(portal)
  registerView(portal)
  registerHome(portal)
  registerEnglish(portal)
  registerOpenData(portal)
  registerSiteMap(portal)
  registerWebsiteReport(portal)
  registerPlatform(portal)
  registerGuide(portal)
  registerSystems(portal)
  registerStatutory(portal)
  registerCatalogue(portal)
  registerBoard(portal)
  registerViews(portal)
  registerGazette(portal)
  registerRules(portal)
  registerDocument(portal)
  registerPreview(portal)
  registerAnnual(portal)
  registerFiles(portal)
  registerSearch(portal)
  registerSearchWords(portal)
  registerVerify(portal)
  registerFeeds(portal)
  registerSiteMaps(portal)
  registerApply(portal)
  registerFeedback(portal)
  registerConsultations(portal)
  registerStatus(portal)
  registerSubscriptions(portal)
  registerTools(portal)
}
