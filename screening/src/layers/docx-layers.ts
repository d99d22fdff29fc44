import { type ArchiveParts, partText } from './archive.ts'
import { addHidden, addText, type FileLayers } from './layer.ts'
import { attribute, child, elements, localName, type MarkupNode, parseXml, textOf } from './markup.ts'
import { isWhite, readOtherPart } from './office-parts.ts'

const STORIES: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\d*\.xml$/, '正文'],
  [/^word\/header(\d*)\.xml$/, '页眉'],
  [/^word\/footer(\d*)\.xml$/, '页脚'],
  [/^word\/footnotes\.xml$/, '脚注'],
  [/^word\/endnotes\.xml$/, '尾注'],
  [/^word\/comments.*\.xml$/, '批注'],
  [/^word\/glossary\/document\.xml$/, '文档部件'],
]
/** Parts that hold the look of a document and no words of people. */
const LOOK =
  /^word\/(?:glossary\/)?(?:theme\/|styles|stylesWithEffects|fontTable|webSettings|numbering)|^\[Content_Types\]|\.rels$|^docProps\//

type Seen = Record<'main' | 'hidden' | 'white' | 'deleted' | 'inserted' | 'fields', string[]>

/** Word 文件: stories, comments, revisions, hidden and white text, fields, and the words of every other part. */
export function readDocx(layers: FileLayers, parts: ArchiveParts): void {
  const styles = stylesOf(partText(parts, 'word/styles.xml'))
  const paths = Object.keys(parts).filter((path) => /\.(?:xml|vml)$/.test(path))
  const counted = new Map<string, number>()
  for (const path of paths.sort()) {
    const story = STORIES.find(([pattern]) => pattern.test(path))
    if (story === undefined) {
      if (/^word\/people\.xml$/.test(path)) readOtherPart(layers, parts, path, '修订人')
      else if (!LOOK.test(path)) readOtherPart(layers, parts, path)
      continue
    }
    const count = (counted.get(story[1]) ?? 0) + 1
    counted.set(story[1], count)
    const where = count === 1 ? story[1] : `${story[1]}${count}`
    const root = parseXml(partText(parts, path) ?? '')
    if (story[1] === '批注') addHidden(layers, where, commentsOf(root), '有批注，请删除后再上传')
    else readStory(layers, where, root, styles)
  }
  if (parts['word/vbaProject.bin'] !== undefined)
    layers.hidden.push({
      rule: 'PUB-64',
      level: 'block',
      where: '宏',
      message: '文件带有宏，请另存为不带宏的文件',
      excerpt: '',
    })
}

function readStory(layers: FileLayers, where: string, root: MarkupNode, styles: HidingStyles): void {
  const seen: Seen = { main: [], hidden: [], white: [], deleted: [], inserted: [], fields: [] }
  walk(root, seen, styles, { to: 'main', shaded: false })
  addText(layers, where, joined(seen.main))
  addHidden(layers, `${where}（隐藏文字）`, joined(seen.hidden), '有隐藏文字，请删除后再上传')
  addHidden(layers, `${where}（白色文字）`, joined(seen.white), '有与纸张同色的文字，请删除后再上传')
  addHidden(
    layers,
    `${where}（修订删除）`,
    joined(seen.deleted),
    '有修订痕迹，删除的内容仍在文件中，请接受修订后再上传',
  )
  if (seen.inserted.length > 0 && seen.deleted.length === 0)
    layers.hidden.push({
      rule: 'PUB-64',
      level: 'block',
      where: `${where}（修订插入）`,
      message: '有修订痕迹，请接受修订后再上传',
      excerpt: '',
    })
  addText(layers, `${where}（域和图片说明）`, joined(seen.fields))
}

type State = Readonly<{ to: 'main' | 'hidden' | 'white' | 'deleted'; shaded: boolean }>

function walk(node: MarkupNode, seen: Seen, styles: HidingStyles, state: State): void {
  for (const inner of node.children ?? []) {
    const name = localName(inner)
    switch (name) {
      case 't':
        seen[state.to].push(textOf(inner))
        break
      case 'delText':
        seen.deleted.push(textOf(inner))
        break
      case 'instrText':
      case 'delInstrText':
        seen.fields.push(textOf(inner), '\n')
        break
      case 'tab':
        seen[state.to].push('\t')
        break
      case 'br':
      case 'cr':
        seen[state.to].push('\n')
        break
      case 'noBreakHyphen':
        seen[state.to].push('-')
        break
      case 'sym':
        break
      case 'r':
        walk(inner, seen, styles, runState(inner, styles, state))
        break
      case 'p':
        walk(inner, seen, styles, paragraphState(inner, styles, state))
        for (const list of Object.values(seen)) if (list.length > 0 && list.at(-1) !== '\n') list.push('\n')
        break
      case 'tc':
        walk(inner, seen, styles, { ...state, shaded: state.shaded || isShaded(child(inner, 'tcPr')) })
        cellEnd(seen[state.to])
        break
      case 'tr':
        walk(inner, seen, styles, state)
        seen[state.to].push('\n')
        break
      case 'del':
      case 'moveFrom':
        walk(inner, seen, styles, { ...state, to: 'deleted' })
        break
      case 'ins':
      case 'moveTo':
        seen.inserted.push('+')
        walk(inner, seen, styles, state)
        break
      default:
        words(inner, seen)
        walk(inner, seen, styles, state)
    }
  }
}

/** A cell ends with a tab, so that a row is a line. */
function cellEnd(list: string[]): void {
  if (list.at(-1) === '\n') list.pop()
  list.push('\t')
}

/** Names and descriptions of pictures, boxes, bookmarks, content controls and form fields. */
function words(node: MarkupNode, seen: Seen): void {
  for (const [key, value] of Object.entries(localName(node) === 'rFonts' ? {} : (node.attribs ?? {}))) {
    const isWorded = /(?:^|:)(?:descr|title|alt|name|string|tooltip)$/.test(key) && /\d/.test(value)
    const isName = key.startsWith('xmlns') || value.startsWith('_')
    if (!isName && (isWorded || /\p{Script=Han}|\d{11}/u.test(value))) seen.fields.push(value, '\n')
  }
  const name = localName(node)
  if (
    ['alias', 'tag', 'docVar', 'helpText', 'statusText', 'default', 'listEntry', 'placeholder'].includes(name)
  ) {
    const value = attribute(node, 'val')
    if (value !== undefined) seen.fields.push(value, '\n')
  }
}

function runState(run: MarkupNode, styles: HidingStyles, state: State): State {
  if (state.to === 'deleted') return state
  const properties = child(run, 'rPr')
  const style = attribute(child(properties, 'rStyle') ?? run, 'val') ?? ''
  const vanish = toggled(child(properties, 'vanish') ?? child(properties, 'webHidden'))
  if (vanish ?? styles.hidden.has(style)) return { ...state, to: 'hidden' }
  const colour = attribute(child(properties, 'color') ?? run, 'val')
  const size = attribute(child(properties, 'sz') ?? run, 'val')
  const shaded = state.shaded || isShaded(properties)
  const white = colour === undefined ? styles.white.has(style) : isWhite(colour)
  if ((white && !shaded) || (size !== undefined && Number(size) <= 3)) return { ...state, to: 'white' }
  return state
}

function paragraphState(paragraph: MarkupNode, styles: HidingStyles, state: State): State {
  const properties = child(paragraph, 'pPr')
  const shaded = state.shaded || isShaded(properties)
  const style = attribute(child(properties, 'pStyle') ?? paragraph, 'val') ?? ''
  if (state.to === 'main' && styles.hidden.has(style)) return { to: 'hidden', shaded }
  if (state.to === 'main' && styles.white.has(style) && !shaded) return { to: 'white', shaded }
  return { ...state, shaded }
}

/** `<w:vanish/>` is on, `<w:vanish w:val="0"/>` is off, none says nothing. */
function toggled(property: MarkupNode | undefined): boolean | undefined {
  if (property === undefined) return undefined
  return !/^(?:0|false|off)$/.test(attribute(property, 'val') ?? '1')
}

function isShaded(properties: MarkupNode | undefined): boolean {
  const shade = child(properties, 'shd')
  const fill = shade && attribute(shade, 'fill')
  return (
    (fill !== undefined && fill !== 'auto' && !isWhite(fill)) || child(properties, 'highlight') !== undefined
  )
}

type HidingStyles = Readonly<{ hidden: ReadonlySet<string>; white: ReadonlySet<string> }>

function stylesOf(xml: string | undefined): HidingStyles {
  const hidden = new Set<string>()
  const white = new Set<string>()
  for (const style of elements(parseXml(xml ?? ''), 'style')) {
    const id = attribute(style, 'styleId') ?? ''
    const properties = child(style, 'rPr')
    if (toggled(child(properties, 'vanish')) === true) hidden.add(id)
    const colour = child(properties, 'color')
    if (colour !== undefined && isWhite(attribute(colour, 'val'))) white.add(id)
  }
  return { hidden, white }
}

function commentsOf(root: MarkupNode): string {
  const comments = [...elements(root, 'comment')]
  const nodes = comments.length > 0 ? comments : [root]
  return nodes
    .map((comment) => {
      const lines = [...elements(comment, 'p')].map((p) => [...elements(p, 't')].map(textOf).join(''))
      return [attribute(comment, 'author') ?? '', ...lines].join('\n')
    })
    .join('\n')
    .trim()
}

function joined(pieces: readonly string[]): string {
  return pieces
    .join('')
    .replace(/\n{2,}/g, '\n')
    .trim()
}
