import { type RequestView, requests } from '@mingfu/contract'
import { OUTCOMES, REQUEST_STATES } from '@mingfu/law'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCall } from '../session/use-call.ts'
import { Card, dayText, ErrorNote, Flex, Skeleton, Typography } from '../ui/index.ts'

/** 受理参考: facts only. A person judges; nothing is refused or counted by them. */
export function TriageCard({ file }: { file: RequestView }) {
  const query = useCall(requests.triage, { params: { requestId: file.requestId } })
  const facts = query.data
  if (query.error !== null) return <ErrorNote error={query.error} />
  if (facts === undefined) return <Skeleton active paragraph={{ rows: 3 }} />
  const { thisMonth, halfYear, year } = facts.sameApplicant
  return (
    <Card title="受理参考">
      <Typography.Paragraph type="secondary">以下只列事实，如何处理由经办人判断。</Typography.Paragraph>
      <Flex vertical gap="middle">
        <Part title="同一申请人">
          本月第{thisMonth}件；近六个月{halfYear}件，近一年{year}件（均含本件）
        </Part>
        {facts.earlierAnswers.length === 0 ? null : (
          <Part title="相同内容以往的答复">
            {facts.earlierAnswers.map(({ requestId, number, outcome, documentNumber, answeredOn }) => (
              <div key={`${requestId}${documentNumber ?? ''}`}>
                <Link to={`/requests/${requestId}`}>{number}</Link>　{dayText(answeredOn)}　{documentNumber}　
                {outcome === null ? '' : OUTCOMES[outcome].label}
              </div>
            ))}
          </Part>
        )}
        {facts.worthPublishing === null ? null : (
          <Part title="可以考虑转主动公开">
            已有{facts.worthPublishing.applicants}名申请人获得相同的信息（条例第四十四条）
          </Part>
        )}
        {facts.published.length === 0 ? null : (
          <Part title="文字相近的已公开信息">
            {facts.published.map(({ documentId, title, issuer, publishedOn, path }) => (
              <div key={documentId}>
                <a href={path} target="_blank" rel="noreferrer">
                  {title}
                </a>
                　
                <Typography.Text type="secondary">
                  {issuer}　{dayText(publishedOn.slice(0, 10))}
                </Typography.Text>
              </div>
            ))}
          </Part>
        )}
        {facts.elsewhere.length === 0 ? null : (
          <Part title="其他机关收到的相同内容的申请">
            {facts.elsewhere.map(({ agency, receivedOn, state, outcome }) => (
              <div key={`${agency}${receivedOn ?? ''}`}>
                {agency}　{dayText(receivedOn)}　
                {outcome === null ? REQUEST_STATES[state].label : OUTCOMES[outcome].label}
              </div>
            ))}
          </Part>
        )}
      </Flex>
    </Card>
  )
}

function Part({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  return (
    <div>
      <strong>{title}</strong>
      <div className="detail">{children}</div>
    </div>
  )
}
