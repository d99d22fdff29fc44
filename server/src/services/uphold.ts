import type { Ruling } from '@mingfu/law'
import { Refused } from '../errors.ts'

/** The value of a granted ruling; a refused one is thrown, so that the transaction rolls back. */
export function uphold<T>(ruling: Ruling<T>): T {
  if (ruling.granted) return ruling.value
  throw new Refused(ruling.refusal)
}
