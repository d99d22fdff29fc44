import { type BriefingFileView, briefing } from '@mingfu/contract'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ContractForm, Field } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { Card, Col, ErrorNote, Input, PageHead, Row, Spin, Typography } from '../ui/index.ts'

/** 编辑: the text handed in at one side, the office's at the other. */
export default function EditItemPage() {
  const { itemId } = useParams({ strict: false }) as { itemId: string }
  const item = useCall(briefing.get, { params: { itemId } })
  if (item.error !== null) return <ErrorNote error={item.error} />
  if (item.data?.itemId !== itemId) return <Spin />
  return <EditForm key={itemId} latest={item.data} />
}

function EditForm({ latest }: { latest: BriefingFileView }) {
  const [opened] = useState(latest)
  const navigate = useNavigate()
  const page = `/briefing/${opened.itemId}`
  const { title, body, factsCorrected, version, submittedTitle, submittedBody } = opened
  return (
    <>
      <PageHead title="编辑政务信息" back={<Link to={page}>{title}</Link>} />
      <Row gutter={[24, 24]}>
        <Col xs={24} lg={12}>
          <Card title="报送时的原文">
            <Typography.Title level={5}>{submittedTitle}</Typography.Title>
            <div className="briefing-text">{submittedBody}</div>
          </Card>
        </Col>
        <Col xs={24} lg={12}>
          <ContractForm
            route={briefing.edit}
            input={{ params: { itemId: opened.itemId } }}
            submit="保存编辑"
            done="已经保存"
            initial={{ title, body, factsCorrected }}
            toBody={(values) => ({ ...values, version })}
            onDone={() => navigate({ to: page })}
          >
            <Card title="编辑后的文字" className="below">
              <Field name="title">
                <Input maxLength={100} showCount />
              </Field>
              <Field name="body">
                <Input.TextArea autoSize={{ minRows: 12 }} maxLength={20_000} showCount />
              </Field>
              <Field name="factsCorrected" extra="数字、名称、日期有差错的，写明改了什么；没有的不填。">
                <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
              </Field>
            </Card>
          </ContractForm>
        </Col>
      </Row>
    </>
  )
}
