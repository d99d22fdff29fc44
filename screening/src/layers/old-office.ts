import { addText, type FileLayers } from './layer.ts'

/** Runs of text as old Word and Excel keep it, two bytes a character, and of the plain half of the alphabet. */
const WIDE = /[\u0020-\u007e\u00b7\u2014-\u2026\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e\u2605\u2606]{4,}/g
const NARROW = /[\x20-\x7e]{6,}/g

/**
 * 旧版 Office 文件（doc、xls、wps、et）: its strings as they lie in the bytes, wherever they lie, deleted ones among
 * them. Figures of old Excel are not text there, which is said.
 */
export function readOldOffice(layers: FileLayers, bytes: Uint8Array): void {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const wide = [0, 1].map((start) =>
    runs(view.subarray(start, start + ((view.length - start) & ~1)).toString('utf16le'), WIDE),
  )
  addText(layers, '旧格式文件中的文字', [...new Set(wide.flat())].join('\n'))
  addText(layers, '旧格式文件中的字符', [...new Set(runs(view.toString('latin1'), NARROW))].join('\n'))
  addText(
    layers,
    '旧格式文件中的国标码文字',
    runs(new TextDecoder('gb18030').decode(view), /[\p{Script=Han}\d★，。：；、（）《》〔〕-]{8,}/gu).join(
      '\n',
    ),
  )
  layers.unread.push({
    where: '旧格式文件',
    why: '旧版 Office 文件只检查其中的文字，请另存为 docx、xlsx 或者 pdf 后再上传，以便逐层检查',
  })
}

function runs(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([run]) => run)
}
