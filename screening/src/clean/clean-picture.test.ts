import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readImage } from '../layers/image-layers.ts'
import { cleanPicture, pictureKind, pictureSize } from './clean-picture.ts'

function chunk(kind: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

/** One red point, with what a program wrote about it, and something hung on behind. */
function png(extra: readonly Buffer[] = [], tail = ''): Uint8Array {
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', head),
      ...extra,
      chunk('IDAT', deflateSync(Buffer.from([0, 255, 0, 0]))),
      chunk('IEND', Buffer.alloc(0)),
      Buffer.from(tail),
    ]),
  )
}

/** Exif with how the camera was held, who held it, and where: 33° north. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(120)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(3, 8)
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    tiff.writeUInt16LE(tag, at)
    tiff.writeUInt16LE(type, at + 2)
    tiff.writeUInt32LE(count, at + 4)
    tiff.writeUInt32LE(value, at + 8)
  }
  entry(10, 0x112, 3, 1, orientation)
  entry(22, 0x13b, 2, 8, 70)
  entry(34, 0x8825, 4, 1, 50)
  tiff.writeUInt16LE(1, 50)
  entry(52, 2, 5, 3, 90)
  tiff.write('WangMin.', 70, 'latin1')
  tiff.writeUInt32LE(33, 90)
  tiff.writeUInt32LE(1, 94)
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
}

const segment = (marker: number, data: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

function jpeg(orientation: number): Uint8Array {
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      segment(0xe0, Buffer.from('JFIF\0\u0001\u0001', 'latin1')),
      segment(0xe1, exif(orientation)),
      segment(0xfe, Buffer.from('拍摄于内部会议')),
      segment(0xc0, Buffer.from([8, 0, 20, 0, 30, 1, 1, 0x11, 0])),
      segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
      Buffer.from([1, 2, 3, 0xff, 0xd9]),
      Buffer.from('藏在图片之后的文字'),
    ]),
  )
}

const GIF = Buffer.concat([
  Buffer.from('GIF89a', 'latin1'),
  Buffer.from([2, 0, 3, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
  Buffer.from([0x21, 0xff, 11]),
  Buffer.from('NETSCAPE2.0', 'latin1'),
  Buffer.from([3, 1, 0, 0, 0]),
  Buffer.from([0x21, 0xfe, 4]),
  Buffer.from('memo', 'latin1'),
  Buffer.from([0]),
  Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]),
  Buffer.from([0x3b]),
  Buffer.from('tail'),
])

const found = (bytes: Uint8Array) => {
  const { texts, hidden } = readImage(bytes)
  return JSON.stringify([texts, hidden])
}

describe('清除图片信息', () => {
  test('a photograph loses place, owner, remarks and what hangs on behind, and is still turned as it was', () => {
    const dirty = jpeg(6)
    expect(found(dirty)).toMatch(/33°.*/)
    expect(found(dirty)).toContain('WangMin')
    const clean = cleanPicture(dirty) ?? new Uint8Array()
    expect(readImage(clean)).toMatchObject({ texts: [], hidden: [] })
    const view = Buffer.from(clean)
    expect([view.includes('WangMin'), view.includes('JFIF'), view.includes(Buffer.from('内部'))]).toEqual([
      false,
      true,
      false,
    ])
    // Big-endian: one entry, 方向 (0x0112), a short, one of them, 6.
    expect(view.toString('hex')).toContain('000101120003000000010006')
    expect(view.subarray(-5).toString('hex')).toBe('010203ffd9')
    expect(pictureSize(clean)).toEqual({ width: 30, height: 20 })
  })

  test('one that was held upright has no Exif left at all', () => {
    expect(Buffer.from(cleanPicture(jpeg(1)) ?? []).includes('Exif')).toBe(false)
  })

  test('a PNG keeps how it looks and loses what is said about it', () => {
    const said = [
      chunk('tEXt', Buffer.from('Author\0WangMin')),
      chunk('pHYs', Buffer.alloc(9)),
      chunk('eXIf', exif(1).subarray(6)),
    ]
    expect(cleanPicture(png(said, '后面的文字'))).toEqual(png([chunk('pHYs', Buffer.alloc(9))]))
  })

  test('a GIF keeps its pictures and how often they repeat', () => {
    const clean = Buffer.from(cleanPicture(new Uint8Array(GIF)) ?? [])
    expect([
      clean.includes('NETSCAPE'),
      clean.includes('memo'),
      clean.includes('tail'),
      clean.at(-1),
    ]).toEqual([true, false, false, 0x3b])
    expect(pictureSize(clean)).toEqual({ width: 2, height: 3 })
  })

  test('a name proves nothing, and what is cut off is not taken', () => {
    expect(pictureKind(new Uint8Array(Buffer.from('<svg onload="x()">')))).toBeUndefined()
    expect(cleanPicture(new Uint8Array(Buffer.from('d7cdc69a', 'hex')))).toBeUndefined()
    for (const whole of [png(), jpeg(1), new Uint8Array(GIF)])
      expect(cleanPicture(whole.slice(0, Math.max(20, whole.length - 45)))).toBeUndefined()
  })
})
