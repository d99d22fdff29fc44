import { crc32, deflateSync } from 'node:zlib'

const [WIDTH, HEIGHT] = [640, 400]
/** Ground, water, road, line of a road, building, parking. */
const COLOURS = ['eef2e6', 'bcd9ee', '9aa0a6', 'ffffff', 'd9cbb8', '2f6fb0'] as const
const [WATER, ROAD, LINE, BUILDING, PARKING] = [1, 2, 3, 4, 5] as const

type Box = readonly [colour: number, left: number, top: number, width: number, height: number]

/** 停车泊位分布示意图: two roads along the water, houses beside them, and the places in blue. A few kilobytes, drawn when played. */
export function parkingPlan(): Uint8Array {
  const points = Buffer.alloc((WIDTH + 1) * HEIGHT)
  for (const [colour, left, top, width, height] of boxes()) {
    for (let row = top; row < top + height; row++) {
      const at = row * (WIDTH + 1) + 1 + left
      points.fill(colour, at, at + width)
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH, 0)
  head.writeUInt32BE(HEIGHT, 4)
  // Eight bits a point, by the table of colours.
  head.set([8, 3], 8)
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', head),
      chunk('PLTE', Buffer.from(COLOURS.join(''), 'hex')),
      chunk('IDAT', deflateSync(points)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

function boxes(): readonly Box[] {
  const along = (count: number, box: (index: number) => Box) =>
    Array.from({ length: count }, (_, index) => box(index))
  return [
    [WATER, 0, 0, WIDTH, 56],
    [ROAD, 0, 88, WIDTH, 40],
    [ROAD, 0, 288, WIDTH, 48],
    [ROAD, 300, 88, 44, HEIGHT - 88],
    ...along(16, (index) => [LINE, 8 + index * 40, 107, 20, 2]),
    ...along(16, (index) => [LINE, 8 + index * 40, 311, 20, 2]),
    ...along(4, (index) => [LINE, 321, 140 + index * 36, 2, 18]),
    [BUILDING, 36, 168, 104, 76],
    [BUILDING, 172, 168, 92, 76],
    [BUILDING, 384, 168, 76, 76],
    [BUILDING, 496, 168, 108, 76],
    [BUILDING, 60, 356, 180, 32],
    [BUILDING, 396, 356, 196, 32],
    ...along(18, (index) => [PARKING, 20 + index * 14, 270, 10, 16]),
    ...along(16, (index) => [PARKING, 370 + index * 14, 270, 10, 16]),
    ...along(12, (index) => [PARKING, 60 + index * 14, 130, 10, 16]),
    ...along(7, (index) => [PARKING, 346, 160 + index * 14, 16, 10]),
  ]
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}
