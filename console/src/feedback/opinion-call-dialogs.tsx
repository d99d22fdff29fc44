import { type OpinionCallView, opinionCalls } from '@mingfu/contract'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { DayField, Input } from '../ui/index.ts'
import { PublishedField } from './published-field.tsx'

type Props = Readonly<{ call: OpinionCallView; onClose: () => void }>

export function ExtendDialog({ call: { callId, version }, onClose }: Props) {
  return (
    <FormDialog
      route={opinionCalls.extend}
      input={{ params: { callId } }}
      title="延长征集期限"
      toBody={(values) => ({ ...values, version })}
      done="已经延长"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="closesOn" extra="只能延长，不能缩短。">
        <DayField />
      </Field>
    </FormDialog>
  )
}

export function CancelDialog({ call: { callId, version }, onClose }: Props) {
  return (
    <FormDialog
      route={opinionCalls.cancel}
      input={{ params: { callId } }}
      title="终止征集"
      submit="终止"
      toBody={(values) => ({ ...values, version })}
      done="已经终止"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="reason" extra="理由公布在征集页面上；已经收到的意见保留。">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  )
}

export function FinalDialog({ call: { callId, version }, onClose }: Props) {
  return (
    <FormDialog
      route={opinionCalls.linkFinal}
      input={{ params: { callId } }}
      title="关联公布的文件"
      toBody={(values) => ({ ...values, version })}
      done="已经关联，两个页面互相链接"
      onDone={onClose}
      onClose={onClose}
    >
      <PublishedField name="documentId" />
    </FormDialog>
  )
}
