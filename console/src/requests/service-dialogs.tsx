import { requests } from '@mingfu/contract'
import { SERVICE_METHODS, type ServiceMethod } from '@mingfu/law'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { useSession } from '../session/use-session.ts'
import { Alert, DayField, Form, Input, Radio, Select } from '../ui/index.ts'
import { LinesInput } from './lines-input.tsx'
import { type DialogProps, useOn } from './use-on.ts'
import { METHOD_OPTIONS } from './words.ts'

export function ServeDialog(props: DialogProps) {
  const { data: me } = useSession()
  return (
    <FormDialog
      {...useOn(props)}
      title="登记送达"
      route={requests.serve}
      submit="登记"
      done="已登记送达"
      initial={{ sentOn: me?.today, method: methodFor(props.file.wantedDelivery) }}
    >
      <ServiceFields />
    </FormDialog>
  )
}

/** As the applicant wished it. */
function methodFor(wanted: string): ServiceMethod {
  if (wanted === 'online' || wanted === 'email') return 'electronic'
  return wanted === 'pick-up' || wanted === 'reading' ? 'direct' : 'post'
}

function ServiceFields() {
  const method = Form.useWatch('method') as ServiceMethod | undefined
  return (
    <>
      <Field name="method">
        <Select options={METHOD_OPTIONS} />
      </Field>
      {method === undefined ? null : (
        <Alert
          type="info"
          showIcon
          className="below"
          title={`是否按期答复，以${SERVICE_METHODS[method].timely}为准。`}
        />
      )}
      <Field name="sentOn">
        <DayField />
      </Field>
      <Field name="receivedOn" extra="救济期限由此起算；尚不知道的，签收后再登记。">
        <DayField />
      </Field>
      {method === 'post' ? (
        <Field name="carrier" extra="国家机关公文应当交邮政企业寄递。">
          <Radio.Group
            options={[
              { value: 'postal-company', label: '邮政企业' },
              { value: 'courier', label: '快递企业' },
            ]}
          />
        </Field>
      ) : null}
      <Field name="proof">
        <Input />
      </Field>
      <Field name="receiver">
        <Input />
      </Field>
      {method === 'direct' || method === 'entrusted' ? (
        <Field name="relation">
          <Input placeholder="如：本人、同住成年家属、单位收发人员" />
        </Field>
      ) : null}
      {method === 'left' ? (
        <>
          <Field name="refusalReason">
            <Input />
          </Field>
          <Field name="witnesses">
            <LinesInput minRows={2} placeholder="每行一人" />
          </Field>
        </>
      ) : null}
    </>
  )
}

export function FailServiceDialog(props: DialogProps) {
  const { data: me } = useSession()
  return (
    <FormDialog
      {...useOn(props)}
      title="登记送达未成"
      route={requests.failService}
      submit="登记"
      done="已登记，请重新送达"
      initial={{ on: me?.today, method: 'post' }}
    >
      <Field name="method">
        <Select options={METHOD_OPTIONS} />
      </Field>
      <Field name="reason">
        <Input placeholder="如：原址查无此人，邮件退回" />
      </Field>
      <Field name="sentOn" extra="在期限内交邮的，退回不影响按期答复。">
        <DayField />
      </Field>
      <Field name="on">
        <DayField />
      </Field>
    </FormDialog>
  )
}

const DOCUMENTS = {
  'correction-notice': '补正告知书',
  'fee-notice': '收费通知书',
  decision: '答复书',
} as const

export function DeliverDialog(props: DialogProps) {
  const { data: me } = useSession()
  return (
    <FormDialog
      {...useOn(props)}
      title="登记文书签收"
      route={requests.deliver}
      submit="登记"
      done="已登记签收"
      initial={{ on: me?.today }}
    >
      <Field name="document">
        <Radio.Group options={Object.entries(DOCUMENTS).map(([value, label]) => ({ value, label }))} />
      </Field>
      <Field name="on">
        <DayField />
      </Field>
      <Field name="proof">
        <Input placeholder="邮件号码、送达回证" />
      </Field>
    </FormDialog>
  )
}

export function CloseDialog(props: DialogProps) {
  const { data: me } = useSession()
  return (
    <FormDialog
      {...useOn(props)}
      title="办结归档"
      route={requests.close}
      submit="归档"
      done="已办结归档"
      initial={{ on: me?.today }}
    >
      <Field name="on">
        <DayField />
      </Field>
    </FormDialog>
  )
}
