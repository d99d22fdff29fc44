import type { ChannelPost } from './channel-post.ts'
import type { PostChange } from './channel-post-store.ts'
import { ChannelFailure } from './official-account.ts'

/** Tries before a post that cannot be handed over is given up: from minutes to hours apart. */
const TRIES = 8

/** A submission that was cut off: sent again it might stand there twice. */
export const UNCERTAIN = {
  state: 'failed',
  next_try_at: null,
  note: '提交中断，不知道平台是否接收。请到公众号后台核对：已经发出的不要重新提交，没有发出的再提交一次',
} as const

export function minutesAfter(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000)
}

/** What a failed try leaves on the row: when to try again, or that a person has to act, and the reason either way. */
export function afterFailure(post: ChannelPost, error: unknown, now: Date): PostChange {
  const note = error instanceof Error ? error.message : String(error)
  const reaction = error instanceof ChannelFailure ? error.reaction : 'later'
  const attempts = post.attempts + 1
  const later = { attempts, note, next_try_at: minutesAfter(now, Math.min(60, 2 ** post.attempts)) }
  if (reaction === 'tomorrow') return { note, next_try_at: nextDayInChina(now) }
  if (post.state === 'sending') {
    if (!(error instanceof ChannelFailure) && post.submitTriedAt !== null) return UNCERTAIN
    if (reaction === 'person' || attempts >= TRIES)
      return { state: 'failed', attempts, note, next_try_at: null }
    return reaction === 'upload-again' ? { ...later, draft_media_id: null } : later
  }
  // It may be public there: asked about, or taken down, until somebody says that it is settled.
  return reaction === 'later' ? later : { attempts, note, next_try_at: minutesAfter(now, 60) }
}

const CHINA_MS = 8 * 3_600_000
const DAY_MS = 24 * 3_600_000

/** Ten past midnight in China, when the platform's quotas begin anew. */
function nextDayInChina(now: Date): Date {
  const today = Math.floor((now.getTime() + CHINA_MS) / DAY_MS)
  return new Date((today + 1) * DAY_MS - CHINA_MS + 10 * 60_000)
}
