import { statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { DocumentError } from './document-error.ts'
import { coverageOf, fontFilesIn } from './font-coverage.ts'

export type FontOptions = Readonly<{
  /** 字体目录: the office's own fonts; without it, the directory that `MINGFU_FONTS` names, if any. */
  fontDirectory?: string | undefined
}>

/** Type faces of GB/T 9704, each with the families that serve it, best first. The last ones come with the product. */
export const TYPE_FACES = {
  title: [
    '方正小标宋简体',
    '方正小标宋_GBK',
    'FZXiaoBiaoSong-B05S',
    'FZXiaoBiaoSong-B05',
    '华文中宋',
    'STZhongsong',
    'Noto Serif SC',
  ],
  body: [
    '仿宋_GB2312',
    'FangSong_GB2312',
    '方正仿宋简体',
    '方正仿宋_GBK',
    'FZFangSong-Z02S',
    'FZFangSong-Z02',
    '仿宋',
    'FangSong',
    '华文仿宋',
    'STFangsong',
    'Noto Serif SC',
  ],
  song: [
    '方正书宋简体',
    '方正书宋_GBK',
    'FZShuSong-Z01S',
    'FZShuSong-Z01',
    '宋体',
    'SimSun',
    'Noto Serif SC',
  ],
  hei: [
    '方正黑体简体',
    '方正黑体_GBK',
    'FZHei-B01S',
    'FZHei-B01',
    '黑体',
    'SimHei',
    'Noto Sans SC',
    'Noto Serif SC',
  ],
  kai: [
    '楷体_GB2312',
    'KaiTi_GB2312',
    '方正楷体简体',
    '方正楷体_GBK',
    'FZKai-Z03S',
    'FZKai-Z03',
    '楷体',
    'KaiTi',
    '华文楷体',
    'STKaiti',
    'Noto Serif SC',
  ],
} as const satisfies Record<string, readonly string[]>

/** Where fonts are looked for: the office's directory first, then the weights in use of the packaged families. */
export function fontDirectories(options: FontOptions = {}): readonly string[] {
  const own = options.fontDirectory ?? process.env.MINGFU_FONTS
  if (own === undefined || own === '') return packagedDirectories()
  if (statSync(own, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new DocumentError('no-font-directory', `字体目录“${own}”不存在，请检查 MINGFU_FONTS 的设置`)
  }
  return [own, ...packagedDirectories()]
}

function packagedDirectories(): readonly string[] {
  const resolve = createRequire(import.meta.url).resolve
  const serif = dirname(resolve('@expo-google-fonts/noto-serif-sc/package.json'))
  const sans = dirname(resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  return [join(serif, '400Regular'), join(serif, '700Bold'), join(sans, '500Medium')]
}

const coverages = new Map<string, ReadonlySet<number>>()

/** 缺字: the characters of a text for which no font is at hand, each once, in order of appearance. */
export function missingGlyphs(text: string, options: FontOptions = {}): readonly string[] {
  const covered = fontDirectories(options).map(coverageOfDirectory)
  const missing = new Set<string>()
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20 || isSelector(code)) continue
    if (!covered.some((set) => set.has(code))) missing.add(character)
  }
  return [...missing]
}

// A variation selector or joiner changes its neighbour and has no glyph of its own.
function isSelector(code: number): boolean {
  return (
    code === 0x200c ||
    code === 0x200d ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0xe0100 && code <= 0xe01ef)
  )
}

function coverageOfDirectory(directory: string): ReadonlySet<number> {
  const known = coverages.get(directory)
  if (known !== undefined) return known
  const covered = new Set<number>()
  for (const file of fontFilesIn(directory)) for (const code of coverageOf(file)) covered.add(code)
  coverages.set(directory, covered)
  return covered
}
