import { type ConsultationView, requests } from '@mingfu/contract'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { useSession } from '../session/use-session.ts'
import { Alert, DayField, Input } from '../ui/index.ts'
import { type DialogProps, useOn } from './use-on.ts'

/** 依申请公开告知书: a third party that refused is told first, with reasons and remedies. */
export function OverrideDialog(props: DialogProps & Readonly<{ consultation: ConsultationView }>) {
  const { data: me } = useSession()
  const on = useOn(props)
  const { consultationId, subject } = props.consultation
  return (
    <FormDialog
      {...on}
      toBody={(values: Record<string, unknown>) => on.toBody({ ...values, consultationId })}
      title="告知第三方：决定公开"
      route={requests.tellOfOverride}
      submit="生成告知书"
      done="依申请公开告知书已经生成"
      initial={{ on: me?.today, disclosed: subject }}
    >
      <Alert
        type="info"
        showIcon
        className="below"
        title="第三方不同意且有合理理由，但不公开会对公共利益造成重大影响的，可以决定公开，并将内容和理由书面告知第三方。"
      />
      <Field name="disclosed">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
      <Field name="reason">
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Field>
      <Field name="on">
        <DayField />
      </Field>
      <Field name="releaseOn" extra="留出合理时间，便于第三方依法申请救济。">
        <DayField />
      </Field>
    </FormDialog>
  )
}
