import { READ_SCOPES, requests } from '@mingfu/contract'
import { REQUEST_STATES } from '@mingfu/law'
import { Link, useParams } from '@tanstack/react-router'
import { useCall } from '../session/use-call.ts'
import { ErrorNote, PageHead, Skeleton, Tag } from '../ui/index.ts'
import { AbuseCard } from './abuse-card.tsx'
import { Actions } from './actions.tsx'
import { ApplicationCard } from './application-card.tsx'
import { ClockCard } from './clock-card.tsx'
import { ConsultationsCard } from './consultations-card.tsx'
import { CourseCard } from './course-card.tsx'
import { DecisionCard } from './decision-card.tsx'
import { DisputesCard } from './disputes-card.tsx'
import { EvidenceCard } from './evidence-card.tsx'
import { ExtensionCard } from './extension-card.tsx'
import { LinksCard } from './links-card.tsx'
import { MessagesCard } from './messages-card.tsx'
import { PapersCard } from './papers-card.tsx'
import { PublicationCard } from './publication-card.tsx'
import { RecordCallsCard } from './record-calls-card.tsx'
import { RelatedCard } from './related-card.tsx'
import { TasksCard } from './tasks-card.tsx'
import { TriageCard } from './triage-card.tsx'
import './requests.css'

/** 案卷: the application at the left, what was made of it at the right; one under the other on a phone. */
export default function CasePage() {
  const { requestId = '' } = useParams({ strict: false }) as { requestId?: string }
  const query = useCall(requests.get, { params: { requestId } })
  if (query.error !== null) return <ErrorNote error={query.error} />
  const file = query.data
  if (file === undefined) return <Skeleton active paragraph={{ rows: 10 }} />
  const handler = file.colleagues.find(({ staffId }) => staffId === file.handlerId)
  return (
    // Another case begins with closed dialogs and a masked applicant.
    <div key={file.requestId}>
      <PageHead
        title={file.number}
        back={<Link to="/requests">申请办理</Link>}
        note={
          <>
            <Tag>{REQUEST_STATES[file.state].label}</Tag>
            经办人：{handler?.name ?? '未指定'}
            {file.readScope === null ? null : `　知悉范围：${READ_SCOPES[file.readScope]}`}
          </>
        }
      />
      <div className="below">
        <Actions file={file} />
      </div>
      <div className="case">
        <div>
          <ApplicationCard file={file} />
          <ClockCard file={file} />
          <ExtensionCard file={file} />
          <TriageCard file={file} />
          <LinksCard file={file} />
          <RelatedCard file={file} />
          <AbuseCard file={file} />
        </div>
        <div>
          <TasksCard file={file} />
          <MessagesCard file={file} />
          <DecisionCard file={file} />
          <EvidenceCard file={file} />
          <RecordCallsCard file={file} />
          <ConsultationsCard file={file} />
          <PapersCard file={file} />
          <PublicationCard file={file} />
          <DisputesCard file={file} />
          <CourseCard file={file} />
        </div>
      </div>
    </div>
  )
}
