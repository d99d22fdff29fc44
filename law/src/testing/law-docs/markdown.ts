import { type Citation, citationsText } from '../../citation.ts'
import type { Keeper, SettingName } from '../../rule/rule.ts'
import { SETTING_WORDS } from '../../rule/setting-words.ts'

/** Said at the head of every page that is written by the program. */
export const GENERATED = '<!-- 由 node scripts/law-docs.mjs 从 law/ 生成，请改代码，不要改本页。 -->'

/** A page: title, what it is, and its parts, ending in one line break. */
export function page(title: string, lead: string, parts: readonly string[]): string {
  return `${[`# ${title}`, GENERATED, lead, ...parts].filter((part) => part !== '').join('\n\n')}\n`
}

/** A table with its head; cells are escaped, line breaks become spaces. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n')
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

/** What Markdown would read as a sign of its own. */
export function escaped(text: string): string {
  return text.replace(/[\\*_`<>]/g, (sign) => `\\${sign}`)
}

export function code(text: string): string {
  return `\`${text}\``
}

/** Articles one after another; what rests on none says so. */
export function basisText(basis: readonly Citation[], none = '—'): string {
  return basis.length === 0 ? none : citationsText(basis)
}

/** 由谁核验, with a way to the file. Pages stand two folders below the root. */
export function keeperText(keeper: Keeper): string {
  if ('because' in keeper) return `不由程序核验：${escaped(keeper.because)}`
  if ('missing' in keeper) return `尚无函数核验：${escaped(keeper.missing)}`
  const names = keeper.by.map((reference) => {
    const [path = '', name = ''] = reference.split('#')
    return `[${code(name)}](../../${path})`
  })
  return `函数：${names.join('、')}`
}

/** The switches that a rule hangs on, with the value in use unless somebody changes it. */
export function settingsText(settings: readonly SettingName[]): string {
  return settings
    .map((name) => {
      const { label, values } = SETTING_WORDS[name]
      return `${label}（[${code(name)}](settings.md#${name.toLowerCase()})，默认${Object.values(values)[0] ?? ''}）`
    })
    .join('；')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')
}
