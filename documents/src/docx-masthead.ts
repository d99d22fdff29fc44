import { plainDateText } from '@mingfu/law'
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import { BODY_LINE, BODY_RUN, FACES, RED, TEXT_WIDTH } from './docx-style.ts'
import type { OfficialDocument } from './model.ts'
import { mastheadSize } from './red-head.ts'

/** 刊头: the paper's name in red, its issue below, editor and day above one red rule. */
export function docxMasthead({ issuer = '', masthead }: OfficialDocument): FileChild[] {
  if (masthead === undefined) return []
  const { issue, editor, on, mark } = masthead
  const size = mastheadSize(issuer)
  const exact = (points: number) => ({ line: Math.round(points * 20), lineRule: LineRuleType.EXACT })
  const name: IParagraphOptions = {
    alignment: AlignmentType.CENTER,
    spacing: { ...exact(size * 1.15), before: 0, after: 320 },
    children: [
      new TextRun({ text: issuer, font: FACES.title, size: size * 2, color: RED, characterSpacing: 0 }),
    ],
  }
  const run = (text: string, font: (typeof FACES)[keyof typeof FACES]) =>
    new TextRun({ ...BODY_RUN, text, font })
  return [
    ...(mark === '' ? [] : [new Paragraph({ spacing: BODY_LINE, children: [run(mark, FACES.hei)] })]),
    new Paragraph(name),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { ...BODY_LINE, after: 240 },
      children: [run(issue, FACES.body)],
    }),
    new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
      spacing: { ...BODY_LINE, after: 360 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 4 } },
      children: [run(`${editor}\t${on === null ? '' : plainDateText(on)}`, FACES.kai)],
    }),
  ]
}
