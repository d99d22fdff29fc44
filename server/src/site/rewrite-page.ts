import { Parser } from 'htmlparser2'
import { type Addresses, type Target, wayFrom } from './addresses.ts'

export type RewriteOptions = Readonly<{
  addresses: Addresses
  /** The page's own address and file. */
  address: string
  file: string
  /** Where applications and questions go: `https://gk.example.gov.cn`. Without it they are left out. */
  live: string | undefined
  /** Links from the root of the site: for the page that a web server shows at any address, the one for errors. */
  fromRoot?: boolean
  /** Scripts of the static site itself, as files of it. */
  scripts: readonly string[]
}>

/** `links`: the addresses of the portal that the text names, also those that only the live host answers. */
export type Rewritten = Readonly<{ html: string; links: readonly string[] }>

const LINKS: Readonly<Record<string, string>> = {
  a: 'href',
  area: 'href',
  link: 'href',
  script: 'src',
  img: 'src',
  source: 'src',
  embed: 'src',
  iframe: 'src',
}

const NO_FORM =
  '<p class="muted">本站以静态页面发布，这里不能填写。需要办理的，请按公开指南载明的方式与政府信息公开工作机构联系。</p>'

type Edit = Readonly<{ from: number; to: number; text: string }>

/**
 * A page of the portal as a file: links lead to files beside it, forms to the live host. All else stays as it was,
 * byte for byte, so that the static page says what the live one says.
 */
export function rewritePage(html: string, options: RewriteOptions): Rewritten {
  const { addresses, address, live } = options
  const edits: Edit[] = []
  const links: string[] = []
  let leaving: { form: number } | { tag: string; depth: number } | undefined
  let form: 'view' | undefined
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const at = { from: parser.startIndex, to: parser.endIndex + 1 }
        if (leaving !== undefined) return
        if (name === 'form') {
          const changed = formOf(attributes)
          if (changed === undefined) leaving = { form: at.from }
          else edits.push({ ...at, text: tagOf(name, changed) })
          return
        }
        if (name === 'button' && form === 'view') {
          const wanted = attributes.value === 'elder' ? 'elder' : 'plain'
          const back = addressInRoot(options.file)
          edits.push({ ...at, text: tagOf(name, { ...attributes, formaction: `/view/${wanted}${back}` }) })
          return
        }
        const attribute = LINKS[name]
        const href = attribute === undefined ? undefined : attributes[attribute]
        if (attribute === undefined || href === undefined || href.startsWith('#')) return
        // Where a page wants to be listed it names in full.
        if (attributes.rel === 'canonical') return
        const target = addresses.targetOf(href, address)
        if (target.kind === 'other') return
        edits.push({ ...at, text: tagOf(name, linked(name, attributes, attribute, target)) })
      },
      onclosetag(name, implied) {
        if (name === 'form') {
          if (leaving !== undefined && 'form' in leaving) {
            edits.push({ from: leaving.form, to: parser.endIndex + 1, text: NO_FORM })
            leaving = undefined
          }
          form = undefined
        }
        if (name === 'head' && !implied) {
          const text = options.scripts
            .map((script) => `<script src="${attributeText(wayTo(script))}" defer></script>`)
            .join('')
          edits.push({ from: parser.startIndex, to: parser.startIndex, text })
        }
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return { html: applied(html, edits), links: [...new Set(links)] }

  function formOf(attributes: Record<string, string>): Record<string, string> | undefined {
    const target = addresses.targetOf(attributes.action ?? address, address)
    if (target.kind === 'other') return attributes
    if (target.address === '/view') {
      form = 'view'
      return { ...attributes, method: 'get', 'data-view': '' }
    }
    const there = live === undefined ? undefined : { ...attributes, action: `${live}${target.address}` }
    if (target.address !== '/search' || target.kind !== 'file') return there
    // Looked up among the files where scripts run; else on the live host, or on the page that says so.
    const way = options.file === target.file ? '' : wayTo(target.file)
    return there === undefined
      ? { ...attributes, action: wayTo(target.file), 'data-search': way }
      : { ...there, 'data-search': way, 'data-live': '' }
  }

  function linked(name: string, attributes: Record<string, string>, attribute: string, target: Target) {
    if (target.kind !== 'other') links.push(target.address.replace(/#.*/, ''))
    if (target.kind === 'file') {
      const way = `${wayTo(target.file)}${target.hash}`
      const saved = 'download' in attributes && target.saveAs ? { download: target.saveAs } : {}
      return { ...attributes, [attribute]: way, ...saved }
    }
    if (target.kind === 'other') return attributes
    if (live !== undefined) return { ...attributes, [attribute]: `${live}${target.address}` }
    const { [attribute]: _gone, ...rest } = attributes
    return name === 'a' ? { ...rest, title: '静态站点不提供此项' } : rest
  }

  function wayTo(file: string): string {
    return options.fromRoot
      ? `/${file.split('/').map(encodeURIComponent).join('/')}`
      : wayFrom(options.file, file)
  }
}

/** The address of a file under the static host's root: `/yahe/guide/`. */
export function addressInRoot(file: string): string {
  const path = file.replace(/(^|\/)index\.html$/, '$1')
  return `/${path.split('/').map(encodeURIComponent).join('/')}`
}

function applied(html: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let at = 0
  for (const { from, to, text } of [...edits].sort((a, b) => a.from - b.from)) {
    parts.push(html.slice(at, from), text)
    at = to
  }
  return parts.join('') + html.slice(at)
}

function tagOf(name: string, attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === '' ? ` ${key}` : ` ${key}="${attributeText(value)}"`,
  )
  return `<${name}${written.join('')}>`
}

function attributeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
