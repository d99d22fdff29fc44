import { type DocumentFileView, disclosure } from '@mingfu/contract'
import { judgeSecrecyReview, SECRECY_OPINIONS, type SecrecyReview, weighHeard } from '@mingfu/law'
import { Link } from '@tanstack/react-router'
import { Field } from '../session/contract-form.tsx'
import { Alert, Card, Form, Input, PageHead, Radio, Select, Statute } from '../ui/index.ts'
import { BesideTheText, type Opened, OpenedDocument } from './beside-the-text.tsx'
import { Finding } from './finding-list.tsx'
import { ProofField } from './proof-field.tsx'
import { SECRECY_QUESTION_IDS, SecrecyQuestions } from './secrecy-question.tsx'
import { EXEMPTION_OPTIONS, optionsOf } from './words.ts'

/** 保密审查: the text at one side, every question at the other; nothing is answered beforehand. */
export default function ReviewPage() {
  return <OpenedDocument show={Review} />
}

function Review({ file, outdated }: Opened) {
  const { documentId, content, acts } = file
  return (
    <>
      <PageHead
        title="保密审查"
        back={<Link to={`/disclosure/${documentId}`}>{content.title}</Link>}
        note="公开前应当依照《保守国家秘密法》等进行审查；不能确定的，报请有关主管部门或者保密行政管理部门确定。"
      />
      {acts.includes('review') ? null : (
        <Alert type="info" showIcon className="below" title="这条信息现在不在审查环节。" />
      )}
      <BesideTheText
        file={file}
        outdated={outdated}
        route={disclosure.review}
        submit="提出审查意见"
        done="审查意见已经记录"
      >
        <ReviewFields file={file} />
      </BesideTheText>
    </>
  )
}

function ReviewFields({ file }: { file: DocumentFileView }) {
  return (
    <>
      <Card title="审查要点">
        <SecrecyQuestions />
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
        <Form.Item noStyle dependencies={['opinion']}>
          {({ getFieldValue }) =>
            getFieldValue('opinion') === 'withhold' && file.content.exemption === null ? (
              <Field name="exemption" extra="条例第十四条至第十六条规定的哪一种。">
                <Select allowClear options={EXEMPTION_OPTIONS} />
              </Field>
            ) : null
          }
        </Form.Item>
        <Field name="reason" extra="审查意见不是“公开”的，应当写明理由。">
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} />
        </Field>
        <Form.Item noStyle shouldUpdate>
          {({ getFieldsValue }) => <Judged file={file} review={getFieldsValue() as Partial<SecrecyReview>} />}
        </Form.Item>
      </Card>
    </>
  )
}

/** What the law says to the answers so far, before they are handed in. */
function Judged({ file, review }: { file: DocumentFileView; review: Partial<SecrecyReview> }) {
  const { answers = {}, opinion, reason = '' } = review
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value?.answer !== undefined))
  if (opinion === undefined || Object.keys(given).length < SECRECY_QUESTION_IDS.length) return null
  const own = judgeSecrecyReview({ answers: given, opinion, reason })
  const { kind, attribute } = file.content
  const ruling = own.granted
    ? weighHeard({ heard: file.consultations, answers: given, opinion, kind, attribute })
    : own
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
