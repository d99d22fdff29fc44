import { joinedMarks, type Marked, type Marks } from './marks.ts'

type Props = Readonly<{ text: string; marks: readonly Marked[]; anchors: Marks['anchors'] }>

/** 标注的文字: the text as printed, the words that a finding is about marked where they stand. */
export function MarkedText({ text, marks, anchors }: Props) {
  const joined = joinedMarks(marks)
  let at = 0
  const pieces = joined.flatMap(({ start, end, numbers }) => {
    const before = text.slice(at, start)
    at = end
    return [
      before,
      <mark class="faulty">
        {text.slice(start, end)}
        <MarkLinks numbers={numbers} at="text" anchors={anchors} />
      </mark>,
    ]
  })
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  )
}

/** 第3项: the way from a mark to its finding. */
export function MarkLinks(props: { numbers: readonly number[]; at: string; anchors: Marks['anchors'] }) {
  const { numbers, at, anchors } = props
  return numbers.map((number) => (
    <a
      class="mark-link"
      href={`#finding-${number}`}
      id={anchors.get(number) === at ? `at-${number}` : undefined}
    >
      <span class="sr">有问题，见</span>第{number}项
    </a>
  ))
}

/** Lines of a text, each a paragraph, with the marks that fall into it. */
export function MarkedParagraphs({ text, marks, anchors }: Props) {
  let start = 0
  return text.split('\n').map((line) => {
    const from = start
    const to = from + line.length
    start = to + 1
    if (line.trim() === '') return null
    const own = marks
      .filter((mark) => mark.start < to && mark.end > from)
      .map((mark) => ({
        ...mark,
        start: Math.max(mark.start, from) - from,
        end: Math.min(mark.end, to) - from,
      }))
    return (
      <p>
        <MarkedText text={line} marks={own} anchors={anchors} />
      </p>
    )
  })
}
