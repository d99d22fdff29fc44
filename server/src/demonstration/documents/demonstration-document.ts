import {
  addDays,
  type ContentForm,
  type ContentKind,
  type FormValue,
  type PlainDate,
  yearOf,
} from '@mingfu/law'
import type { DemonstrationFile } from './attachments.ts'

/** Published documents of the demonstration office. Written for the purpose; nobody's real text. */
export type DemonstrationDocument = Readonly<{
  kind: ContentKind
  title: string
  documentNumber?: string
  genre: string
  node: string
  legalItem: string
  legalBasis?: string
  keyAreas?: readonly string[]
  keywords: readonly string[]
  summary: string
  form?: DemonstrationForm
  /** Calendar days before the day of seeding on which it was written; it is published 4 working days later. */
  writtenDaysAgo: number
  paragraphs: readonly string[]
  /** 正文图片, below the text. */
  picture?: Readonly<{ name: string; alt: string; make(): Uint8Array }>
  files?: readonly DemonstrationFile[]
  repealedDaysAgo?: number
  interprets?: string
}>

/** A form whose days, years and documents are only known when it is played. */
export type DemonstrationForm = Readonly<
  Record<string, Later | string | readonly string[] | readonly LaterRow[]>
>
type LaterRow = Readonly<Record<string, Later | string>>
type Later = (known: Known) => string
type Known = Readonly<{ today: PlainDate; published: ReadonlyMap<string, string> }>

export const YEAR = 365

export function daysAgo(days: number): Later {
  return ({ today }) => addDays(today, -days)
}

export function yearBefore(years: number): Later {
  return ({ today }) => String(yearOf(today) - years)
}

export function documentNamed(name: string): Later {
  return ({ published }) => published.get(name) ?? ''
}

/** The form as it is filled in on the day. */
export function formNow(form: DemonstrationForm, known: Known): ContentForm {
  const now = (value: Later | string) => (typeof value === 'string' ? value : value(known))
  const entries = Object.entries(form).map(([name, value]): [string, FormValue] => {
    if (typeof value === 'string' || typeof value === 'function') return [name, now(value)]
    const words = value.filter((each) => typeof each === 'string')
    if (words.length > 0) return [name, words]
    const rows = value.filter((each) => typeof each !== 'string')
    return [
      name,
      rows.map((row) => Object.fromEntries(Object.entries(row).map(([cell, of]) => [cell, now(of)]))),
    ]
  })
  return Object.fromEntries(entries)
}
