import type { DocumentFileView, LevelView } from '@mingfu/contract'
import { PROOF_ITEMS, REVIEW_ROLES } from '@mingfu/law'
import { Card, dayText, Flex, momentText, Steps, Tag, Typography } from '../ui/index.ts'

/** 审核记录: every level, who passed it and with what words, and which one it waits at. */
export function LevelRecords({ file }: { file: DocumentFileView }) {
  return (
    <Flex vertical gap="middle">
      {file.urgent === null || file.levels.some(({ passedBy }) => passedBy !== null) ? (
        <Card title="审核级次">
          <Steps
            current={file.levels.length}
            orientation="vertical"
            size="small"
            items={file.levels.map((level) => ({
              key: level.step,
              title: level.label,
              status: level.passedBy !== null ? 'finish' : level.current ? 'process' : 'wait',
              content: <LevelText level={level} />,
            }))}
          />
        </Card>
      ) : null}
      <LaterReviewCard file={file} />
    </Flex>
  )
}

function LevelText({ level }: { level: LevelView }) {
  const { passedBy, passedAt, opinion, proofread, role, current } = level
  if (passedBy === null || passedAt === null)
    return (
      <Typography.Text type="secondary">
        {current ? '等待' : ''}
        {REVIEW_ROLES[role]}
        {current ? '审核' : ''}
      </Typography.Text>
    )
  const read = proofread.map((item) => PROOF_ITEMS[item as keyof typeof PROOF_ITEMS])
  return (
    <>
      <div>
        {passedBy}　{momentText(passedAt)}
      </div>
      {opinion === '' ? null : <div>意见：{opinion}</div>}
      {read.length === 0 ? null : <Typography.Text type="secondary">校对：{read.join('；')}</Typography.Text>}
    </>
  )
}

/** 先发后审: what was passed over, who made it up, and until when. */
function LaterReviewCard({ file: { urgent, laterReview } }: { file: DocumentFileView }) {
  if (urgent === null || laterReview === null) return null
  return (
    <Card title="应急发布后的补审">
      <Typography.Paragraph>
        {momentText(urgent.at)}由{urgent.by}应急发布：{urgent.reason}
      </Typography.Paragraph>
      {laterReview.levels.length === 0 ? <Typography.Paragraph>没有略过的环节。</Typography.Paragraph> : null}
      {laterReview.levels.map(({ step, label, passedBy, passedAt, note }) => (
        <Typography.Paragraph key={step}>
          {label}：
          {passedBy === null ? (
            <Tag color="processing">{dayText(urgent.laterReviewDueOn)}前补审</Tag>
          ) : (
            `${passedBy}　${passedAt === null ? '' : momentText(passedAt)}　${note}`
          )}
        </Typography.Paragraph>
      ))}
    </Card>
  )
}
