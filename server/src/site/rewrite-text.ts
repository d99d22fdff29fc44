import { type Addresses, wayFrom } from './addresses.ts'
import { addressInRoot, type Rewritten } from './rewrite-page.ts'

type Options = Readonly<{ addresses: Addresses; address: string; file: string; live: string | undefined }>

/** Feeds, site maps, open data: whole addresses lead to where the page lies now; what lies nowhere is not listed. */
export function rewriteText(text: string, { addresses, address, live }: Options): Rewritten {
  const links: string[] = []
  const { origin } = addresses
  const absolute = new RegExp(`${origin.replaceAll('.', '\\.')}(/[^<>"'\\s,)]*)`, 'g')
  const listed = text.replace(/<url><loc>([^<]*)<\/loc>.*?<\/url>\n?/g, (url, loc: string) => {
    const target = addresses.targetOf(unescaped(loc), address)
    if (target.kind === 'live') links.push(target.address.replace(/#.*/, ''))
    return live === undefined && target.kind === 'live' ? '' : url
  })
  const html = listed.replace(absolute, (whole, path: string) => {
    const target = addresses.targetOf(unescaped(path), address)
    if (target.kind !== 'other') links.push(target.address.replace(/#.*/, ''))
    if (target.kind === 'live') return live === undefined ? whole : escaped(`${live}${target.address}`)
    if (target.kind === 'other') return whole
    return escaped(`${origin}${addressInRoot(target.file)}${target.hash}`)
  })
  return { html, links: [...new Set(links)] }
}

/** Style sheets: what they fetch lies in the tree too. */
export function rewriteStyle(css: string, { addresses, address, file }: Options): Rewritten {
  const links: string[] = []
  const html = css.replace(/url\((["']?)(?!data:)([^"')]+)\1\)/g, (whole, _quote, href: string) => {
    const target = addresses.targetOf(href, address)
    if (target.kind !== 'file') return whole
    links.push(target.address)
    return `url("${wayFrom(file, target.file)}${target.hash}")`
  })
  return { html, links: [...new Set(links)] }
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
