import { UnreadableFile } from './unreadable-file.ts'

/** No page that a person sees is nested deeper. */
const DEEPEST = 1000
/** A start or end tag with its name. A comment, a script or a style is passed over as a whole. */
const TAG = /<(?:!--|\/?[a-z][^\s/>]*)/gi
const OPAQUE = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noscript'])
/** Elements that hold nothing, and those whose end may be left out: many of them open are no depth. */
const SHALLOW = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd td th tr tbody thead tfoot option optgroup colgroup caption html head body'.split(
    ' ',
  ),
)
/** In HTML the slash of `<div/>` counts for nothing; in the drawings of a page it ends the element. */
const NEVER_EMPTY = new Set(['div', 'span', 'table', 'ul', 'ol', 'section', 'article', 'center', 'font'])

/** 嵌套过深: refuses a page of endless nesting by a scan of its tags, before a parser builds it. */
export function refuseDeepNesting(markup: string): void {
  if (!hasManyTags(markup)) return
  let depth = 0
  TAG.lastIndex = 0
  for (let tag = TAG.exec(markup); tag !== null; tag = TAG.exec(markup)) {
    const name = tag[0].slice(1).toLowerCase()
    if (name === '!--') {
      if (!skipTo(markup, '-->')) return
    } else if (name.startsWith('/')) {
      if (!SHALLOW.has(name.slice(1))) depth = Math.max(0, depth - 1)
    } else if (OPAQUE.has(name)) {
      if (!skipTo(markup, `</${tag[0].slice(1)}`) || !skipTo(markup, '>')) return
    } else if (!SHALLOW.has(name)) {
      const end = markup.indexOf('>', TAG.lastIndex)
      const isEmpty = end > 0 && markup[end - 1] === '/' && !NEVER_EMPTY.has(name)
      if (!isEmpty && ++depth > DEEPEST)
        throw new UnreadableFile('网页的标签嵌套过深，不像是年度报告，没有读取，请重新取得文件后再试')
    }
  }
}

/** Fewer tags than the depth allowed cannot be nested too deep. */
function hasManyTags(markup: string): boolean {
  let count = 0
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
    if (markup[at + 1] !== '/' && ++count > DEEPEST) return true
  }
  return false
}

/** Moves on behind the next `end`; false when there is none. */
function skipTo(markup: string, end: string): boolean {
  const at = markup.indexOf(end, TAG.lastIndex)
  TAG.lastIndex = at < 0 ? markup.length : at + end.length
  return at >= 0
}
