import { type DocumentFileView, disclosure, release } from '@mingfu/contract'
import { SECRECY_QUESTIONS, type SecrecyQuestion, URGENT_GROUNDS, WITHDRAWAL_REASONS } from '@mingfu/law'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ContractForm, Field } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import {
  Alert,
  Card,
  Col,
  dayText,
  ErrorNote,
  Flex,
  Form,
  Input,
  PageHead,
  Radio,
  Row,
  Spin,
} from '../ui/index.ts'
import { LookedAt } from './looked-at.tsx'
import { SecrecyQuestionField } from './secrecy-question.tsx'
import { optionsOf } from './words.ts'

const QUESTIONS = Object.keys(SECRECY_QUESTIONS) as SecrecyQuestion[]
const STAYS = [
  { value: true, label: '可以继续公开' },
  { value: false, label: '不应当公开，立即撤下' },
]

/** 补审: a level that an urgent release passed over. */
export default function LaterReviewPage() {
  const { documentId } = useParams({ strict: false }) as { documentId: string }
  const document = useCall(disclosure.get, { params: { documentId } })
  if (document.error !== null) return <ErrorNote error={document.error} />
  if (document.data?.documentId !== documentId) return <Spin />
  return <LaterReview key={documentId} latest={document.data} />
}

function LaterReview({ latest }: { latest: DocumentFileView }) {
  const [file] = useState(latest)
  const navigate = useNavigate()
  const { documentId, content, urgent, laterReview } = file
  const page = `/disclosure/${documentId}`
  const next = laterReview?.next
  const waits = file.state === 'published' && urgent?.laterReviewedAt === null
  if (urgent === null || next == null || !waits)
    return <Alert type="info" showIcon title="这条信息没有待办的补审。" />
  return (
    <>
      <PageHead
        title={`补审：${next.label}`}
        back={<Link to={page}>{content.title}</Link>}
        note={`${urgent.by}应急发布，事由：${URGENT_GROUNDS[urgent.ground].label}。应当在${dayText(urgent.laterReviewDueOn)}之前补审。`}
      />
      <Row gutter={[24, 24]}>
        <Col xs={24} lg={12}>
          <LookedAt file={file} />
        </Col>
        <Col xs={24} lg={12}>
          <ContractForm
            route={release.reviewLater}
            input={{ params: { documentId } }}
            submit="提出补审意见"
            done="补审意见已经记录"
            onDone={() => navigate({ to: page })}
            toBody={(values) => ({ ...values, version: file.version })}
          >
            <Flex vertical gap="middle" className="below">
              {next.step === 'secrecy-review' ? (
                <Card title="审查要点">
                  {QUESTIONS.map((id) => (
                    <SecrecyQuestionField key={id} id={id} />
                  ))}
                </Card>
              ) : null}
              <Card title="补审意见">
                <Field name="stays">
                  <Radio.Group options={STAYS} vertical />
                </Field>
                <Form.Item noStyle dependencies={['stays']}>
                  {({ getFieldValue }) =>
                    getFieldValue('stays') === false ? (
                      <Field name="withdrawal" label="撤下原因" extra="公众能够看到原因类别。">
                        <Radio.Group options={optionsOf(WITHDRAWAL_REASONS)} vertical />
                      </Field>
                    ) : null
                  }
                </Form.Item>
                <Field name="note" extra="撤下的，应当写明理由。">
                  <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
                </Field>
              </Card>
            </Flex>
          </ContractForm>
        </Col>
      </Row>
    </>
  )
}
