import type { SecrecyReviewView } from '@mingfu/contract'
import { SECRECY_OPINIONS, SECRECY_QUESTIONS, type SecrecyQuestion } from '@mingfu/law'
import { Card, Descriptions, Empty, Flex, momentText, Tag, Typography } from '../ui/index.ts'
import { Finding } from './finding-list.tsx'
import { ANSWERS } from './secrecy-question.tsx'

/** 保密审查记录, newest first, each with every answer. */
export function ReviewRecords({ reviews }: { reviews: readonly SecrecyReviewView[] }) {
  if (reviews.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有进行保密审查。" />
  return (
    <Flex vertical gap="middle">
      {reviews.map((review) => (
        <ReviewRecord key={review.formNumber} review={review} />
      ))}
    </Flex>
  )
}

function ReviewRecord({ review }: { review: SecrecyReviewView }) {
  const questions = Object.keys(SECRECY_QUESTIONS) as SecrecyQuestion[]
  return (
    <Card
      title={review.formNumber}
      extra={review.current ? null : <Tag color="warning">内容已经改动，审查失效</Tag>}
    >
      <Typography.Paragraph>
        <strong>{SECRECY_OPINIONS[review.opinion]}</strong>　{review.reviewerName}　
        {momentText(review.reviewedAt)}
      </Typography.Paragraph>
      {review.reason === '' ? null : <Typography.Paragraph>理由：{review.reason}</Typography.Paragraph>}
      <Descriptions
        size="small"
        column={1}
        items={questions.map((id) => ({
          key: id,
          label: SECRECY_QUESTIONS[id].question,
          children: answerText(review.answers[id]),
        }))}
      />
      {review.findings.map((finding) => (
        <Typography.Paragraph key={finding.id}>
          <Finding {...finding} />
          {finding.override === '' ? null : <div>保留的理由：{finding.override}</div>}
        </Typography.Paragraph>
      ))}
    </Card>
  )
}

function answerText(answer: SecrecyReviewView['answers'][SecrecyQuestion]): string {
  if (answer === undefined) return '—'
  return answer.settled ? `${ANSWERS[answer.answer]}；${answer.settled}` : ANSWERS[answer.answer]
}
