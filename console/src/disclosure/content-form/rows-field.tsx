import { citationText, type FormRow, type RowsField as RowsOfForm } from '@mingfu/law'
import { useState } from 'react'
import { Button, Card, Col, Flex, Form, Row, Typography } from '../../ui/index.ts'
import { PasteRows } from './paste-rows.tsx'
import { ValueInput } from './value-input.tsx'

type Props = Readonly<{ name: string; field: RowsOfForm }>

/** A table of a content form: row by row, or pasted from a spreadsheet. */
export function RowsField({ name, field }: Props) {
  const { label, hint, basis, columns, required } = field
  const form = Form.useFormInstance()
  const [pasting, setPasting] = useState(false)
  const head = Object.entries(columns)
  const note = [hint, basis === null ? '' : `依据：${citationText(basis)}。`].join('')
  return (
    <Form.List name={['form', name]}>
      {(rows, { add, remove, move }) => (
        <section className="rows-field" aria-label={label}>
          <Typography.Text strong>
            {label}
            {required ? <span className="required-mark">（送审前必须填写）</span> : null}
          </Typography.Text>
          {note === '' ? null : <Typography.Paragraph type="secondary">{note}</Typography.Paragraph>}
          {rows.map(({ key, name: at }, index) => (
            <Card
              key={key}
              size="small"
              title={`第${index + 1}行`}
              extra={
                <Flex gap="small">
                  <Button
                    size="small"
                    type="text"
                    disabled={index === 0}
                    onClick={() => move(index, index - 1)}
                  >
                    上移
                  </Button>
                  <Button size="small" type="text" danger onClick={() => remove(at)}>
                    删除
                  </Button>
                </Flex>
              }
            >
              <Row gutter={16}>
                {head.map(([column, of]) => (
                  <Col
                    key={column}
                    xs={24}
                    md={of.type === 'text' || of.type === 'document' ? 24 : 12}
                    lg={wide(of.type)}
                  >
                    <Form.Item
                      name={[at, column]}
                      label={of.label}
                      required={of.required}
                      {...(of.hint === '' ? {} : { extra: of.hint })}
                    >
                      <ValueInput field={of} />
                    </Form.Item>
                  </Col>
                ))}
              </Row>
            </Card>
          ))}
          <Flex wrap gap="small">
            <Button onClick={() => add({})}>增加一行</Button>
            <Button onClick={() => setPasting(true)}>从表格粘贴</Button>
          </Flex>
          {pasting ? (
            <PasteRows
              field={field}
              onClose={() => setPasting(false)}
              onRows={(pasted) => {
                const before = (form.getFieldValue(['form', name]) ?? []) as FormRow[]
                form.setFieldValue(['form', name], [...before, ...pasted])
                setPasting(false)
              }}
            />
          ) : null}
        </section>
      )}
    </Form.List>
  )
}

function wide(type: string): number {
  return type === 'text' ? 12 : type === 'document' ? 16 : 8
}
