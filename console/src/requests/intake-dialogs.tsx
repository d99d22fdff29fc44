import { READ_SCOPES, requests } from '@mingfu/contract'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { useSession } from '../session/use-session.ts'
import { DayField, Input, Radio, Select } from '../ui/index.ts'
import { type DialogProps, useOn } from './use-on.ts'
import { CLASS_OPTIONS } from './words.ts'

export function ConfirmDialog(props: DialogProps) {
  const { data: me } = useSession()
  return (
    <FormDialog
      {...useOn(props)}
      title="登记与申请人确认的日期"
      route={requests.confirm}
      submit="登记"
      done="已登记确认，登记回执已经生成"
      initial={{ on: me?.today }}
    >
      <Field name="on" extra="双方确认之日为收到申请之日；平常信函应当在收到当日与申请人确认。">
        <DayField />
      </Field>
      <Field name="how">
        <Input placeholder="如：电话联系申请人本人确认" />
      </Field>
    </FormDialog>
  )
}

export function StartReviewDialog(props: DialogProps) {
  const { data: me } = useSession()
  const { colleagues, applicantClass } = props.file
  return (
    <FormDialog
      {...useOn(props)}
      title="开始办理"
      route={requests.startReview}
      submit="开始办理"
      done="已开始办理"
      initial={{ on: me?.today, handlerId: me?.staffId, applicantClass }}
    >
      <Field name="on">
        <DayField />
      </Field>
      <Field name="handlerId">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={colleagues.map(({ staffId, name }) => ({ value: staffId, label: name }))}
        />
      </Field>
      <Field name="applicantClass" extra="只用于年度报告的统计，不影响办理；按申请人本人的身份归类。">
        <Select options={CLASS_OPTIONS} />
      </Field>
    </FormDialog>
  )
}

export function AssignDialog(props: DialogProps) {
  const { colleagues, handlerId } = props.file
  return (
    <FormDialog
      {...useOn(props)}
      title="指定经办人"
      route={requests.assign}
      done="已指定经办人"
      initial={{ handlerId }}
    >
      <Field name="handlerId">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={colleagues.map(({ staffId, name }) => ({ value: staffId, label: name }))}
        />
      </Field>
    </FormDialog>
  )
}

const FOLLOW_OFFICE = 'by-office'
const SCOPES = [
  { value: FOLLOW_OFFICE, label: '依本机关规定' },
  ...Object.entries(READ_SCOPES).map(([value, label]) => ({ value, label })),
]

/** 知悉范围: who of the organ may read this case. */
export function ReadScopeDialog({ file, onClose }: DialogProps) {
  return (
    <FormDialog
      title="知悉范围"
      route={requests.setReadScope}
      input={{ params: { requestId: file.requestId } }}
      done="已设定知悉范围"
      onDone={onClose}
      onClose={onClose}
      initial={{ scope: file.readScope ?? FOLLOW_OFFICE }}
      toBody={({ scope, ...rest }) => ({ ...rest, scope: scope === FOLLOW_OFFICE ? null : scope })}
    >
      <Field
        name="scope"
        extra="负责人、签发领导、审查人、代理人和有待办事项的人不受限制；改动记入办理经过和审计日志。"
      >
        <Select options={SCOPES} />
      </Field>
      <Field name="reason">
        <Input placeholder="如：涉及举报人" />
      </Field>
    </FormDialog>
  )
}

export function WithdrawDialog(props: DialogProps) {
  const { data: me } = useSession()
  return (
    <FormDialog
      {...useOn(props)}
      title="登记申请人撤回申请"
      route={requests.withdraw}
      submit="登记"
      done="已登记撤回，本件申请办结"
      initial={{ on: me?.today }}
    >
      <Field name="on">
        <DayField />
      </Field>
      <Field name="statement" extra="撤回应当有申请人的书面材料，请一并存入案卷。">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  )
}

export function OrderAgainDialog(props: DialogProps) {
  return (
    <FormDialog
      {...useOn(props)}
      title="登记责令重新答复"
      route={requests.orderAgain}
      submit="登记"
      done="已登记，本件申请重新办理"
    >
      <Field name="by">
        <Radio.Group
          options={[
            { value: 'reconsideration', label: '行政复议机关' },
            { value: 'court', label: '人民法院' },
          ]}
        />
      </Field>
      <Field name="on">
        <DayField />
      </Field>
      <Field name="dueOn" extra="以决定书、判决书确定的期限为准。">
        <DayField />
      </Field>
      <Field name="note">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  )
}

export function NoteDialog({ file, onClose }: DialogProps) {
  return (
    <FormDialog
      title="添加备注"
      route={requests.note}
      input={{ params: { requestId: file.requestId } }}
      done="已添加备注"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="body" extra="联系申请人的情况、内部说明等；备注不能修改或者删除。">
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Field>
    </FormDialog>
  )
}
