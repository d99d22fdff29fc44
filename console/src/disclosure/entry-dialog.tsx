import { type CatalogueDutyView, type CatalogueVersionView, catalogue } from '@mingfu/contract'
import type { PublishingChannel, UPDATE_CLASSES } from '@mingfu/law'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Form, Input, Radio, Select, Switch } from '../ui/index.ts'
import { CHANNEL_OPTIONS, LEVEL_OPTIONS, PERIOD_OPTIONS, UPDATE_CLASS_OPTIONS } from './duty-words.ts'
import { useColumnOptions } from './use-columns.ts'
import { LEGAL_ITEM_OPTIONS } from './words.ts'

type Props = Readonly<{
  catalogueId: CatalogueVersionView['catalogue']
  /** None for a new one. */
  entry: CatalogueDutyView | undefined
  onDone: (version: number) => void
  onClose: () => void
}>

/** 公开事项 as a form: saved into the draft, so that what is in force stays until the draft is approved. */
export function EntryDialog({ catalogueId, entry, onDone, onClose }: Props) {
  const dialog = {
    done: '已经保存到待批准的版本',
    toBody: bodyOf,
    onDone: ({ version }: { version: number }) => onDone(version),
    onClose,
    children: <EntryFields />,
  }
  if (entry === undefined) {
    return (
      <FormDialog
        title="增加公开事项"
        route={catalogue.addEntry}
        input={{ params: { catalogue: catalogueId } }}
        initial={NEW}
        {...dialog}
      />
    )
  }
  return (
    <FormDialog
      title="修改公开事项"
      route={catalogue.saveEntry}
      input={{ params: { catalogue: catalogueId, entryId: entry.entryId } }}
      initial={valuesOf(entry)}
      {...dialog}
    />
  )
}

const NEW = {
  required: ['website'],
  optional: [],
  mode: 'proactive',
  level: 'city-county',
  audience: '全社会',
  isMandatory: true,
}

function EntryFields() {
  const columns = useColumnOptions()
  const updateClass = Form.useWatch('updateClass') as keyof typeof UPDATE_CLASSES | undefined
  return (
    <>
      <Form.Item name="level1" label="一级事项" rules={[{ required: true, message: '请填写一级事项' }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="level2" label="二级事项">
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="level3" label="三级事项">
        <Input maxLength={60} />
      </Form.Item>
      <Field name="contentRequired">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Field>
      <Field
        name="deadlineText"
        extra="例如：自信息形成或者变更之日起20个工作日内；每年1月31日前；实时公开。"
      >
        <Input maxLength={200} />
      </Field>
      <Form.Item
        name="basisLines"
        label="公开依据"
        extra="每项依据一行，例如：【法规】《政府信息公开条例》第二十条第（一）项。"
        rules={[{ required: true, message: '请填写公开依据' }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Field name="responsibleUnit">
        <Input maxLength={100} />
      </Field>
      <Form.Item
        name="required"
        label="公开渠道和载体"
        rules={[{ required: true, type: 'array', min: 1, message: '请选择公开渠道' }]}
      >
        <Select mode="multiple" options={CHANNEL_OPTIONS} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="optional" label="可以选择的渠道">
        <Select mode="multiple" options={CHANNEL_OPTIONS} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Field name="audience">
        <Input maxLength={100} />
      </Field>
      <Field name="mode">
        <Radio.Group
          options={[
            { value: 'proactive', label: '主动' },
            { value: 'upon-request', label: '依申请' },
          ]}
        />
      </Field>
      <Field name="level">
        <Radio.Group options={LEVEL_OPTIONS} />
      </Field>
      <Field name="updateClass" extra="怎样算更新及时，用于更新情况检查。">
        <Select options={UPDATE_CLASS_OPTIONS} />
      </Field>
      {updateClass === 'periodic' ? (
        <Field name="period">
          <Select allowClear options={PERIOD_OPTIONS} />
        </Field>
      ) : null}
      <Field name="legalItems">
        <Select mode="multiple" options={LEGAL_ITEM_OPTIONS} showSearch={{ optionFilterProp: 'label' }} />
      </Field>
      <Field
        name="nodeId"
        extra="信息在哪个栏目显示；一个栏目只对应一个事项的，栏目里的信息都算作这个事项的。"
      >
        <Select allowClear options={columns} showSearch={{ optionFilterProp: 'label' }} />
      </Field>
      <Field name="isMandatory" valuePropName="checked" extra="不是必须公开的，没有信息时不计入缺项。">
        <Switch />
      </Field>
      <Field name="note" extra="待核对的事项等，不公开；核对以后请清空。">
        <Input.TextArea autoSize={{ minRows: 1 }} maxLength={300} />
      </Field>
    </>
  )
}

function valuesOf(entry: CatalogueDutyView) {
  const { path, basis, channels, ...words } = entry
  const of = (duty: string) => Object.keys(channels).filter((channel) => channels[channel] === duty)
  const [level1, level2, level3] = path
  return {
    ...words,
    level1,
    level2,
    level3,
    basisLines: basis.join('\n'),
    required: of('required'),
    optional: of('optional'),
  }
}

function bodyOf(values: Record<string, unknown>): unknown {
  const { level1, level2, level3, basisLines, required, optional, ...words } = values
  const chosen = (duty: string, list: unknown) =>
    ((list ?? []) as PublishingChannel[]).map((channel) => [channel, duty] as const)
  return {
    ...words,
    path: [level1, level2, level3].filter((text) => typeof text === 'string' && text.trim() !== ''),
    basis: String(basisLines ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    channels: Object.fromEntries([...chosen('optional', optional), ...chosen('required', required)]),
  }
}
