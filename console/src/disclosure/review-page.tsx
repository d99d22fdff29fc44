import { type DocumentFileView, disclosure } from '@mingfu/contract'
import {
  judgeSecrecyReview,
  SECRECY_OPINIONS,
  SECRECY_QUESTIONS,
  type SecrecyQuestion,
  type SecrecyReview,
} from '@mingfu/law'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ContractForm, Field } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import {
  Alert,
  Card,
  Col,
  ErrorNote,
  Flex,
  Form,
  Input,
  PageHead,
  Radio,
  Row,
  Spin,
  Statute,
} from '../ui/index.ts'
import { Finding } from './finding-list.tsx'
import { LookedAt } from './looked-at.tsx'
import { ProofField } from './proof-field.tsx'
import { SecrecyQuestionField } from './secrecy-question.tsx'
import { optionsOf } from './words.ts'

const QUESTIONS = Object.keys(SECRECY_QUESTIONS) as SecrecyQuestion[]

/** 保密审查: the text at one side, every question at the other; nothing is answered beforehand. */
export default function ReviewPage() {
  const { documentId } = useParams({ strict: false }) as { documentId: string }
  const document = useCall(disclosure.get, { params: { documentId } })
  if (document.error !== null) return <ErrorNote error={document.error} />
  if (document.data?.documentId !== documentId) return <Spin />
  return <Review key={documentId} latest={document.data} />
}

function Review({ latest }: { latest: DocumentFileView }) {
  // The answers are about the text that was read here; a later version has to be opened and read.
  const [file] = useState(latest)
  const navigate = useNavigate()
  const { documentId, content } = file
  const page = `/disclosure/${documentId}`
  return (
    <>
      <PageHead
        title="保密审查"
        back={<Link to={page}>{content.title}</Link>}
        note="公开前应当依照《保守国家秘密法》等进行审查；不能确定的，报请有关主管部门或者保密行政管理部门确定。"
      />
      {latest.version === file.version ? null : (
        <Alert
          type="warning"
          showIcon
          role="alert"
          className="below"
          title="这条信息刚刚有了变动，您的回答还在本页。请回到信息页核对最新内容后再审查。"
        />
      )}
      {file.acts.includes('review') ? null : (
        <Alert type="info" showIcon className="below" title="这条信息现在不在审查环节。" />
      )}
      <Row gutter={[24, 24]}>
        <Col xs={24} lg={12}>
          <LookedAt file={file} />
        </Col>
        <Col xs={24} lg={12}>
          <ContractForm
            route={disclosure.review}
            input={{ params: { documentId } }}
            submit="提出审查意见"
            done="审查意见已经记录"
            onDone={() => navigate({ to: page })}
            toBody={(values) => ({ ...values, version: file.version })}
          >
            <ReviewFields file={file} />
          </ContractForm>
        </Col>
      </Row>
    </>
  )
}

function ReviewFields({ file }: { file: DocumentFileView }) {
  return (
    <Flex vertical gap="middle" className="below">
      <Card title="审查要点">
        {QUESTIONS.map((id) => (
          <SecrecyQuestionField key={id} id={id} />
        ))}
      </Card>
      {file.findings.length === 0 ? null : (
        <Card title="发布前检查的结果">
          <p>
            审查意见为“公开”的：“禁止发布”的不能放行，应当退回修改；“改正或者说明”的，写明保留的理由；“核对”的，看过即可。
          </p>
          {file.findings.map((finding) => (
            <Form.Item
              key={finding.id}
              name={['overrides', finding.id]}
              label={
                <span>
                  <Finding {...finding} />
                </span>
              }
            >
              <Input
                placeholder={finding.level === 'veto' ? '不能放行，请退回修改' : '保留的理由'}
                disabled={finding.level === 'veto'}
                maxLength={500}
              />
            </Form.Item>
          ))}
        </Card>
      )}
      <Card title="审查意见">
        {file.proofreading ? <ProofField /> : null}
        <Field name="opinion">
          <Radio.Group options={optionsOf(SECRECY_OPINIONS)} vertical />
        </Field>
        <Field name="reason" extra="审查意见不是“公开”的，应当写明理由。">
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} />
        </Field>
        <Form.Item noStyle shouldUpdate>
          {({ getFieldsValue }) => <Judged review={getFieldsValue() as Partial<SecrecyReview>} />}
        </Form.Item>
      </Card>
    </Flex>
  )
}

/** What the law says to the answers so far, before they are handed in. */
function Judged({ review: { answers = {}, opinion, reason = '' } }: { review: Partial<SecrecyReview> }) {
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value?.answer !== undefined))
  if (opinion === undefined || Object.keys(given).length < QUESTIONS.length) return null
  const ruling = judgeSecrecyReview({ answers: given, opinion, reason })
  if (ruling.granted) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={ruling.refusal.reason}
      description={<Statute of={ruling.refusal.basis} />}
    />
  )
}
