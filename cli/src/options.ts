import { isPlainDate, type PlainDate } from '@mingfu/law'
import { InvalidArgumentError } from 'commander'

/** The value of an option as a year, such as 2024. */
export function yearOption(text: string): number {
  if (!/^(?:19|20|21)\d{2}$/.test(text))
    throw new InvalidArgumentError(`“${text}”不是年份，请填写四位数字，如 2024`)
  return Number(text)
}

/** The value of an option as a day, such as 2024-09-30. */
export function dateOption(text: string): PlainDate {
  if (!isPlainDate(text)) throw new InvalidArgumentError(`“${text}”不是有效日期，请按 2024-09-30 的样式填写`)
  return text
}

/** `requestSupplement` and `REQUEST_SUPPLEMENT` → `request-supplement`, as the law package names things. */
export function kebabCase(text: string): string {
  const spaced =
    text.includes('_') || text === text.toUpperCase() ? text : text.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-')
  return spaced.replaceAll('_', '-').toLowerCase()
}

/** An option that may be given more than once. */
export function collected(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}
