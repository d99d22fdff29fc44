import { agencies } from '@mingfu/contract'
import { useCall } from '../session/use-call.ts'

/** 内设机构 as options of a field. */
export function useUnitOptions(): { value: string; label: string }[] {
  const departments = useCall(agencies.listDepartments)
  return (departments.data ?? []).map(({ departmentId, name }) => ({ value: departmentId, label: name }))
}
