import { type DisputeView, remedies } from '@mingfu/contract'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { DayField, Form, Input, Select } from '../ui/index.ts'
import { resultsOf, stepOptions } from './words.ts'

type Props = Readonly<{
  dispute: DisputeView
  /** The version of the application, when it may be ordered anew from here. */
  requestVersion?: number | undefined
  onClose: () => void
}>

/** 登记审结结果: in the words of the law; the column of table four follows. */
export function ConcludeDialog({ dispute, requestVersion, onClose }: Props) {
  const { disputeId, version } = dispute
  return (
    <FormDialog
      route={remedies.conclude}
      input={{ params: { disputeId } }}
      title="登记审结结果"
      submit="登记"
      done="审结结果已经登记"
      onDone={onClose}
      onClose={onClose}
      toBody={({ againBy, ...values }) => ({
        ...values,
        version,
        answerAgain: againBy && requestVersion !== undefined ? { dueOn: againBy, requestVersion } : null,
      })}
    >
      <ResultFields dispute={dispute} mayAnswerAgain={requestVersion !== undefined} />
    </FormDialog>
  )
}

function ResultFields({ dispute, mayAnswerAgain }: { dispute: DisputeView; mayAnswerAgain: boolean }) {
  const results = resultsOf(dispute.block)
  const chosen = Form.useWatch('result')
  const corrected = results.find(({ value }) => value === chosen)?.outcome === 'corrected'
  return (
    <>
      <Field name="result">
        <Select options={results.map(({ value, label }) => ({ value, label }))} />
      </Field>
      <Field name="concludedOn">
        <DayField />
      </Field>
      <Field name="resultText">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
      {corrected ? (
        <Field name="failedStep" extra="供改进工作使用，不计入年度报告。">
          <Select options={stepOptions} />
        </Field>
      ) : null}
      {corrected && mayAnswerAgain ? (
        <Form.Item
          name="againBy"
          label="重新答复的期限"
          extra="决定、判决责令重新答复的填写，原申请随即重新办理；没有责令的不填。"
        >
          <DayField />
        </Form.Item>
      ) : null}
    </>
  )
}
