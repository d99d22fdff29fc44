import { release } from '@mingfu/contract'
import { kindMayGoOutAtOnce, LATER_REVIEW, mayGoOutAtOnce, URGENT_GATES, URGENT_GROUNDS } from '@mingfu/law'
import { Link } from '@tanstack/react-router'
import { Field } from '../session/contract-form.tsx'
import { Alert, Card, Input, PageHead, Radio, Statute } from '../ui/index.ts'
import { BesideTheText, type Opened, OpenedDocument } from './beside-the-text.tsx'
import { FindingList } from './finding-list.tsx'
import { SecrecyQuestions } from './secrecy-question.tsx'
import { StopNotes, UrgentGates } from './urgent-gates.tsx'

const GROUNDS = Object.entries(URGENT_GROUNDS).map(([value, { label }]) => ({ value, label }))

/** 应急发布: the leader reads, answers every question and releases; the other levels follow. */
export default function UrgentPage() {
  return <OpenedDocument show={Urgent} />
}

function Urgent({ file, outdated }: Opened) {
  const { documentId, content, findings } = file
  const stopped = mayGoOutAtOnce(findings)
  const rule = kindMayGoOutAtOnce(content.kind)
  const shut = file.waits.filter(({ gate }) => URGENT_GATES[gate].waits === 'never')
  const stops = [
    ...Object.values(file.faults),
    ...(rule.granted ? [] : [rule.refusal.reason]),
    ...shut.map(({ reason }) => reason),
  ]
  return (
    <>
      <PageHead
        title="应急发布"
        back={<Link to={`/disclosure/${documentId}`}>{content.title}</Link>}
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
      <StopNotes title="这些情形不因应急放行，请先处理：" sentences={stops} />
      <BesideTheText
        file={file}
        outdated={outdated}
        route={release.releaseUrgently}
        submit="立即发布"
        done="已经发布，其余环节请在期限之前补审"
      >
        <Card title="事由">
          <Field name="ground">
            <Radio.Group options={GROUNDS} vertical />
          </Field>
          <Field name="reason">
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
          </Field>
        </Card>
        <UrgentGates waits={file.waits} />
        <Card title="保密审查要点">
          <Statute of={LATER_REVIEW.basis} />
          <SecrecyQuestions />
        </Card>
      </BesideTheText>
    </>
  )
}
