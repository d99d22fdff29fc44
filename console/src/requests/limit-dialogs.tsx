import { requests } from '@mingfu/contract'
import { EXTENSION } from '@mingfu/law'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { useSession } from '../session/use-session.ts'
import { Alert, DayField, dayText, Input, InputNumber, Radio, Select } from '../ui/index.ts'
import { type DialogProps, useOn } from './use-on.ts'

export function ExtendDialog(props: DialogProps) {
  const { data: me } = useSession()
  const { clock, colleagues } = props.file
  const heads = colleagues.filter(({ officeHead }) => officeHead)
  const first = heads.length === 1 ? heads[0]?.staffId : undefined
  return (
    <FormDialog
      {...useOn(props)}
      title="延长答复期限"
      route={requests.extend}
      submit="生成延期答复告知书"
      done="期限已经延长，延期答复告知书已经生成"
      initial={{ on: me?.today, approvedOn: me?.today, workingDays: EXTENSION.atMost, approvedBy: first }}
    >
      <Alert
        type="info"
        showIcon
        className="below"
        title={`最长${EXTENSION.atMost}个工作日；应当在${dayText(clock.dueOn)}之前经负责人同意并告知申请人。`}
      />
      <Field name="workingDays">
        <InputNumber min={1} max={EXTENSION.atMost} precision={0} />
      </Field>
      <Field name="reason">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
      <Field name="approvedBy">
        <Select options={heads.map(({ staffId, name }) => ({ value: staffId, label: name }))} />
      </Field>
      <Field name="approvedOn">
        <DayField />
      </Field>
      <Field name="on">
        <DayField />
      </Field>
    </FormDialog>
  )
}

/** `initial`: a notice drafted from the facts, to be looked over. */
export function AskReasonsDialog({
  initial = {},
  ...props
}: DialogProps & Readonly<{ initial?: Readonly<Record<string, unknown>> }>) {
  const { data: me } = useSession()
  return (
    <FormDialog
      {...useOn(props)}
      title="要求说明理由"
      route={requests.askReasons}
      submit="生成说明理由告知书"
      done="说明理由告知书已经生成"
      initial={{ on: me?.today, ...initial }}
    >
      <Alert
        type="info"
        showIcon
        className="below"
        title="申请数量、频次明显超过合理范围的，可以要求申请人说明理由；由人判断，不自动认定。"
      />
      <Field name="requestCount" extra={`本件为该申请人当月第${props.file.itemNumber}件。`}>
        <InputNumber min={1} precision={0} />
      </Field>
      <Field name="period">
        <Input placeholder="如：2026年1月1日至2026年6月30日" />
      </Field>
      <Field name="toExplain">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
      <Field name="respondBy">
        <DayField />
      </Field>
      <Field name="on">
        <DayField />
      </Field>
    </FormDialog>
  )
}

export function ReceiveReasonsDialog(props: DialogProps) {
  const { data: me } = useSession()
  return (
    <FormDialog
      {...useOn(props)}
      title="登记申请人说明的理由"
      route={requests.receiveReasons}
      submit="登记"
      done="已登记"
      initial={{ on: me?.today }}
    >
      <Field name="on">
        <DayField />
      </Field>
      <Field name="reasons">
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Field>
      <Field name="reasonable">
        <Radio.Group
          options={[
            { value: true, label: '合理' },
            { value: false, label: '不合理' },
          ]}
        />
      </Field>
      <Field name="judgement">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  )
}

export function LapseReasonsDialog(props: DialogProps) {
  const { data: me } = useSession()
  return (
    <FormDialog
      {...useOn(props)}
      title="逾期未说明理由"
      route={requests.lapseReasons}
      submit="登记"
      done="已登记"
      initial={{ on: me?.today }}
    >
      <Alert
        type="info"
        showIcon
        className="below"
        title={`说明理由的期限：${dayText(props.file.clock.reasonsRespondBy)}`}
      />
      <Field name="on">
        <DayField />
      </Field>
    </FormDialog>
  )
}

export function FixDelayedReplyDialog(props: DialogProps) {
  const { data: me } = useSession()
  return (
    <FormDialog
      {...useOn(props)}
      title="确定延迟答复的期限"
      route={requests.fixDelayedReply}
      submit="生成延迟答复告知书"
      done="延迟答复告知书已经生成"
      initial={{ on: me?.today }}
    >
      <Field name="dueOn" extra="申请人的理由合理，但无法在规定期限内答复的，确定合理期限并告知申请人。">
        <DayField />
      </Field>
      <Field name="reason">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
      <Field name="on">
        <DayField />
      </Field>
    </FormDialog>
  )
}
