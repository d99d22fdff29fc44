import type { FormInstance } from '../ui/index.ts'
import { ProblemError } from './call.ts'

/** Puts the server's sentences on the fields they are about; what belongs to no field is shown above the form. */
export function showFieldProblems(form: FormInstance, error: unknown): void {
  if (!(error instanceof ProblemError)) return
  const fields = Object.entries(error.problem.fields ?? {})
  form.setFields(fields.map(([path, sentence]) => ({ name: path.split('.'), errors: [sentence] })))
}
