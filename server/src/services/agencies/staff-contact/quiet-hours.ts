export type QuietHours = Readonly<{ quietFrom: number; quietTo: number }>

const HOUR = 3_600_000
const CHINA = 8 * HOUR

/** 免打扰: whether a moment lies in the hours (China) from `quietFrom` up to `quietTo`, over midnight too. */
export function isQuiet(now: Date, { quietFrom, quietTo }: QuietHours): boolean {
  const hour = hourOf(now)
  return quietFrom <= quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo
}

/** The next full hour at which it is no longer quiet. */
export function endOfQuiet(now: Date, { quietTo }: QuietHours): Date {
  const startOfDay = Math.floor((now.getTime() + CHINA) / (24 * HOUR)) * 24 * HOUR - CHINA
  const today = startOfDay + (quietTo % 24) * HOUR
  return new Date(today > now.getTime() ? today : today + 24 * HOUR)
}

function hourOf(now: Date): number {
  return Math.floor((now.getTime() + CHINA) / HOUR) % 24
}
