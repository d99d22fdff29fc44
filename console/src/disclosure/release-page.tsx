import { release, type UrgentItemView } from '@mingfu/contract'
import { LATER_REVIEW, URGENT_GROUNDS } from '@mingfu/law'
import { Link } from '@tanstack/react-router'
import { useCall } from '../session/use-call.ts'
import {
  Card,
  type Column,
  dayText,
  ErrorNote,
  Flex,
  momentText,
  PageHead,
  QueryTable,
  Skeleton,
  Statute,
  Tag,
} from '../ui/index.ts'
import { ReleaseRulesCard } from './release-rules-card.tsx'

const COLUMNS: readonly Column<UrgentItemView>[] = [
  { title: '标题', cell: ({ documentId, title }) => <Link to={`/disclosure/${documentId}`}>{title}</Link> },
  { title: '事由', cell: ({ ground, reason }) => `${URGENT_GROUNDS[ground].label}：${reason}` },
  { title: '发布', cell: ({ by, releasedAt }) => `${by}　${momentText(releasedAt)}` },
  { title: '补审', cell: (row) => <Later {...row} /> },
]

/** 审核和应急发布: which levels a document passes, and what went out before it had passed them. */
export default function ReleasePage() {
  const rules = useCall(release.rules)
  const urgent = useCall(release.urgent)
  return (
    <>
      <PageHead title="审核和应急发布" note="先审查后公开；同一人不得审核同一件信息的两级。" />
      <Flex vertical gap="middle">
        <Card title="应急发布台账">
          <p>
            突发事件预警、应对和澄清不实信息，可以由签发领导先发布、其余环节限期补审。
            <Statute of={LATER_REVIEW.basis} />
          </p>
          <QueryTable
            query={urgent}
            rows={urgent.data}
            rowKey={({ documentId }) => documentId}
            columns={COLUMNS}
            empty="没有应急发布的信息。"
          />
        </Card>
        {rules.error !== null ? <ErrorNote error={rules.error} /> : null}
        {rules.data === undefined ? (
          <Skeleton active />
        ) : (
          <ReleaseRulesCard key={rules.data.version} setting={rules.data} />
        )}
      </Flex>
    </>
  )
}

function Later({ laterReviewDueOn, laterReviewedAt, overdue, state }: UrgentItemView) {
  if (state !== 'published') return <Tag>已撤下</Tag>
  if (laterReviewedAt !== null) return <Tag color="success">{momentText(laterReviewedAt)} 已补审</Tag>
  return (
    <Flex wrap gap={4}>
      <span>{dayText(laterReviewDueOn)}之前</span>
      {overdue ? <Tag color="error">已超过期限</Tag> : null}
    </Flex>
  )
}
