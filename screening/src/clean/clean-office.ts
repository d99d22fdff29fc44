import { strToU8, zipSync } from 'fflate'
import { openArchive, partText, UnreadableFile } from '../layers/archive.ts'
import { readLayers } from '../layers/read-layers.ts'
import { screenLayers } from '../screen-layers.ts'
import type { ScreeningLists } from '../screen-texts.ts'
import { cleanDocx } from './clean-docx.ts'
import { cleanXlsx } from './clean-xlsx.ts'
import { maskText } from './mask-text.ts'
import { unescaped } from './xml-edit.ts'

/** Parts that a reader of the document never sees. */
const DROPPED =
  /^(?:docProps\/(?:custom\.xml|thumbnail\..*)|customXml\/.*|word\/(?:comments[^/]*|people|commentsIds|commentsExtensible)\.xml|word\/(?:vbaProject\.bin|vbaData\.xml|glossary\/.*|embeddings\/.*|[^/]*\.(?:html?|mht|rtf|txt))|xl\/(?:comments[^/]*\.xml|comments\/.*|threadedComments\/.*|persons\/.*|externalLinks\/.*|pivotCache\/.*|pivotTables\/.*|queryTables\/.*|revisions\/.*|connections\.xml|calcChain\.xml|vbaProject\.bin|embeddings\/.*|printerSettings\/.*|drawings\/vmlDrawing.*)|_xmlsignatures\/.*)$/

const PROPERTIES = {
  'docProps/core.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  'docProps/app.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
} as const

/**
 * 清理办公文件: Word and Excel files without comments, revisions, hidden parts, properties and left-over data, with
 * personal numbers masked; opened again and checked before it is handed over.
 */
export async function cleanOffice(
  bytes: Uint8Array,
  name: string,
  lists: ScreeningLists,
): Promise<Uint8Array> {
  const parts = { ...openArchive(bytes) }
  const isWord = parts['word/document.xml'] !== undefined
  if (!isWord && parts['xl/workbook.xml'] === undefined)
    throw new UnreadableFile('只能清理 docx 和 xlsx 文件，其他文件请另存后再清理')
  for (const path of Object.keys(parts)) if (DROPPED.test(path)) delete parts[path]
  for (const [path, empty] of Object.entries(PROPERTIES)) {
    if (parts[path] !== undefined) parts[path] = strToU8(empty)
  }
  for (const path of Object.keys(parts)) {
    if (/\.jpe?g$/i.test(path)) parts[path] = withoutSegments(parts[path] as Uint8Array)
  }
  if (isWord) cleanDocx(parts, lists)
  else cleanXlsx(parts, lists)
  dropDangling(parts, lists)
  const cleaned = zipSync(parts)
  await proveClean(cleaned, name, lists)
  return cleaned
}

/** What is left must hold nothing hidden and no personal number; else the file is not handed over. */
async function proveClean(cleaned: Uint8Array, name: string, lists: ScreeningLists): Promise<void> {
  const { findings } = screenLayers(await readLayers(cleaned, name), lists)
  const left = findings.find(
    ({ rule, level, where }) =>
      where !== '文件名' &&
      (rule === 'PUB-64' || (level !== 'warn' && ['PUB-60', 'PUB-61', 'PUB-62'].includes(rule))),
  )
  if (left !== undefined)
    throw new UnreadableFile(`自动清理后仍有问题：${left.where}，${left.message}。请用办公软件处理后再上传`)
}

/** Relations and content types of parts that are gone; a program would call the file damaged. */
function dropDangling(parts: Record<string, Uint8Array>, lists: ScreeningLists): void {
  for (const path of Object.keys(parts).filter((each) => each.endsWith('.rels'))) {
    const folder = path.replace(/_rels\/[^/]*$/, '')
    const source = `${folder}${path.replace(/^.*_rels\/|\.rels$/g, '')}`
    if (source !== folder && parts[source] === undefined) {
      delete parts[path]
      continue
    }
    const text = partText(parts, path) ?? ''
    const kept = text.replace(/<Relationship\b[^>]*?(?:\/>|>\s*<\/Relationship>)/g, (relation) => {
      if (/TargetMode="External"/.test(relation)) return withoutNumbers(relation, lists)
      const target = /Target="([^"]*)"/.exec(relation)?.[1] ?? ''
      return parts[resolved(folder, target)] === undefined ? '' : relation
    })
    parts[path] = strToU8(kept)
  }
  const types = partText(parts, '[Content_Types].xml') ?? ''
  parts['[Content_Types].xml'] = strToU8(
    types.replace(/<Override\b[^>]*PartName="\/([^"]*)"[^>]*\/>/g, (override, path: string) =>
      parts[path] === undefined ? '' : override,
    ),
  )
}

/** An address that carries somebody's number leads to its site only. */
function withoutNumbers(relation: string, lists: ScreeningLists): string {
  return relation.replace(/Target="([^"]*)"/, (all, target: string) => {
    const { masked } = maskText(decoded(unescaped(target)), lists)
    return masked === 0 ? all : `Target="${/^[a-z]+:\/\/[^/?#]+/i.exec(target)?.[0] ?? '#'}"`
  })
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** A JPEG without what cameras and programs wrote into it: the picture, its colours and its size stay. */
function withoutSegments(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes)
  if (view[0] !== 0xff || view[1] !== 0xd8) return bytes
  const kept: Buffer[] = [view.subarray(0, 2)]
  let at = 2
  while (at + 4 <= view.length && view[at] === 0xff) {
    const marker = view[at + 1] ?? 0
    const end = at + 2 + view.readUInt16BE(at + 2)
    const isWords =
      (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee) || marker === 0xfe
    if (marker === 0xda) {
      const last = view.lastIndexOf(Buffer.from([0xff, 0xd9]))
      kept.push(view.subarray(at, last === -1 ? view.length : last + 2))
      break
    }
    if (!isWords) kept.push(view.subarray(at, end))
    at = end
  }
  return new Uint8Array(Buffer.concat(kept))
}
