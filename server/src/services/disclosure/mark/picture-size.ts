export type PictureSize = Readonly<{ width: number; height: number }>

/** Pixels across and down of a PNG or JPEG, from its head; `undefined` when there is none. */
export function pictureSize(bytes: Uint8Array, kind: 'png' | 'jpeg'): PictureSize | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const size = kind === 'png' ? pngSize(view) : jpegSize(view)
  return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined
}

function pngSize(view: Buffer): PictureSize | undefined {
  if (view.length < 24 || view.toString('latin1', 12, 16) !== 'IHDR') return undefined
  return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) }
}

/** From segment to segment until the one that begins a frame; C4, C8 and CC are tables and no frames. */
function jpegSize(view: Buffer): PictureSize | undefined {
  for (let at = 2; at + 9 < view.length; ) {
    if (view[at] !== 0xff) return undefined
    const mark = view[at + 1] ?? 0
    if (mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark)) {
      return { width: view.readUInt16BE(at + 7), height: view.readUInt16BE(at + 5) }
    }
    at += 2 + view.readUInt16BE(at + 2)
  }
  return undefined
}
