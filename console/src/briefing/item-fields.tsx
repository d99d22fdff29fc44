import { briefing } from '@mingfu/contract'
import { BRIEFING_QUALITIES } from '@mingfu/law'
import { Field } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { Card, Col, Flex, Form, Input, Row, Select } from '../ui/index.ts'
import { useUnitOptions } from './use-units.ts'
import { KIND_OPTIONS } from './words.ts'

/** What a unit writes, with what each of the five words asks of it. */
export function ItemFields() {
  const units = useUnitOptions()
  const calls = useCall(briefing.calls)
  const open = (calls.data ?? [])
    .filter(({ closedOn }) => closedOn === null)
    .map(({ callId, topic, dueOn }) => ({ value: callId, label: `${topic}（${dueOn}截止）` }))
  return (
    <Flex vertical gap="middle" className="below">
      <Card>
        <Row gutter={24}>
          <Col xs={24} md={12}>
            <Field name="unitId">
              <Select options={units} showSearch={{ optionFilterProp: 'label' }} />
            </Field>
          </Col>
          <Col xs={24} md={12}>
            <Field name="kind">
              <Select options={KIND_OPTIONS} />
            </Field>
          </Col>
          <Col xs={24} md={12}>
            <Field name="callId" extra="自行报送的不选。">
              <Select allowClear options={open} />
            </Field>
          </Col>
          <Col xs={24} md={12}>
            <Field name="author" extra="不填的，为登记人。">
              <Input />
            </Field>
          </Col>
          <Col xs={24} md={12}>
            <Form.Item name="eventAt" label="事情发生的时间" extra="北京时间；用来计算从发生到报送的小时数。">
              <Input type="datetime-local" />
            </Form.Item>
          </Col>
        </Row>
      </Card>
      <Card title="内容">
        <Field name="title">
          <Input maxLength={100} showCount />
        </Field>
        <Field
          name="body"
          extra={Object.values(BRIEFING_QUALITIES)
            .map(({ word, asks }) => `${word}：${asks}`)
            .join('；')}
        >
          <Input.TextArea autoSize={{ minRows: 10 }} maxLength={20_000} showCount />
        </Field>
      </Card>
    </Flex>
  )
}

/** The moment as the contract takes it: the browser's field knows no zone, and this office's is China. */
export function withMoment({ eventAt, ...values }: Record<string, unknown>) {
  const given = typeof eventAt === 'string' && eventAt !== '' ? `${eventAt}:00+08:00` : null
  return { ...values, eventAt: given }
}

const LOCAL = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

export function localMoment(at: string | null): string | null {
  return at === null ? null : LOCAL.format(new Date(at)).replace(' ', 'T')
}
