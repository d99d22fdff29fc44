import { type ConsultationView, requests } from '@mingfu/contract'
import { CONSULTED_PARTIES, parsePlainDate, plainWords } from '@mingfu/law'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { useSession } from '../session/use-session.ts'
import { Alert, DayField, dayText, Form, Input, Radio, Select } from '../ui/index.ts'
import { type DialogProps, useOn } from './use-on.ts'

const PARTY_OPTIONS = Object.entries(CONSULTED_PARTIES).map(([value, { label }]) => ({ value, label }))

export function OpenConsultationDialog(props: DialogProps) {
  const { data: me } = useSession()
  return (
    <FormDialog
      {...useOn(props)}
      title="征求意见"
      route={requests.openConsultation}
      submit="生成征求意见书"
      done="征求意见书和给申请人的告知书已经生成"
      initial={{ on: me?.today, with: 'third-party' }}
    >
      <ConsultationFields />
    </FormDialog>
  )
}

/** What silence will mean, told before the letter goes out. */
const SILENCE = {
  'third-party': '第三方逾期未提出意见的，由本机关依照条例决定是否公开，既不视为同意，也不视为不同意。',
  'co-maker': '共同制作的行政机关逾期未提出意见的，视为同意公开。',
  'secrecy-authority': '提请确定的时间默认计算在答复期限内；文书按保密规定另行办理。',
} as const

function ConsultationFields() {
  const party = Form.useWatch('with') as keyof typeof SILENCE | undefined
  return (
    <>
      <Field name="with">
        <Select options={PARTY_OPTIONS} />
      </Field>
      {party === undefined ? null : <Alert type="info" showIcon className="below" title={SILENCE[party]} />}
      <Field name={['party', 'name']}>
        <Input />
      </Field>
      <Field name={['party', 'contactName']}>
        <Input />
      </Field>
      <Field name={['party', 'phone']}>
        <Input inputMode="tel" />
      </Field>
      <Field name={['party', 'address']}>
        <Input />
      </Field>
      <Field name="subject" extra="只写与对方有关的信息，不透露申请人。">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
      <Field name="why">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
      <Field name="on" extra="自发出次日起，到意见送达之日或者期限届满之日，不计算在答复期限内。">
        <DayField />
      </Field>
    </>
  )
}

type OnConsultation = DialogProps & Readonly<{ consultation: ConsultationView }>

/** The dialogs about one consultation also say which. */
function useOnConsultation(props: OnConsultation) {
  const { consultationId } = props.consultation
  const on = useOn(props)
  return { ...on, toBody: (values: Record<string, unknown>) => on.toBody({ ...values, consultationId }) }
}

export function DeliverConsultationDialog(props: OnConsultation) {
  const { receivedOn } = props.file.clock
  const within =
    receivedOn === null ? '提出意见的期限' : plainWords(parsePlainDate(receivedOn)).consultation.text
  return (
    <FormDialog
      {...useOnConsultation(props)}
      title="登记征求意见书的送达"
      route={requests.deliverConsultation}
      submit="登记"
      done="已登记"
    >
      <Field name="on" extra={`${within}，由这一日起计算。`}>
        <DayField />
      </Field>
      <Field name="proof">
        <Input placeholder="邮件号码、签收回执" />
      </Field>
    </FormDialog>
  )
}

export function AnswerConsultationDialog(props: OnConsultation) {
  const { data: me } = useSession()
  return (
    <FormDialog
      {...useOnConsultation(props)}
      title="登记收到的意见"
      route={requests.answerConsultation}
      submit="登记"
      done="已登记"
      initial={{ on: me?.today }}
    >
      <AnswerFields />
    </FormDialog>
  )
}

function AnswerFields() {
  const answer = Form.useWatch('answer')
  return (
    <>
      <Field name="on">
        <DayField />
      </Field>
      <Field name="answer">
        <Radio.Group
          options={[
            { value: 'consent', label: '同意公开' },
            { value: 'refusal', label: '不同意公开' },
          ]}
        />
      </Field>
      {answer === 'refusal' ? (
        <Field name="reasonable">
          <Radio.Group
            options={[
              { value: true, label: '理由成立' },
              { value: false, label: '理由不成立' },
            ]}
          />
        </Field>
      ) : null}
      <Field name="opinion">
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Field>
    </>
  )
}

export function LapseConsultationDialog(props: OnConsultation) {
  const { data: me } = useSession()
  return (
    <FormDialog
      {...useOnConsultation(props)}
      title="逾期未提出意见"
      route={requests.lapseConsultation}
      submit="登记"
      done="已登记"
      initial={{ on: me?.today }}
    >
      <Alert
        type="info"
        showIcon
        className="below"
        title={`提出意见的期限：${dayText(props.consultation.respondBy)}。${SILENCE[props.consultation.with]}`}
      />
      <Field name="on">
        <DayField />
      </Field>
    </FormDialog>
  )
}
