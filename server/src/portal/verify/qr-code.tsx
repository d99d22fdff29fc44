import { encode } from 'uqr'

/** 二维码 as lines in the page: no picture to fetch, sharp in print, one stroke for each run of dark squares. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 2 })
  const path = data.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}`))
  return (
    // A line lies half above and half below its middle, which is why the picture begins half a square higher.
    <svg
      class="qr"
      viewBox={`0 -0.5 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect y="-0.5" width={size} height={size} fill="#fff" />
      <path d={path.join('')} stroke="#000" />
    </svg>
  )
}

/** Dark squares that stand side by side: where they begin, and how many. */
function runsOf(row: readonly boolean[]): readonly (readonly [x: number, length: number])[] {
  const runs: [number, number][] = []
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1)
    if (!dark) continue
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  }
  return runs
}
