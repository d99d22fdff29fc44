import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { docxMasthead } from './docx-masthead.ts'
import { docxPicture } from './docx-picture.ts'
import { BODY_LINE, BODY_RUN, CHARACTER, FACES, MM, RED } from './docx-style.ts'
import { docxTable } from './docx-table.ts'
import type { Block, OfficialDocument } from './model.ts'
import { redHeadSize } from './red-head.ts'
import { signatureLines } from './signature-lines.ts'
import { printableDeep } from './text.ts'
import { titleLines } from './title-lines.ts'

/** The document as Word, in the page design of GB/T 9704, with the type faces that offices have. */
export async function renderDocx(document: OfficialDocument): Promise<Uint8Array> {
  const printed = printableDeep(document)
  const letter = printed.layout === 'letter'
  const file = new Document({
    title: printed.title.replaceAll('\n', ''),
    creator: printed.issuer ?? '',
    styles: {
      default: {
        document: {
          run: { ...BODY_RUN, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
          paragraph: { spacing: BODY_LINE },
        },
      },
    },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          titlePage: letter,
          page: {
            size: { width: 11906, height: 16838 },
            margin: {
              top: mm(37),
              bottom: mm(35),
              left: mm(28),
              right: mm(26),
              header: letter ? mm(30) : mm(15),
              footer: mm(20),
            },
          },
        },
        headers: letter ? { first: redHead(printed.issuer ?? '') } : {},
        footers: {
          default: pageNumber(AlignmentType.RIGHT),
          even: pageNumber(AlignmentType.LEFT),
          ...(letter ? { first: lowerRule() } : {}),
        },
        children: [
          ...opening(printed),
          ...printed.blocks.flatMap((block, index) => drawn(block, printed.blocks.slice(index + 1))),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

function opening(document: OfficialDocument): FileChild[] {
  if (document.layout === 'bulletin') return docxMasthead(document)
  const letter = document.layout === 'letter'
  const lines = titleLines(document.title)
  const number =
    document.number === undefined
      ? []
      : [line(document.number, { alignment: letter ? AlignmentType.RIGHT : AlignmentType.CENTER })]
  const title = new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    spacing: { line: 660, lineRule: LineRuleType.EXACT, before: letter ? 1160 : 0, after: 580 },
    children: lines.map(
      (text, index) =>
        new TextRun({
          ...BODY_RUN,
          text,
          font: FACES.title,
          size: 44,
          characterSpacing: 0,
          color: '000000',
          break: index === 0 ? 0 : 1,
        }),
    ),
  })
  const addressee = document.addressee === undefined ? [] : [line(`${document.addressee}：`)]
  // A letter has its number under the red head, a report or a form under its title.
  return letter ? [...number, title, ...addressee] : [title, ...number, ...addressee]
}

function drawn(block: Block, [next, afterNext]: readonly Block[]): FileChild[] {
  const beforeSignature =
    next?.kind === 'signature' || (next?.kind === 'attachments' && afterNext?.kind === 'signature')
  switch (block.kind) {
    case 'heading':
      return [
        block.align === 'center' ? itemHeading(block.text, block.level) : heading(block.text, block.level),
      ]
    case 'paragraph':
    case 'remedy':
      return paragraphs(block, beforeSignature)
    case 'picture':
      return [docxPicture(block)]
    case 'list':
      return block.items.map((item, index) =>
        hanging(block.ordered ? `${index + 1}. ${item}` : `• ${item}`, 2, 1),
      )
    case 'table':
      return table(block)
    case 'attachments':
      return attachments(block.items, next?.kind === 'signature')
    case 'signature':
      return signatureLines(block).map(({ text, fromRight }, index, all) =>
        line(text, {
          alignment: AlignmentType.RIGHT,
          indent: { right: Math.round(fromRight * CHARACTER) },
          keepLines: true,
          keepNext: index < all.length - 1 || next?.kind === 'note',
          spacing: { ...BODY_LINE, before: index === 0 ? BODY_LINE.line * 2 : 0 },
        }),
      )
    case 'note':
      return [line(`（${block.text}）`, { indent: FIRST_LINE })]
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true, spacing: { line: 20, lineRule: LineRuleType.EXACT } })]
  }
}

const FIRST_LINE = { firstLine: CHARACTER * 2, firstLineChars: 200 } as const

const HEADINGS = {
  1: { heading: HeadingLevel.HEADING_1, font: FACES.hei, bold: false },
  2: { heading: HeadingLevel.HEADING_2, font: FACES.kai, bold: false },
  3: { heading: HeadingLevel.HEADING_3, font: FACES.body, bold: true },
  4: { heading: HeadingLevel.HEADING_4, font: FACES.body, bold: false },
} as const

function heading(text: string, level: 1 | 2 | 3 | 4): Paragraph {
  const { heading, font, bold } = HEADINGS[level]
  return line(
    text,
    { heading, keepNext: true, indent: FIRST_LINE },
    { font, bold, italics: false, color: '000000' },
  )
}

/** The heading of an item in a bulletin: in the type of titles, a size smaller. */
function itemHeading(text: string, level: 1 | 2 | 3 | 4): Paragraph {
  return line(
    text,
    {
      heading: HEADINGS[level].heading,
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { ...BODY_LINE, before: 400, after: 200 },
    },
    { font: FACES.title, size: 36, bold: false, italics: false, color: '000000' },
  )
}

function paragraphs(block: Extract<Block, { kind: 'paragraph' | 'remedy' }>, keepNext: boolean): Paragraph[] {
  const align = block.kind === 'paragraph' ? (block.align ?? 'start') : 'start'
  const indented = align === 'start' && (block.kind === 'remedy' || block.indent !== false)
  return block.text.split('\n').map((text) =>
    line(text, {
      alignment: { start: AlignmentType.BOTH, center: AlignmentType.CENTER, end: AlignmentType.RIGHT }[align],
      keepNext,
      ...(indented ? { indent: FIRST_LINE } : {}),
    }),
  )
}

function table(block: Extract<Block, { kind: 'table' }>): FileChild[] {
  const caption = line(
    block.caption,
    { alignment: AlignmentType.CENTER, keepNext: true },
    { font: FACES.hei, size: 28 },
  )
  // Word joins tables that touch; a low paragraph after each keeps them apart.
  const gap = new Paragraph({ spacing: { line: 240, lineRule: LineRuleType.EXACT, before: 0, after: 0 } })
  return [...(block.captionShown === true ? [caption] : []), docxTable(block), gap]
}

function attachments(items: readonly string[], keepNext: boolean): Paragraph[] {
  return items.map((item, index) => {
    const number = items.length === 1 ? '' : `${index + 1}. `
    const label = index === 0 ? '附件：' : ''
    const hang = items.length === 1 ? 3 : 4
    const indent =
      index === 0
        ? { left: CHARACTER * (2 + hang), hanging: CHARACTER * hang }
        : { left: CHARACTER * (2 + hang), hanging: CHARACTER }
    return line(`${label}${number}${item}`, {
      indent,
      keepNext,
      spacing: { ...BODY_LINE, before: index === 0 ? BODY_LINE.line : 0 },
    })
  })
}

function hanging(text: string, left: number, hang: number): Paragraph {
  return line(text, { indent: { left: CHARACTER * (left + hang), hanging: CHARACTER * hang } })
}

function line(text: string, paragraph: IParagraphOptions = {}, run: IRunOptions = {}): Paragraph {
  const lines = text.split('\n')
  return new Paragraph({
    spacing: BODY_LINE,
    ...paragraph,
    children: lines.map(
      (part, index) => new TextRun({ ...BODY_RUN, ...run, text: part, break: index === 0 ? 0 : 1 }),
    ),
  })
}

/** 发文机关标志 with the double rule: a first-page header, so that it stands at 30 mm and pushes the text down. */
function redHead(issuer: string): Header {
  const size = redHeadSize(issuer)
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        // The rule is 170 mm wide and centred on the page; the text is 156 mm from 28 mm on.
        indent: { left: mm(-8), right: mm(-6) },
        spacing: { line: Math.round(size * 20 * 1.05), lineRule: LineRuleType.EXACT, before: 0, after: 280 },
        border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, color: RED, space: 11 } },
        children: [
          new TextRun({
            text: issuer,
            font: FACES.title,
            size: Math.round(size * 2),
            color: RED,
            characterSpacing: 0,
          }),
        ],
      }),
    ],
  })
}

function lowerRule(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        indent: { left: mm(-8), right: mm(-6) },
        spacing: { line: 40, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
        border: { bottom: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, color: RED, space: 0 } },
      }),
    ],
  })
}

function pageNumber(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer {
  const side = alignment === AlignmentType.RIGHT ? { right: 280 } : { left: 280 }
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: side,
        spacing: { line: 280, lineRule: LineRuleType.EXACT, before: 0, after: mm(3) },
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            font: FACES.song,
            size: 28,
            characterSpacing: 0,
          }),
        ],
      }),
    ],
  })
}

function mm(millimetres: number): number {
  return Math.round(millimetres * MM)
}
