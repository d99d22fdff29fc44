import type { desk } from '@mingfu/contract'
import type { CallInput } from '../../../session/call.ts'
import { DayField, Form, Input, Select } from '../../../ui/index.ts'

export type Step = NonNullable<CallInput<typeof desk.bulk>['body']>['act']

/** What is done to the chosen cases: a step on each, or one file of all. */
export type ActKind = Step['kind'] | 'print' | 'export'

export type People = readonly Readonly<{ staffId: string; name: string; mayHandle: boolean }>[]

type Act = Readonly<{
  kind: ActKind
  label: string
  note: string
  initial?: Readonly<Record<string, unknown>>
  Fields?: (props: Readonly<{ people: People }>) => React.ReactNode
}>

const required = (message: string) => [{ required: true, message }]
const optionsOf = (people: People) => people.map(({ staffId, name }) => ({ value: staffId, label: name }))

const LETTERS = [
  ['', '最近一件给申请人的文书'],
  ['D02', '登记回执'],
  ['D03', '补正告知书'],
  ['D05', '延长答复期限告知书'],
  ['D11', '收费通知书'],
  ['D12', '答复书'],
] as const

export const BULK_ACTS: readonly Act[] = [
  {
    kind: 'assign',
    label: '指定经办人',
    note: '每件记入办理经过。',
    Fields: ({ people }) => (
      <Form.Item name="handlerId" label="经办人" rules={required('请选择经办人')}>
        <Select options={optionsOf(people.filter(({ mayHandle }) => mayHandle))} />
      </Form.Item>
    ),
  },
  {
    kind: 'task',
    label: '添加待办',
    note: '到期提醒办理的人，不影响答复期限。',
    Fields: ({ people }) => (
      <>
        <Form.Item name="what" label="待办事项" rules={required('请填写待办事项')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="staffId" label="由谁办理" extra="不选的，由各件的经办人办理。">
          <Select allowClear options={optionsOf(people)} />
        </Form.Item>
        <Form.Item name="dueOn" label="完成日期">
          <DayField />
        </Form.Item>
      </>
    ),
  },
  {
    kind: 'chase',
    label: '催办协办单位',
    note: '催办各件中还没有答复协办函的单位，次数记入办理经过。',
    Fields: () => (
      <Form.Item name="how" label="催办方式" rules={required('请填写催办方式')}>
        <Input maxLength={200} placeholder="如：电话催办" />
      </Form.Item>
    ),
  },
  {
    kind: 'deliver',
    label: '登记签收',
    note: '如同一批邮件的回执；签收日期同为一日的一起登记。',
    initial: { document: 'decision' },
    Fields: () => (
      <>
        <Form.Item name="document" label="文书" rules={required('请选择文书')}>
          <Select
            options={[
              { value: 'decision', label: '答复书' },
              { value: 'correction-notice', label: '补正告知书' },
              { value: 'fee-notice', label: '收费通知书' },
            ]}
          />
        </Form.Item>
        <Form.Item name="on" label="签收日期" rules={required('请填写签收日期')}>
          <DayField />
        </Form.Item>
        <Form.Item name="proof" label="签收凭证" rules={required('请填写签收凭证')}>
          <Input maxLength={200} placeholder="如：邮政签收回执，某月某日第几批" />
        </Form.Item>
      </>
    ),
  },
  { kind: 'close', label: '办结归档', note: '依今天的日期归档。' },
  {
    kind: 'print',
    label: '打印文书',
    note: '所选各件的文书合为一个 PDF，每件记入审计日志。',
    initial: { code: '' },
    Fields: () => (
      <Form.Item name="code" label="文书">
        <Select options={LETTERS.map(([value, label]) => ({ value, label }))} />
      </Form.Item>
    ),
  },
  { kind: 'export', label: '导出', note: '所选各件的台账和办理经过（xlsx），申请人身份遮盖。' },
  {
    kind: 'set-aside',
    label: '移入垃圾信息',
    note: '只用于根本不是申请的内容（广告、乱码）；还没有开始办理的才可以，随时可以恢复。',
    Fields: () => (
      <Form.Item name="reason" label="理由" rules={required('请填写理由')}>
        <Input maxLength={200} placeholder="如：商业广告" />
      </Form.Item>
    ),
  },
]

/** What a form gave as a step of the contract. */
export function stepOf(kind: Step['kind'], values: Readonly<Record<string, unknown>>): Step {
  if (kind === 'task')
    return { kind, what: values.what, staffId: values.staffId ?? null, dueOn: values.dueOn || null } as Step
  return { kind, ...values } as Step
}
