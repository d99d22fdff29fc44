import { release } from '@mingfu/contract'
import { URGENT_GROUNDS, WITHDRAWAL_REASONS } from '@mingfu/law'
import { Link } from '@tanstack/react-router'
import { Field } from '../session/contract-form.tsx'
import { Alert, Card, dayText, Form, Input, PageHead, Radio } from '../ui/index.ts'
import { BesideTheText, type Opened, OpenedDocument } from './beside-the-text.tsx'
import { SecrecyQuestions } from './secrecy-question.tsx'
import { StopNotes } from './urgent-gates.tsx'
import { optionsOf } from './words.ts'

const STAYS = [
  { value: true, label: '可以继续公开' },
  { value: false, label: '不应当公开，立即撤下' },
]

/** 补审: a level that an urgent release passed over. */
export default function LaterReviewPage() {
  return <OpenedDocument show={LaterReview} />
}

function LaterReview({ file, outdated }: Opened) {
  const { documentId, content, urgent, laterReview } = file
  const next = laterReview?.next
  const waits = file.state === 'published' && urgent?.laterReviewedAt === null
  if (urgent === null || next == null || !waits)
    return <Alert type="info" showIcon title="这条信息没有待办的补审。" />
  return (
    <>
      <PageHead
        title={`补审：${next.label}`}
        back={<Link to={`/disclosure/${documentId}`}>{content.title}</Link>}
        note={`${urgent.by}应急发布，事由：${URGENT_GROUNDS[urgent.ground].label}。应当在${dayText(urgent.laterReviewDueOn)}之前补审。`}
      />
      <StopNotes title="最后一级补审通过之前还要具备：" sentences={file.waits.map(({ reason }) => reason)} />
      <BesideTheText
        file={file}
        outdated={outdated}
        route={release.reviewLater}
        submit="提出补审意见"
        done="补审意见已经记录"
      >
        {next.step === 'secrecy-review' ? (
          <Card title="审查要点">
            <SecrecyQuestions />
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
      </BesideTheText>
    </>
  )
}
