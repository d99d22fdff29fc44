import { ORDER_GROUNDS, supervision } from '@mingfu/contract'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { DayField, Input, Select } from '../ui/index.ts'
import { AgencyField } from './agency-field.tsx'

type Props = Readonly<{ initial?: Readonly<Record<string, unknown>>; onClose: () => void }>

/** 发出督办单. */
export function IssueOrderDialog({ initial = {}, onClose }: Props) {
  return (
    <FormDialog
      route={supervision.issueOrder}
      title="发出督办单"
      submit="发出"
      done="督办单已经发出"
      initial={initial}
      onDone={onClose}
      onClose={onClose}
    >
      <AgencyField name="toAgencyId" />
      <Field name="ground">
        <Select options={Object.entries(ORDER_GROUNDS).map(([value, label]) => ({ value, label }))} />
      </Field>
      <Field name="subject">
        <Input />
      </Field>
      <Field name="demand">
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Field>
      <Field name="requestNumber">
        <Input />
      </Field>
      <Field name="replyBy">
        <DayField />
      </Field>
    </FormDialog>
  )
}
