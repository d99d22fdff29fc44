import type { PlainDate } from '@mingfu/law'

const CHINA = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** `2019-10-30 09:05`, in China's time: how the website rules want a time of publication. */
export function momentText(at: Date): string {
  return CHINA.format(at)
}

/** `2019-10-30`, the day in China. */
export function dayOf(at: Date): PlainDate {
  return momentText(at).slice(0, 10) as PlainDate
}

/** `1.2 MB`, as a reader weighs a download. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kilobytes = bytes / 1024
  return kilobytes < 1024 ? `${Math.ceil(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}
