import type { Citation } from '../citation.ts'
import type { PlainDate } from '../plain-date.ts'

/** 程序问题: a fault that the recorded facts show, on the day it happened, and the article it offends. */
export type Violation = Readonly<{
  code: string
  on: PlainDate
  text: string
  basis: Citation
  severity: 'error' | 'warning'
}>
