import type { RequestView } from '@mingfu/contract'
import { OUTCOMES, REQUEST_STATES } from '@mingfu/law'
import { Link } from '@tanstack/react-router'
import { Card, dayText, Flex, Tag, Typography } from '../ui/index.ts'

/** 同一申请人、相同内容的申请: of the same applicant or with the same content. A person judges whether one repeats another. */
export function RelatedCard({ file }: { file: RequestView }) {
  const { related, relatedOutOfScope } = file
  if (related.length + relatedOutOfScope === 0) return null
  return (
    <Card title="同一申请人、相同内容的申请">
      <Typography.Paragraph type="secondary">
        供判断是否重复申请、计收信息处理费时参考；本件为该申请人当月第{file.itemNumber}件。
      </Typography.Paragraph>
      <Flex vertical gap="small">
        {related.map(({ requestId, number, receivedOn, state, outcome, sameApplicant, sameContent }) => (
          <Flex key={requestId} wrap gap={4} align="center">
            <Link to={`/requests/${requestId}`}>{number}</Link>
            <span>{dayText(receivedOn)}</span>
            {sameApplicant ? <Tag>同一申请人</Tag> : null}
            {sameContent ? <Tag color="warning">内容相同</Tag> : null}
            <Typography.Text type="secondary">
              {outcome === null ? REQUEST_STATES[state].label : OUTCOMES[outcome].label}
            </Typography.Text>
          </Flex>
        ))}
        {relatedOutOfScope === 0 ? null : (
          <Typography.Text type="secondary">
            另有{relatedOutOfScope}件限定了知悉范围，需要了解的，请联系公开工作机构负责人。
          </Typography.Text>
        )}
      </Flex>
    </Card>
  )
}
