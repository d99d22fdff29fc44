/** XML by template: every value is escaped, and what XML cannot hold at all is left out. */
export function xml(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Xml | readonly Xml[])[]
): Xml {
  const text = parts
    .map((part, index) => part + (index < values.length ? textOf(values[index]) : ''))
    .join('')
  return { xml: text }
}

export type Xml = Readonly<{ xml: string }>

function textOf(value: string | number | Xml | readonly Xml[] | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'number') return escapeXml(String(value))
  if ('xml' in value) return value.xml
  return value.map((each) => each.xml).join('')
}

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 has no place for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"']/g, (sign) => NAMES[sign] ?? '')
  )
}
