/**
 * 渠道发布的状态. `sending`: being handed over. `checking`: the platform took it and has not said what became of it.
 * `removing`: withdrawn on the site and not yet gone there.
 */
export type PostState =
  | 'prepared'
  | 'sending'
  | 'checking'
  | 'published'
  | 'failed'
  | 'removing'
  | 'removed'
  | 'cancelled'

/** Over, so that the document may have another one. */
export const ENDED: readonly PostState[] = ['failed', 'removing', 'removed', 'cancelled']

/** One post with its receipt: the platform's numbers and the address it gave. */
export type ChannelPost = Readonly<{
  agencyId: string
  postId: string
  documentId: string
  title: string
  author: string
  digest: string
  cover: Readonly<{ sha256: string; name: string; mediaType: string; sizeBytes: number }>
  contentDigest: string
  /** The post that it takes the place of, after a correction. */
  replacesId: string | null
  state: PostState
  draftMediaId: string | null
  submitTriedAt: Date | null
  publishId: string | null
  articleId: string | null
  articleUrl: string | null
  preparedAt: Date
  preparedBy: string
  submittedAt: Date | null
  submittedBy: string | null
  publishedAt: Date | null
  removedAt: Date | null
  attempts: number
  nextTryAt: Date | null
  /** What happened last and what to do. */
  note: string | null
}>

export type WhichPost = Readonly<{ agencyId: string; postId: string }>
