import { type DocumentFileView, disclosure, release } from '@mingfu/contract'
import {
  LATER_REVIEW,
  mayGoOutAtOnce,
  SECRECY_QUESTIONS,
  type SecrecyQuestion,
  URGENT_GROUNDS,
} from '@mingfu/law'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ContractForm, Field } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { Alert, Card, Col, ErrorNote, Flex, Input, PageHead, Radio, Row, Spin, Statute } from '../ui/index.ts'
import { FindingList } from './finding-list.tsx'
import { LookedAt } from './looked-at.tsx'
import { SecrecyQuestionField } from './secrecy-question.tsx'

const QUESTIONS = Object.keys(SECRECY_QUESTIONS) as SecrecyQuestion[]
const GROUNDS = Object.entries(URGENT_GROUNDS).map(([value, { label }]) => ({ value, label }))

/** 应急发布: the leader reads, answers every question and releases; the other levels follow. */
export default function UrgentPage() {
  const { documentId } = useParams({ strict: false }) as { documentId: string }
  const document = useCall(disclosure.get, { params: { documentId } })
  if (document.error !== null) return <ErrorNote error={document.error} />
  if (document.data?.documentId !== documentId) return <Spin />
  return <Urgent key={documentId} latest={document.data} />
}

function Urgent({ latest }: { latest: DocumentFileView }) {
  const [file] = useState(latest)
  const navigate = useNavigate()
  const { documentId, content, findings } = file
  const page = `/disclosure/${documentId}`
  const stopped = mayGoOutAtOnce(findings)
  return (
    <>
      <PageHead
        title="应急发布"
        back={<Link to={page}>{content.title}</Link>}
        note="只用于突发事件预警、应对和澄清不实信息，先发布、后补审；由签发领导本人负责。"
      />
      {stopped.granted ? null : (
        <Alert
          type="error"
          showIcon
          className="below"
          title={stopped.refusal.reason}
          description={<FindingList findings={findings} />}
        />
      )}
      <Row gutter={[24, 24]}>
        <Col xs={24} lg={12}>
          <LookedAt file={file} />
        </Col>
        <Col xs={24} lg={12}>
          <ContractForm
            route={release.releaseUrgently}
            input={{ params: { documentId } }}
            submit="立即发布"
            done="已经发布，其余环节请在期限之前补审"
            onDone={() => navigate({ to: page })}
            toBody={(values) => ({ ...values, version: file.version })}
          >
            <Flex vertical gap="middle" className="below">
              <Card title="事由">
                <Field name="ground">
                  <Radio.Group options={GROUNDS} vertical />
                </Field>
                <Field name="reason">
                  <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
                </Field>
              </Card>
              <Card title="保密审查要点">
                <Statute of={LATER_REVIEW.basis} />
                {QUESTIONS.map((id) => (
                  <SecrecyQuestionField key={id} id={id} />
                ))}
              </Card>
            </Flex>
          </ContractForm>
        </Col>
      </Row>
    </>
  )
}
