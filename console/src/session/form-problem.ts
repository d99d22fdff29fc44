import type { FormInstance } from '../ui/index.ts'
import { ProblemError } from './call.ts'

/** Puts the server's sentences on the fields they are about; what belongs to no field is shown above the form. */
export function showFieldProblems(form: FormInstance, error: unknown): void {
  form.setFields(
    fieldProblems(error).map(([path, sentence]) => ({ name: path.split('.'), errors: [sentence] })),
  )
}

/** The error, unless every sentence of it already stands on a field of the form. */
export function errorBeside(form: FormInstance, error: unknown): unknown {
  const sentences = fieldProblems(error)
  const shown = new Set(Object.keys(form.getFieldsValue()))
  const onFields = sentences.every(([path]) => shown.has(path.split('.')[0] ?? ''))
  return sentences.length > 0 && onFields ? null : error
}

function fieldProblems(error: unknown): readonly (readonly [string, string])[] {
  return error instanceof ProblemError ? Object.entries(error.problem.fields ?? {}) : []
}
