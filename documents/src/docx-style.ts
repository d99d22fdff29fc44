import { type IRunOptions, LineRuleType } from 'docx'

/** Twips in a millimetre; Word measures in twentieths of a point. */
export const MM = 56.7

/** One character of 三号 (16 pt) type. */
export const CHARACTER = 320

/** 156 mm of text between the margins. */
export const TEXT_WIDTH = 8844

export const RED = 'E60012'

/** 22 lines to the page: 29 pt each, exactly, and no document grid, which readers interpret differently. */
export const BODY_LINE = { line: 580, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const

export const FACES = {
  title: face('方正小标宋简体'),
  body: face('仿宋_GB2312'),
  song: face('宋体'),
  hei: face('黑体'),
  kai: face('楷体_GB2312'),
} as const

/** 28 characters to the line: each a fifth of a point closer than set solid. */
export const BODY_RUN = { font: FACES.body, size: 32, characterSpacing: -4 } as const satisfies IRunOptions

function face(eastAsia: string) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia } as const
}
