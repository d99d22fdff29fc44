import type { ContentKind } from '../content-kind.ts'
import { LICENCE, PENALTY, SUPERVISION } from './decision-forms.ts'
import { CLARIFICATION, GAZETTE, INTERPRETATION, NORMATIVE, POLICY, REGULATION } from './document-forms.ts'
import type { FormField, FormFields } from './form-field.ts'
import { BUDGET, FEE, PROCUREMENT, STATISTICS } from './money-forms.ts'
import { LEADERS, ORGANISATION, POWER_LIST, SERVICE } from './organ-forms.ts'
import { EMERGENCY, LIVELIHOOD, PLAN, PROJECT, RECRUITMENT } from './work-forms.ts'

/** 内容表单: what each kind of content is asked besides title, number and text, under the names of its data. */
export const CONTENT_FORMS = {
  regulation: REGULATION,
  normative: NORMATIVE,
  policy: POLICY,
  interpretation: INTERPRETATION,
  system: {},
  organisation: ORGANISATION,
  leaders: LEADERS,
  service: SERVICE,
  'power-list': POWER_LIST,
  plan: PLAN,
  statistics: STATISTICS,
  licence: LICENCE,
  penalty: PENALTY,
  budget: BUDGET,
  fee: FEE,
  procurement: PROCUREMENT,
  project: PROJECT,
  livelihood: LIVELIHOOD,
  emergency: EMERGENCY,
  supervision: SUPERVISION,
  recruitment: RECRUITMENT,
  clarification: CLARIFICATION,
  gazette: GAZETTE,
  announcement: {},
} as const satisfies Record<ContentKind, FormFields>

/** A row of a table within a form, by the names of its columns. */
export type FormRow = Readonly<Record<string, string>>
export type FormValue = string | readonly string[] | readonly FormRow[]

/** What was filled in, by the names of the fields. */
export type ContentForm = Readonly<Record<string, FormValue>>

/** The fields of a kind in their order, each with its name. */
export function formFields(kind: ContentKind): readonly (readonly [string, FormField])[] {
  return Object.entries<FormField>(CONTENT_FORMS[kind])
}

/** A value that is one text; empty where there is none. */
export function formValue(form: ContentForm, name: string): string {
  const value = form[name]
  return typeof value === 'string' ? value : ''
}

/** The rows of a table; none where nothing was filled in. */
export function formRows(form: ContentForm, name: string): readonly FormRow[] {
  const value = form[name]
  if (value === undefined || typeof value === 'string') return []
  return value.filter((row): row is FormRow => typeof row === 'object')
}

/** What was chosen of several. */
export function formChosen(form: ContentForm, name: string): readonly string[] {
  const value = form[name]
  if (value === undefined || typeof value === 'string') return []
  return value.filter((word): word is string => typeof word === 'string')
}
