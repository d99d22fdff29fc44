const SYSTEMS = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, '安卓'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'macOS'],
  [/UOS|Kylin|Linux/, 'Linux'],
] as const

const BROWSERS = [
  [/MicroMessenger/, '微信'],
  [/QQBrowser/, 'QQ浏览器'],
  [/360SE|360EE|QIHU/i, '360浏览器'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, '火狐'],
  [/Chrome\//, 'Chrome 内核浏览器'],
  [/Safari\//, 'Safari'],
] as const

/** What somebody recognises a device by; of a program that is no browser, its own words. */
export function deviceText(userAgent: string | null): string {
  if (userAgent === null) return '未知设备'
  const found = [SYSTEMS, BROWSERS].flatMap(
    (table) => table.find(([pattern]) => pattern.test(userAgent))?.[1] ?? [],
  )
  return found.length === 0 ? userAgent.slice(0, 40) : found.join(' ')
}
