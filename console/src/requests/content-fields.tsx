import {
  type ContentField,
  NOT_GOVERNMENT_INFORMATION,
  OUTCOMES,
  type OutcomeCode,
  outcomeOf,
} from '@mingfu/law'
import { Button, Card, Checkbox, DayField, Form, Input, InputNumber, Select } from '../ui/index.ts'
import { LinesInput } from './lines-input.tsx'

type Path = readonly (string | number)[]

/** What the letter of an outcome says beyond the common elements, drawn from the law's own table. */
export function ContentFields({ outcome, path }: { outcome: OutcomeCode; path: Path }) {
  return outcomeOf(outcome).content.map((field) => (
    <ContentInput key={field.key} field={field} path={[...path, field.key]} />
  ))
}

function ContentInput({ field, path }: { field: ContentField; path: Path }) {
  const name = [...path]
  if (field.kind === 'withheld-parts') return <WithheldParts label={field.label} path={path} />
  if (field.kind === 'flag') {
    return (
      <Form.Item name={name} valuePropName="checked">
        <Checkbox>{field.label}</Checkbox>
      </Form.Item>
    )
  }
  const rules = field.required ? [{ required: true, message: `请填写${field.label}` }] : []
  return (
    <Form.Item name={name} label={field.label} rules={rules}>
      {inputFor(field)}
    </Form.Item>
  )
}

function inputFor(field: Exclude<ContentField, { kind: 'withheld-parts' | 'flag' }>) {
  switch (field.kind) {
    case 'text':
      return <Input.TextArea autoSize={{ minRows: 1 }} />
    case 'list':
      return <LinesInput minRows={2} />
    case 'day':
      return <DayField />
    case 'count':
      return <InputNumber min={1} precision={0} />
    case 'choice':
      return <Select options={Object.entries(field.choices).map(([value, label]) => ({ value, label }))} />
  }
}

const GROUNDS = [
  ...Object.entries(OUTCOMES)
    .filter(([code]) => code.startsWith('deny-'))
    .map(([value, { label }]) => ({ value, label: label.replace(/^不予公开（(.*)）$/, '$1') })),
  { value: NOT_GOVERNMENT_INFORMATION, label: '不属于政府信息' },
]

/** 区分处理: for each part withheld its ground, its reason and how it was masked. */
function WithheldParts({ label, path }: { label: string; path: Path }) {
  return (
    <Form.Item label={label} required>
      <Form.List name={[...path]} initialValue={[{}]}>
        {(parts, { add, remove }) => (
          <>
            {parts.map(({ key, name }) => (
              <Card
                key={key}
                size="small"
                className="case-part"
                extra={
                  parts.length > 1 ? (
                    <Button size="small" onClick={() => remove(name)}>
                      移除
                    </Button>
                  ) : null
                }
              >
                <Form.Item name={[name, 'part']} label="不予公开的部分" rules={needed('不予公开的部分')}>
                  <Input />
                </Form.Item>
                <Form.Item name={[name, 'ground']} label="依据" rules={needed('依据')}>
                  <Select options={GROUNDS} />
                </Form.Item>
                <Form.Item name={[name, 'reason']} label="理由" rules={needed('理由')}>
                  <Input.TextArea autoSize={{ minRows: 1 }} />
                </Form.Item>
                <Form.Item name={[name, 'masking']} label="遮盖方式" rules={needed('遮盖方式')}>
                  <Input placeholder="如：以黑色块覆盖后重新生成文件" />
                </Form.Item>
              </Card>
            ))}
            <Button onClick={() => add({})}>增加一部分</Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}

function needed(what: string) {
  return [{ required: true, message: `请填写${what}` }]
}
