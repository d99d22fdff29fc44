import { agencies, type StaffView } from '@mingfu/contract'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { Input, Select } from '../ui/index.ts'
import type { FirstPassword } from './first-password-dialog.tsx'

type Props = Readonly<{
  agencyId: string
  /** Whom to change; without one, somebody new. */
  member?: StaffView
  onClose: () => void
  onCreated?: (first: FirstPassword) => void
}>

/** 增加或者修改工作人员. */
export function StaffDialog({ agencyId, member, onClose, onCreated }: Props) {
  if (member !== undefined) {
    return (
      <FormDialog
        title={`修改${member.name}（${member.login}）`}
        route={agencies.updateStaff}
        input={{ params: { staffId: member.staffId }, query: { agencyId } }}
        initial={{ name: member.name, departmentId: member.departmentId }}
        done="已保存"
        onDone={onClose}
        onClose={onClose}
      >
        <NameAndDepartment agencyId={agencyId} />
      </FormDialog>
    )
  }
  const entered = { login: '', name: '' }
  return (
    <FormDialog
      title="增加工作人员"
      route={agencies.createStaff}
      input={{ query: { agencyId } }}
      toBody={(values) => {
        Object.assign(entered, values)
        return values
      }}
      submit="增加"
      onDone={({ password }) => onCreated?.({ ...entered, password })}
      onClose={onClose}
    >
      <Field name="login" extra="小写字母、数字、点、横线，登录后不能更改">
        <Input autoComplete="off" autoFocus />
      </Field>
      <NameAndDepartment agencyId={agencyId} />
    </FormDialog>
  )
}

function NameAndDepartment({ agencyId }: { agencyId: string }) {
  const departments = useCall(agencies.listDepartments, { query: { agencyId } })
  return (
    <>
      <Field name="name">
        <Input autoComplete="off" />
      </Field>
      <Field name="departmentId">
        <Select
          allowClear
          placeholder="不属于内设机构"
          loading={departments.isPending}
          options={(departments.data ?? []).map(({ departmentId: value, name: label }) => ({ value, label }))}
        />
      </Field>
    </>
  )
}
