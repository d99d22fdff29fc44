import { type ArchiveParts, partText } from './archive.ts'
import { addHidden, addText, type FileLayers } from './layer.ts'
import { allWords, attribute, elements, localName, parseXml, textOf } from './markup.ts'

/** What office programs write as the author when nobody told them a name. */
const NOBODY =
  /^(?:administrator|admin|user|users|windows ?用户|微软用户|microsoft( office)? user|apache poi|python-docx|openpyxl|wps office|wps|office|pc|lenovo|dell|hp|asus|thinkpad|sheetjs|un-named|未定义|)$/i
const PEOPLE = ['creator', 'lastModifiedBy', 'Manager', 'LastModifiedBy', 'Author']
const PLAIN = [
  'Application',
  'AppVersion',
  'TotalTime',
  'Pages',
  'Words',
  'Characters',
  'Lines',
  'Paragraphs',
  'created',
  'modified',
  'revision',
  'DocSecurity',
  'ScaleCrop',
  'SharedDoc',
  'LinksUpToDate',
  'HyperlinksChanged',
  'CharactersWithSpaces',
  'HeadingPairs',
  'lastPrinted',
  'language',
]

/** 文件属性: who wrote the file, and every property that somebody filled in. */
export function readProperties(layers: FileLayers, parts: ArchiveParts): void {
  for (const path of Object.keys(parts).filter((name) => /^docProps\/(?:core|app)\.xml$/.test(name))) {
    const lines: string[] = []
    const people: string[] = []
    for (const root of parseXml(partText(parts, path) ?? '').children ?? []) {
      for (const property of root.children ?? []) {
        const name = localName(property)
        const value = textOf(property).trim()
        if (name === '' || value === '' || PLAIN.includes(name)) continue
        if (PEOPLE.includes(name) && !NOBODY.test(value)) people.push(value)
        lines.push(value)
      }
    }
    addText(layers, path.endsWith('core.xml') ? '文件属性' : '文件属性（扩展）', lines.join('\n'))
    if (people.length > 0)
      layers.hidden.push({
        rule: 'PUB-64',
        level: 'block',
        where: '文件属性',
        message: '文件属性中有作者、修改人，请清除后再上传',
        excerpt: [...new Set(people)].map((name) => `${name.slice(0, 1)}**`).join('、'),
      })
  }
  const custom = partText(parts, 'docProps/custom.xml')
  if (custom !== undefined) {
    const words = [...elements(parseXml(custom), 'property')].map(
      (property) => `${attribute(property, 'name') ?? ''}：${textOf(property).trim()}`,
    )
    const own = words.filter((line) => !/^(?:KSO|ICV|KSOProductBuildVer|_)/.test(line))
    addText(layers, '自定义文件属性', words.join('\n'))
    if (own.length > 0)
      addHidden(layers, '自定义文件属性', own.join('\n'), '有自定义的文件属性，请清除后再上传')
  }
}

/** Parts whose make is not known to the reader: their words are screened all the same. */
export function readOtherPart(
  layers: FileLayers,
  parts: ArchiveParts,
  path: string,
  name = `部件${path}`,
): void {
  addText(layers, name, allWords(parseXml(partText(parts, path) ?? '')))
}

/** Relations that lead out of the file, as their addresses stand. */
export function readRelations(layers: FileLayers, parts: ArchiveParts): void {
  const addresses = new Set<string>()
  for (const path of Object.keys(parts).filter((name) => name.endsWith('.rels'))) {
    for (const relation of elements(parseXml(partText(parts, path) ?? ''), 'Relationship')) {
      const href = attribute(relation, 'Target') ?? ''
      if (attribute(relation, 'TargetMode') !== 'External' || addresses.has(href)) continue
      addresses.add(href)
      layers.links.push({ where: '链接', href, text: '', hidden: null })
    }
  }
  addText(layers, '链接地址', [...addresses].map(decoded).join('\n'))
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** White or nearly so, as office files name colours. */
export function isWhite(colour: string | undefined): boolean {
  const [, ...parts] = /^(?:FF)?([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})$/i.exec(colour ?? '') ?? []
  return parts.length === 3 && parts.every((part) => Number.parseInt(part, 16) >= 0xf5)
}
