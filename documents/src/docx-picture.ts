import { AlignmentType, type IMediaTransformation, ImageRun, LineRuleType, Paragraph } from 'docx'
import type { Picture } from './model.ts'
import { printedSize } from './picture-size.ts'

const POINTS_PER_MM = 96 / 25.4

/** Word does not read how a photograph was held; it is told. By the orientation of EXIF; 1 is upright. */
const TURNS: Readonly<Record<number, Partial<IMediaTransformation>>> = {
  2: { flip: { horizontal: true } },
  3: { rotation: 180 },
  4: { flip: { vertical: true } },
  5: { flip: { horizontal: true }, rotation: 270 },
  6: { rotation: 90 },
  7: { flip: { horizontal: true }, rotation: 90 },
  8: { rotation: 270 },
}

/** A picture in a line of its own, in the middle, with its words for those who do not see it. */
export function docxPicture({ type, bytes, alt, turned = 1, ...points }: Picture): Paragraph {
  const { width, height } = printedSize(points)
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    // Lines of the text have an exact height, which would cut the picture down to one of them.
    spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 120, after: 120 },
    children: [
      new ImageRun({
        type: type === 'jpeg' ? 'jpg' : type,
        data: bytes,
        transformation: {
          width: pointsOf(turned < 5 ? width : height),
          height: pointsOf(turned < 5 ? height : width),
          ...TURNS[turned],
        },
        altText: { name: '图', description: alt },
      }),
    ],
  })
}

function pointsOf(millimetres: number): number {
  return Math.max(1, Math.round(millimetres * POINTS_PER_MM))
}
