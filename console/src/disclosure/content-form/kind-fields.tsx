import { CONTENT_KINDS, type ContentKind, type FormField, formFields } from '@mingfu/law'
import { Card, Col, Form, Row } from '../../ui/index.ts'
import { RowsField } from './rows-field.tsx'
import { ValueField } from './value-field.tsx'

/** 内容表单: what the chosen kind asks for, from the one table of law. */
export function KindFields() {
  const kind = Form.useWatch<ContentKind | undefined>('kind')
  if (kind === undefined) return null
  const fields = formFields(kind)
  if (fields.length === 0) return null
  return (
    <Card title={`${CONTENT_KINDS[kind].label}的内容`} key={kind}>
      <Row gutter={24}>
        {fields.map(([name, field]) => (
          <Col key={name} xs={24} md={isWide(field) ? 24 : 12}>
            {field.type === 'rows' ? (
              <RowsField name={name} field={field} />
            ) : (
              <ValueField kind={kind} name={name} field={field} />
            )}
          </Col>
        ))}
      </Row>
    </Card>
  )
}

function isWide({ type }: FormField): boolean {
  return type === 'rows' || type === 'text' || type === 'choices'
}
