/** Kinds of background work and what each needs to know. Handlers stand in `jobs/handlers.ts`. */
export type JobPayloads = {
  /** Cut a document into words and write its row of the search index; removes the row when it is not public. */
  'index-document': Readonly<{ agencyId: string; documentId: string }>
  /** Draw an issued letter as PDF and Word and keep both in the file. */
  'draw-letter': Readonly<{ agencyId: string; letterId: string }>
}

export type JobKind = keyof JobPayloads

const KINDS: Readonly<Record<JobKind, true>> = { 'index-document': true, 'draw-letter': true }

export const JOB_KINDS = Object.keys(KINDS) as readonly JobKind[]

/** Where work ends up that failed on every attempt; shown to the system administrator. */
export const DEAD_JOBS = 'dead-jobs'
