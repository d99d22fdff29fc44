import { disableUnusedStaff } from '../services/agencies/disable-unused-staff.ts'
import { tendPost } from '../services/channels/tend-post.ts'
import { tendPosts } from '../services/channels/tend-posts.ts'
import { remindPublication } from '../services/disclosure/due/remind-publication.ts'
import { publishScheduled } from '../services/disclosure/publish-scheduled.ts'
import { remindRelease } from '../services/disclosure/remind-release.ts'
import { rescreenDocuments } from '../services/disclosure/rescreen-documents.ts'
import { withdrawExpired } from '../services/disclosure/withdraw-expired.ts'
import { sendNotification } from '../services/notifications/send-notification.ts'
import { remindOrders } from '../services/oversight/remind-orders.ts'
import { makeEvidenceBundle } from '../services/remedies/make-evidence-bundle.ts'
import { drawLetter } from '../services/requests/draw-letter.ts'
import { discardExpiredImports } from '../services/requests/ledger/discard-ledger-import.ts'
import { runLedgerImport } from '../services/requests/ledger/run-ledger-import.ts'
import { recomputeDeadlines } from '../services/requests/recompute-deadlines.ts'
import { remindApplicants } from '../services/requests/remind-applicants.ts'
import { remindHandlers } from '../services/requests/reminders/remind-handlers.ts'
import { applyRetention } from '../services/retention/apply-retention.ts'
import { discardExpired } from '../services/retention/discard-expired.ts'
import { indexDocument } from '../services/search/index-document.ts'
import { renewIndex } from '../services/search/renew-index.ts'
import { checkLinks } from '../services/site-health/check-links.ts'
import { examineDocuments } from '../services/site-health/examine-documents.ts'
import { probeSite } from '../services/site-health/probe-site.ts'
import { remindOffice } from '../services/site-health/remind-office.ts'
import { askSubscriber } from '../services/subscriptions/ask-subscriber.ts'
import { sendDigest, sendDigests } from '../services/subscriptions/send-digest.ts'
import type { Handlers, Scheduled } from './worker.ts'

/** Who does which work: one verb a kind. */
export const HANDLERS: Handlers = {
  'index-document': indexDocument,
  'renew-index': renewIndex,
  'rescreen-documents': rescreenDocuments,
  'draw-letter': drawLetter,
  'make-evidence-bundle': makeEvidenceBundle,
  'import-ledger': runLedgerImport,
  'recompute-deadlines': async (ctx, payload) => void (await recomputeDeadlines(ctx, payload)),
  'send-notification': sendNotification,
  'ask-subscriber': askSubscriber,
  'send-digest': sendDigest,
  'send-digests': async (ctx) => void (await sendDigests(ctx)),
  'tend-channel-post': tendPost,
  'tend-channel-posts': tendPosts,
  'remind-applicants': remindApplicants,
  'remind-orders': remindOrders,
  'remind-handlers': async (ctx) => void (await remindHandlers(ctx)),
  'remind-publication': async (ctx) => void (await remindPublication(ctx)),
  'publish-scheduled': async (ctx) => void (await publishScheduled(ctx)),
  'remind-release': async (ctx) => void (await remindRelease(ctx)),
  'withdraw-expired': async (ctx) => void (await withdrawExpired(ctx)),
  'disable-unused-staff': async (ctx) => void (await disableUnusedStaff(ctx)),
  'remind-office': remindOffice,
  'probe-site': probeSite,
  'check-links': checkLinks,
  'examine-documents': examineDocuments,
  'apply-retention': applyRetention,
  'discard-expired': async (ctx) => {
    await discardExpired(ctx)
    await discardExpiredImports(ctx)
  },
}

/** Work that comes by the clock. */
export const SCHEDULED: Scheduled = {
  'remind-handlers': { cron: '5 * * * *', payload: { agencyId: 'all' } },
  'remind-orders': { cron: '12 9 * * *', payload: { agencyId: 'all' } },
  'publish-scheduled': { cron: '* * * * *', payload: { agencyId: 'all' } },
  'remind-publication': { cron: '20 8 * * *', payload: { agencyId: 'all' } },
  'remind-release': { cron: '30 8 * * *', payload: { agencyId: 'all' } },
  'withdraw-expired': { cron: '15 0 * * *', payload: { agencyId: 'all' } },
  'tend-channel-posts': { cron: '* * * * *', payload: { agencyId: 'all' } },
  'send-digests': { cron: '0 8 * * *', payload: { agencyId: 'all' } },
  'remind-office': { cron: '40 8 * * *', payload: { agencyId: 'all' } },
  // 每天不少于20次.
  'probe-site': { cron: '*/30 * * * *', payload: { agencyId: 'all' } },
  'check-links': { cron: '15 3 * * *', payload: { agencyId: 'all' } },
  'examine-documents': { cron: '15 4 * * *', payload: { agencyId: 'all' } },
  'discard-expired': { cron: '20 * * * *', payload: { agencyId: 'all' } },
  'disable-unused-staff': { cron: '15 3 * * *', payload: { agencyId: 'all' } },
  'apply-retention': { cron: '50 3 * * *', payload: { agencyId: 'all' } },
  'renew-index': { cron: '40 * * * *', payload: { agencyId: 'all' } },
  'rescreen-documents': { cron: '30 2 * * 6', payload: { agencyId: 'all' } },
  'remind-applicants': { cron: '10 9 * * *', payload: { agencyId: 'all' } },
}
