import { redactions } from '@mingfu/contract'
import { type PointerEvent, useRef, useState } from 'react'
import { urlOf } from '../../session/call.ts'
import { Spin } from '../../ui/index.ts'
import { type Box, boxBetween, type DrawnMark } from './marks.ts'

type Props = Readonly<{
  redactionId: string
  page: number
  size: Readonly<{ width: number; height: number }>
  marks: readonly DrawnMark[]
  /** Suggested boxes, shown as outlines. */
  hints: readonly (Box & Readonly<{ what: string }>)[]
  chosen: number | undefined
  /** Without it nothing can be drawn: the file was released, or the reader may not. */
  onDraw?: ((box: Box) => void) | undefined
  onChoose: (key: number) => void
}>

/** Smaller than this part of the page, a drag was a slip of the hand. */
const SLIP = 0.004

/** A page of the original with its boxes; dragging over it draws another. */
export function PageSheet({ redactionId, page, size, marks, hints, chosen, onDraw, onChoose }: Props) {
  const sheet = useRef<HTMLDivElement>(null)
  const [from, setFrom] = useState<Readonly<{ x: number; y: number }>>()
  const [box, setBox] = useState<Box>()
  const [loaded, setLoaded] = useState<string>()
  const src = urlOf(redactions.page, { params: { redactionId, page } })
  const placeOf = ({ clientX, clientY }: PointerEvent) => {
    const { left, top, width, height } = sheet.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1)
    return { x: (clientX - left) / width, y: (clientY - top) / height }
  }
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    if (onDraw === undefined || event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    setFrom(placeOf(event))
  }
  const drag = (event: PointerEvent) => {
    if (from !== undefined) setBox(boxBetween(from, placeOf(event)))
  }
  const end = () => {
    if (box !== undefined && box.width > SLIP && box.height > SLIP) onDraw?.(box)
    setFrom(undefined)
    setBox(undefined)
  }
  return (
    <div
      ref={sheet}
      className={onDraw === undefined ? 'sheet' : 'sheet drawing'}
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
      onPointerDown={begin}
      onPointerMove={drag}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {loaded === src ? null : <Spin className="sheet-waiting" />}
      <img src={src} alt={`原件第${page}页`} draggable={false} onLoad={() => setLoaded(src)} />
      {hints.map((hint) => (
        <div
          key={`${hint.x} ${hint.y}`}
          className="hint"
          style={styleOf(hint)}
          title={`提示：${hint.what}`}
        />
      ))}
      {marks.map((mark) => (
        <button
          key={mark.key}
          type="button"
          className={mark.key === chosen ? 'mark chosen' : 'mark'}
          style={styleOf(mark)}
          aria-label={`遮盖框：${mark.part}`}
          title={mark.part}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => onChoose(mark.key)}
        />
      ))}
      {box === undefined ? null : <div className="mark chosen" style={styleOf(box)} />}
    </div>
  )
}

function styleOf({ x, y, width, height }: Box) {
  const part = (value: number) => `${value * 100}%`
  return { left: part(x), top: part(y), width: part(width), height: part(height) }
}
