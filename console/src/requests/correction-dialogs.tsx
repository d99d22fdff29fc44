import { requests } from '@mingfu/contract'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { useSession } from '../session/use-session.ts'
import { Alert, DayField, dayText, Input, Select } from '../ui/index.ts'
import { type ChosenFile, FileChoice } from './file-choice.tsx'
import { filledLines, LinesInput } from './lines-input.tsx'
import { type DialogProps, useOn } from './use-on.ts'
import { CHANNEL_OPTIONS } from './words.ts'

export function RequestCorrectionDialog(props: DialogProps) {
  const { data: me } = useSession()
  const { hints, clock, timeline } = props.file
  const on = useOn(props)
  const again = timeline.some(({ kind }) => kind === 'correction-requested')
  return (
    <FormDialog
      {...on}
      title="告知补正"
      route={requests.requestCorrection}
      submit="生成补正告知书"
      done="补正告知书已经生成"
      initial={{ on: me?.today, items: hints.map(({ text }) => text) }}
      toBody={(values) => on.toBody({ ...values, items: filledLines(values.items) })}
    >
      <Alert
        type="info"
        showIcon
        className="below"
        title={`应当一次性告知，不得要求说明用途。告知期限：${dayText(clock.correctionDueOn)}`}
      />
      <Field name="on">
        <DayField />
      </Field>
      <Field name="items" extra="每行一项，一次列全。">
        <LinesInput />
      </Field>
      <Field name="guidance" extra="说明怎样补正，可以联系谁。">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
      <Field name="respondBy" extra="合理期限，一般不超过收到告知之日起15个工作日。">
        <DayField />
      </Field>
      <Field name="deliveredOn" extra="当面交付或者电子送达的，填写当日；邮寄的，签收后再登记。">
        <DayField />
      </Field>
      {again ? (
        <Field name="againReason" extra="此前已经告知补正。确需再次告知的，写明理由，载入办理过程。">
          <Input.TextArea autoSize={{ minRows: 2 }} />
        </Field>
      ) : null}
    </FormDialog>
  )
}

export function ReceiveCorrectionDialog(props: DialogProps) {
  const { data: me } = useSession()
  const { clock, channel } = props.file
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  const on = useOn(props)
  const late = clock.respondBy !== null && me !== undefined && me.today > clock.respondBy
  return (
    <FormDialog
      {...on}
      input={{ ...on.input, files }}
      title="登记收到的补正材料"
      route={requests.receiveCorrection}
      submit="登记"
      done="已登记，答复期限重新计算"
      initial={{ on: me?.today, channel }}
    >
      <Field name="on" extra="答复期限自这一日起重新计算。">
        <DayField />
      </Field>
      <Field name="channel">
        <Select options={CHANNEL_OPTIONS} />
      </Field>
      <Field name="text">
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Field>
      {late ? (
        <Field
          name="goodReason"
          extra={`补正期限已于${dayText(clock.respondBy)}届满，有正当理由的写明理由。`}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} />
        </Field>
      ) : null}
      <FileChoice label="添加补正材料" files={files} onChange={setFiles} />
    </FormDialog>
  )
}

export function LapseCorrectionDialog(props: DialogProps) {
  const { data: me } = useSession()
  return (
    <FormDialog
      {...useOn(props)}
      title="逾期不补正，不再处理"
      route={requests.lapseCorrection}
      submit="生成不再处理告知书"
      done="不再处理告知书已经生成，本件申请办结"
      initial={{ on: me?.today }}
    >
      <Alert
        type="warning"
        showIcon
        className="below"
        title={`补正期限：${dayText(props.file.clock.respondBy)}。应当有补正告知书的送达凭证。`}
      />
      <Field name="on">
        <DayField />
      </Field>
    </FormDialog>
  )
}
