import type { Seal } from '../../services/seal.ts'

/** 验证问题: a sum in words, which a screen reader reads and a person answers at once. */
export type Question = Readonly<{ text: string; answer: number }>

const DIGITS = '零一二三四五六七八九'

/** The question of a form; always the same for the same form, so that nothing has to be kept. */
export function questionOf(seal: Seal, formKey: string): Question {
  const bytes = seal.index(`question ${formKey}`)
  const first = 1 + (bytes.readUInt8(0) % 9)
  const second = 1 + (bytes.readUInt8(1) % 9)
  return { text: `${DIGITS[first]}加${DIGITS[second]}等于几？`, answer: first + second }
}

/** Whether an answer is right, in whatever figures it is written: 12, １２, 十二. */
export function isAnswered({ answer }: Question, given: string): boolean {
  const text = given.normalize('NFKC').replaceAll(/\s/g, '')
  return text === String(answer) || text === chinese(answer)
}

function chinese(value: number): string {
  if (value < 10) return DIGITS[value] ?? ''
  return `十${value === 10 ? '' : DIGITS[value - 10]}`
}
