import { type CatalogueNodeView, disclosure } from '@mingfu/contract'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Form, Input, InputNumber, Select } from '../ui/index.ts'
import { useKindOptions } from './use-kinds.ts'
import { useLegalItems } from './use-legal-items.ts'

/** The kinds of column that search engines and inspections know by these names. */
const COLUMN_TYPES = ['政策文件', '政策解读', '机构职能', '数据发布', '通知公告', '信息公开目录']

type Props = Readonly<{
  line: Readonly<{ node: CatalogueNodeView; parent: CatalogueNodeView | null }> | undefined
  tops: readonly CatalogueNodeView[]
  onClose: () => void
}>

/** 设置栏目. Its code is part of its address, so that it is chosen once. */
export function ColumnDialog({ line, tops, onClose }: Props) {
  const legalItems = useLegalItems()
  const [code, setCode] = useState(line?.node.code ?? '')
  const kinds = useKindOptions()
  const parents = tops.filter((top) => top.code !== line?.node.code)
  return (
    <FormDialog
      title={line === undefined ? '增加栏目' : '修改栏目'}
      route={disclosure.saveColumn}
      input={{ params: { code } }}
      initial={{ ...line?.node, parentCode: line?.parent?.code ?? null }}
      toBody={({ code: _, ...values }) => values}
      done="栏目已经保存"
      onDone={onClose}
      onClose={onClose}
    >
      <Form.Item
        name="code"
        label="栏目代码"
        extra="小写字母、数字和短横线，用作网址，设定后不再改变。"
        rules={[
          { required: true, message: '请填写栏目代码' },
          { pattern: /^[a-z0-9][a-z0-9-]{0,40}$/, message: '栏目代码只能用小写字母、数字和短横线' },
        ]}
      >
        <Input disabled={line !== undefined} onChange={({ target }) => setCode(target.value)} />
      </Form.Item>
      <Field name="title">
        <Input />
      </Field>
      <Field name="parentCode" extra="第一级的栏目不选。">
        <Select
          allowClear
          options={parents.map((top) => ({ value: top.code, label: top.title }))}
          disabled={(line?.node.children.length ?? 0) > 0}
        />
      </Field>
      <Field name="columnType">
        <Select options={COLUMN_TYPES.map((value) => ({ value, label: value }))} />
      </Field>
      <Field name="legalItem">
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={legalItems} />
      </Field>
      <Field name="kinds" extra="专栏姓专：只放这些种类的信息；不选的，什么种类都可以放。">
        <Select mode="multiple" options={kinds} showSearch={{ optionFilterProp: 'label' }} />
      </Field>
      <Field name="description" extra="显示在栏目页，也供搜索引擎读取。">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
      </Field>
      <Field name="keywords" extra="几个词之间用逗号隔开。">
        <Input />
      </Field>
      <Field name="sortOrder" extra="数小的在前。">
        <InputNumber min={0} max={9999} precision={0} />
      </Field>
    </FormDialog>
  )
}
