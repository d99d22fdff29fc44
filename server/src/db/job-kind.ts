/** Kinds of background work and what each needs to know. Handlers stand in `jobs/handlers.ts`. */
export type JobPayloads = {
  /** Cut a document into words and write its row of the search index; removes the row when it is not public. */
  'index-document': Readonly<{ agencyId: string; documentId: string }>
  /** Queue what the search index lacks or holds in an older form; of all agencies at once. */
  'renew-index': Readonly<{ agencyId: 'all' }>
  /** Look at everything that an agency has published by its lists of words as they are now; `all` does so for each. */
  'rescreen-documents': Readonly<{ agencyId: string; after?: string }>
  /** Draw an issued letter as PDF and Word and keep both in the file. */
  'draw-letter': Readonly<{ agencyId: string; letterId: string }>
  /** Bind the file of an application in dispute for reconsideration or court. */
  'make-evidence-bundle': Readonly<{ agencyId: string; bundleId: string }>
  /** Check an uploaded ledger, or import it when it was confirmed. */
  'import-ledger': Readonly<{ agencyId: string; importId: string }>
  /** Read the open cases of an agency again, after a holiday notice came. */
  'recompute-deadlines': Readonly<{ agencyId: string }>
  /** Hand one message to its carrier and note what became of it. */
  'send-notification': Readonly<{ agencyId: string; notificationId: string }>
  /** Ask the owner of a mailbox whether he wants a subscription. */
  'ask-subscriber': Readonly<{ agencyId: string; subscriptionId: string }>
  /** Mail one subscriber what is new. */
  'send-digest': Readonly<{ agencyId: string; subscriptionId: string }>
  /** Queue the mails to subscribers that are due; of all agencies at once. */
  'send-digests': Readonly<{ agencyId: 'all' }>
  /** Take a post on another channel as far as it goes now. */
  'tend-channel-post': Readonly<{ agencyId: string; postId: string }>
  /** Queue the posts whose time has come; of all agencies at once. */
  'tend-channel-posts': Readonly<{ agencyId: 'all' }>
  /** Remind applicants, who wanted that, of a period of theirs that ends; of all agencies at once. */
  'remind-applicants': Readonly<{ agencyId: 'all' }>
  /** Remind organs of orders of supervision that they have not answered; of all agencies at once. */
  'remind-orders': Readonly<{ agencyId: 'all' }>
  /** Tell handlers what their cases need; of all agencies at once. */
  'remind-handlers': Readonly<{ agencyId: 'all' }>
  /** Publish what was set for a moment that has come; of all agencies at once. */
  'publish-scheduled': Readonly<{ agencyId: 'all' }>
  /** Tell drafters of what has to be public soon, or should be already; of all agencies at once. */
  'remind-publication': Readonly<{ agencyId: 'all' }>
  /** Take down what was to be shown until a day that has passed; of all agencies at once. */
  'withdraw-expired': Readonly<{ agencyId: 'all' }>
  /** Disable accounts that nobody has used for long; of all agencies at once. */
  'disable-unused-staff': Readonly<{ agencyId: 'all' }>
  /** Tell those who publish what the site needs; of all agencies at once. */
  'remind-office': Readonly<{ agencyId: 'all' }>
  /** Call the site's own home page as a reader would. */
  'probe-site': Readonly<{ agencyId: 'all' }>
  /** Call what the texts of an agency link to; `all` does so for each. */
  'check-links': Readonly<{ agencyId: string }>
  /** Look at everything that an agency has published by the rules of publishing; `all` does so for each. */
  'examine-documents': Readonly<{ agencyId: string; after?: string }>
  /** Remove what has been kept as long as the schedule says; of all agencies at once. */
  'apply-retention': Readonly<{ agencyId: 'all' }>
  /** Tell the office of later reviews, re-reviews and hand-overs that are due; of all agencies at once. */
  'remind-release': Readonly<{ agencyId: 'all' }>
  /** Delete drafts and sessions whose time is over; of all agencies at once. */
  'discard-expired': Readonly<{ agencyId: 'all' }>
}

export type JobKind = keyof JobPayloads

const KINDS: Readonly<Record<JobKind, true>> = {
  'index-document': true,
  'renew-index': true,
  'rescreen-documents': true,
  'draw-letter': true,
  'make-evidence-bundle': true,
  'import-ledger': true,
  'recompute-deadlines': true,
  'send-notification': true,
  'ask-subscriber': true,
  'send-digest': true,
  'send-digests': true,
  'tend-channel-post': true,
  'tend-channel-posts': true,
  'remind-applicants': true,
  'remind-orders': true,
  'remind-handlers': true,
  'publish-scheduled': true,
  'remind-publication': true,
  'withdraw-expired': true,
  'remind-release': true,
  'disable-unused-staff': true,
  'remind-office': true,
  'probe-site': true,
  'check-links': true,
  'examine-documents': true,
  'apply-retention': true,
  'discard-expired': true,
}

export const JOB_KINDS = Object.keys(KINDS) as readonly JobKind[]

/** Where work ends up that failed on every attempt; shown to the system administrator. */
export const DEAD_JOBS = 'dead-jobs'
