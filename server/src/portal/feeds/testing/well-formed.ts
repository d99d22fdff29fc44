const TOKEN = /<\?xml[^>]*\?>|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+|</g
const ENTITY = /&(?!(?:amp|lt|gt|quot|#39);)/

/** What keeps a text from being well-formed XML; empty when nothing does. Knows as much XML as the portal writes. */
export function faultsInXml(text: string): readonly string[] {
  const faults: string[] = []
  const open: string[] = []
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for these
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)) faults.push('control character')
  for (const [token, closing, name, attributes, empty] of text.matchAll(TOKEN)) {
    if (token === '<') faults.push('stray <')
    if (ENTITY.test(attributes ?? '') || (name === undefined && ENTITY.test(token)))
      faults.push(`stray & in ${token}`)
    if (name === undefined) continue
    if (closing) {
      if (open.pop() !== name) faults.push(`</${name}> closes nothing`)
    } else if (!empty) open.push(name)
  }
  return [...faults, ...open.map((name) => `<${name}> is not closed`)]
}
