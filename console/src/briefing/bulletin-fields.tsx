import { briefing } from '@mingfu/contract'
import { Field } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { Card, Col, Flex, Input, Row, Select } from '../ui/index.ts'

/** What an issue holds: items in the order in which they are chosen. */
export function BulletinFields() {
  const items = useCall(briefing.list, { query: {} })
  const rules = useCall(briefing.scores)
  const options = (items.data?.items ?? [])
    .filter(({ state }) => ['submitted', 'editing', 'adopted'].includes(state))
    .map(({ itemId, title, unitName }) => ({ value: itemId, label: `${title}（${unitName}）` }))
  const scores = (rules.data?.scores.entries ?? [])
    .filter(({ kind, level }) => kind === 'adoption' && level === 'own')
    .map(({ code, label, points }) => ({ value: code, label: `${label}（${points}分）` }))
  return (
    <Flex vertical gap="middle" className="below">
      <Card>
        <Row gutter={24}>
          <Col xs={24} md={12}>
            <Field name="paper" extra="期号按刊名分别连续编排。">
              <Input maxLength={30} />
            </Field>
          </Col>
          <Col xs={24} md={12}>
            <Field name="editor">
              <Input />
            </Field>
          </Col>
          <Col xs={24} md={12}>
            <Field name="scoreCode">
              <Select options={scores} />
            </Field>
          </Col>
        </Row>
        <Field name="itemIds" extra="按选择的先后排列；退回的、没有报送的不在其中。">
          <Select mode="multiple" options={options} showSearch={{ optionFilterProp: 'label' }} />
        </Field>
        <Row gutter={24}>
          <Col xs={24} md={12}>
            <Field name="reportTo">
              <Input placeholder="市政府办公室，区领导" />
            </Field>
          </Col>
          <Col xs={24} md={12}>
            <Field name="sendTo">
              <Input placeholder="各部门，各乡镇人民政府、办事处" />
            </Field>
          </Col>
        </Row>
      </Card>
    </Flex>
  )
}
