import type { PlainDate } from '../../plain-date.ts'
import { isPlainDate } from '../../plain-date.ts'
import type { ContentKind } from '../content-kind.ts'
import { CONTENT_KINDS } from '../content-kind.ts'
import { DEADLINE_RULES, type DeadlineBase } from '../deadline-rule.ts'
import { type ContentForm, formRows, formValue } from './content-form.ts'

/** The field of a form that says from which day a limit runs. */
const BASE_FIELDS: Partial<Record<DeadlineBase, string>> = { decided: 'decidedOn', approved: 'approvedOn' }

/** 起算日: the day of decision or approval where the form has one, of the last amendment of a rule, otherwise the day on which it was written. */
export function deadlineBaseDay(kind: ContentKind, form: ContentForm, writtenOn: PlainDate): PlainDate {
  // 形成或者变更: what is published is the text as last amended.
  const amended = formRows(form, 'amendments').map(({ on = '' }) => on)
  const last = amended.filter(isPlainDate).toSorted().at(-1)
  if (kind === 'regulation' && last !== undefined) return last
  const field = BASE_FIELDS[DEADLINE_RULES[CONTENT_KINDS[kind].deadline].base]
  const day = field === undefined ? '' : formValue(form, field)
  return isPlainDate(day) ? day : writtenOn
}
