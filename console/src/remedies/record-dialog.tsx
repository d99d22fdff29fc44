import { type DisputeView, remedies } from '@mingfu/contract'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Form, Select } from '../ui/index.ts'
import { DisputeFields } from './dispute-fields.tsx'

type Props = Readonly<{
  requestId?: string | null
  /** Suits that an appeal may belong to. */
  suits?: readonly DisputeView[]
  onClose: () => void
}>

/** 登记案件. */
export function RecordDialog({ requestId = null, suits = [], onClose }: Props) {
  return (
    <FormDialog
      route={remedies.record}
      title="登记案件"
      submit="登记"
      done="案件已经登记"
      onDone={onClose}
      onClose={onClose}
      initial={{ role: 'original', procedure: 'ordinary' }}
      toBody={(values) => ({ ...values, requestId })}
    >
      <DisputeFields />
      <AppealField suits={suits} />
    </FormDialog>
  )
}

/** 二审 counts as one case with the first instance. */
function AppealField({ suits }: { suits: readonly DisputeView[] }) {
  const block = Form.useWatch('block')
  const firsts = suits.filter((suit) => suit.block === block && suit.block !== 'review')
  if (firsts.length === 0) return null
  return (
    <Field name="appealOf" extra="登记二审的，选择一审案件；两审在年度报告中按一件计。">
      <Select
        allowClear
        options={firsts.map(({ disputeId, caseNumber, organ }) => ({
          value: disputeId,
          label: caseNumber === '' ? organ : `${organ} ${caseNumber}`,
        }))}
      />
    </Field>
  )
}
