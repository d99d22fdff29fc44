import type { PlainDate } from '../../plain-date.ts'
import { isPlainDate } from '../../plain-date.ts'
import type { ContentKind } from '../content-kind.ts'
import { CONTENT_KINDS } from '../content-kind.ts'
import { DEADLINE_RULES, type DeadlineBase } from '../deadline-rule.ts'
import { type ContentForm, formValue } from './content-form.ts'

/** The field of a form that says from which day a limit runs. */
const BASE_FIELDS: Partial<Record<DeadlineBase, string>> = { decided: 'decidedOn', approved: 'approvedOn' }

/** 起算日: the day of decision or approval where the form has one, otherwise the day on which it was written. */
export function deadlineBaseDay(kind: ContentKind, form: ContentForm, writtenOn: PlainDate): PlainDate {
  const field = BASE_FIELDS[DEADLINE_RULES[CONTENT_KINDS[kind].deadline].base]
  const day = field === undefined ? '' : formValue(form, field)
  return isPlainDate(day) ? day : writtenOn
}
