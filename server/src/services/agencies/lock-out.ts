const FAILURES_BEFORE_LOCK = 5
const LOCK_MINUTES = 15

export const LOCKED = '登录失败次数过多，账户暂时锁定，请15分钟后再试'

/** 登录失败锁定: what a failure makes of an account; the fifth in a row locks it for a quarter of an hour. */
export function afterFailure(
  failedBefore: number,
  now: Date,
): Readonly<{ failed_attempts: number; locked_until: Date | null }> {
  const failures = failedBefore + 1
  const locks = failures >= FAILURES_BEFORE_LOCK
  return {
    failed_attempts: locks ? 0 : failures,
    locked_until: locks ? new Date(now.getTime() + LOCK_MINUTES * 60_000) : null,
  }
}
