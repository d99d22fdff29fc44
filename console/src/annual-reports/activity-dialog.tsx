import { type ActivityView, oversight } from '@mingfu/contract'
import { ACTIVITY_KINDS, type ActivityKind, citationText } from '@mingfu/law'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { DayField, Form, Input, InputNumber, Select } from '../ui/index.ts'

export const KIND_OPTIONS = (Object.keys(ACTIVITY_KINDS) as ActivityKind[]).map((value) => ({
  value,
  label: ACTIVITY_KINDS[value].label,
}))

type Props = Readonly<{ activity?: ActivityView; onClose: () => void }>

/** 登记、更正一条监督保障记录; a problem also takes what became of it. */
export function ActivityDialog({ activity, onClose }: Props) {
  if (activity === undefined) {
    return (
      <FormDialog
        route={oversight.recordActivity}
        title="登记"
        submit="登记"
        done="已经登记"
        onDone={onClose}
        onClose={onClose}
        initial={{ kind: 'training' }}
      >
        <ActivityFields />
      </FormDialog>
    )
  }
  const { activityId, version, ...entry } = activity
  return (
    <FormDialog
      route={oversight.amendActivity}
      input={{ params: { activityId } }}
      title="更正"
      done="已经更正"
      onDone={onClose}
      onClose={onClose}
      initial={entry}
      toBody={(values) => ({ ...values, version })}
    >
      <ActivityFields />
    </FormDialog>
  )
}

function ActivityFields() {
  const kind = Form.useWatch('kind') as ActivityKind | undefined
  const isProblem = kind === 'problem'
  return (
    <>
      <Field
        name="kind"
        extra={kind === undefined ? null : `依据：${citationText(ACTIVITY_KINDS[kind].basis)}`}
      >
        <Select options={KIND_OPTIONS} />
      </Field>
      <Field name="heldOn" label={isProblem ? '发现日期' : '日期'}>
        <DayField />
      </Field>
      <Field name="title" label={isProblem ? '问题' : '主题'}>
        <Input placeholder={isProblem ? '如：答复文书说理不够充分' : '如：依申请公开办理实务'} />
      </Field>
      <Field name="detail">
        <Input.TextArea autoSize={{ minRows: 2 }} placeholder="对象、方式、结果等，写入年度报告的事实" />
      </Field>
      {isProblem ? (
        <>
          <Field name="remedy">
            <Input.TextArea autoSize={{ minRows: 2 }} placeholder="采取了什么措施，效果如何" />
          </Field>
          <Field name="resolvedOn" extra="还没有整改完的留空。">
            <DayField />
          </Field>
        </>
      ) : (
        <Field name="participants" extra="没有人数的留空。">
          <InputNumber min={0} precision={0} />
        </Field>
      )}
    </>
  )
}
