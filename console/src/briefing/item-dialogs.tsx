import { type BriefingFileView, briefing, type CreditView } from '@mingfu/contract'
import { BRIEFING_LEVELS } from '@mingfu/law'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { useSession } from '../session/use-session.ts'
import { Alert, DayField, Form, Input, Radio, Select } from '../ui/index.ts'
import { SCORE_KIND_OPTIONS } from './words.ts'

type Props = Readonly<{ item: BriefingFileView; onClose: () => void }>

const on = ({ item, onClose }: Props) => ({
  input: { params: { itemId: item.itemId } },
  toBody: (values: Record<string, unknown>) => ({ ...values, version: item.version }),
  onDone: onClose,
  onClose,
})

export function SubmitDialog(props: Props) {
  return (
    <FormDialog {...on(props)} title="报送" route={briefing.submit} submit="报送" done="已经报送">
      <Alert
        type="info"
        showIcon
        className="below"
        title="报送时的原文留存，与以往信息比对；由单位负责人签发。"
      />
      <Field name="signedBy">
        <Input maxLength={60} />
      </Field>
    </FormDialog>
  )
}

const TURN_DOWN = [
  { value: 'return', label: '退回单位修改' },
  { value: 'decline', label: '不采用' },
]

export function TurnDownDialog(props: Props) {
  return (
    <FormDialog {...on(props)} title="退回或者不采用" route={briefing.turnDown} submit="确定" done="已经办理">
      <Field name="how">
        <Radio.Group options={TURN_DOWN} />
      </Field>
      <Field name="reason" extra="单位看得到；退回次数计入“准”的事实。">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Field>
    </FormDialog>
  )
}

const DETAILS: Readonly<Record<string, string>> = {
  adoption: '刊物名称和期号，例如：《南阳政务信息》第112期。',
  instruction: '批示的领导、日期和内容。',
  deduction: '扣分的情形。',
}

export function CreditDialog(props: Props) {
  const { data: me } = useSession()
  const rules = useCall(briefing.scores)
  return (
    <FormDialog
      {...on(props)}
      title="登记采用、批示或者扣分"
      route={briefing.credit}
      done="已经登记"
      initial={{ kind: 'adoption', on: me?.today }}
    >
      <Field name="kind">
        <Radio.Group options={SCORE_KIND_OPTIONS} />
      </Field>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) => {
          const kind = getFieldValue('kind') as CreditView['kind'] | undefined
          const options = (rules.data?.scores.entries ?? [])
            .filter((entry) => entry.kind === kind)
            .map(({ code, label, points, level }) => ({
              value: code,
              label: `${label}（${BRIEFING_LEVELS[level]}，${points}分）`,
            }))
          return (
            <>
              <Field name="code">
                <Select options={options} />
              </Field>
              <Field name="detail" extra={kind === undefined ? '' : DETAILS[kind]}>
                <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
              </Field>
            </>
          )
        }}
      </Form.Item>
      <Field name="on">
        <DayField />
      </Field>
    </FormDialog>
  )
}

export function CancelCreditDialog({
  creditId,
  onClose,
}: Readonly<{ creditId: string; onClose: () => void }>) {
  return (
    <FormDialog
      title="撤销登记"
      route={briefing.cancelCredit}
      input={{ params: { creditId } }}
      submit="撤销"
      done="已经撤销，记录保留"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="reason">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Field>
    </FormDialog>
  )
}
