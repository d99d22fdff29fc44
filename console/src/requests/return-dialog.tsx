import { requests } from '@mingfu/contract'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Input } from '../ui/index.ts'
import { type DialogProps, useOn } from './use-on.ts'

export function ReturnDialog(props: DialogProps) {
  return (
    <FormDialog
      {...useOn(props)}
      title="退回修改"
      route={requests.returnDraft}
      submit="退回"
      done="已退回经办人"
    >
      <Field name="reason">
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Field>
    </FormDialog>
  )
}
