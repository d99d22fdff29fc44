import { annualReports, type FactMember, type SkeletonSpan, type SkeletonTopic } from '@mingfu/contract'
import type { FormatId } from '@mingfu/law'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../session/call.ts'
import { Alert, App, Button, Drawer, ErrorNote, Flex, List, Spin, Typography } from '../ui/index.ts'
import { CellDrawer } from './cell-drawer.tsx'

type Props = Readonly<{
  year: number
  format: FormatId
  /** Takes the sentences of a topic over into the text of a section. */
  onTake: (section: SkeletonTopic['section'], text: string) => void
  onClose: () => void
}>

/** 起草素材: facts of the year as sentences; every number opens to what it counts, and nothing is invented. */
export function SkeletonDrawer({ year, format, onTake, onClose }: Props) {
  const { message } = App.useApp()
  const [source, setSource] = useState<SkeletonSpan['source']>(null)
  const topics = useQuery({
    queryKey: ['annual-report-skeleton', year, format],
    queryFn: () => call(annualReports.skeleton, { params: { year }, query: { format } }),
  })
  return (
    <Drawer title={`${year}年起草素材`} open onClose={onClose} size={640}>
      <ErrorNote error={topics.error} />
      {topics.isPending ? <Spin /> : null}
      <Typography.Paragraph type="secondary">
        以下句子由案卷、文件和登记的记录得出，点开数字可以看到来源。采用后请按实际情况修改，不要照搬上年。
      </Typography.Paragraph>
      {topics.data?.map((topic) => (
        <section key={topic.topic} className="skeleton-topic">
          <Flex justify="space-between" align="baseline" gap="small">
            <Typography.Title level={3} className="skeleton-head">
              {topic.topic}
            </Typography.Title>
            {topic.lines.length === 0 ? null : (
              <Button
                size="small"
                onClick={() => {
                  onTake(topic.section, plainText(topic))
                  message.success('已加到文字末尾，请修改后保存')
                }}
              >
                采用
              </Button>
            )}
          </Flex>
          {topic.lines.map((line) => (
            <p key={line.map(({ text }) => text).join('')} className="document-text">
              {placed(line).map(({ at, span }) => (
                <Span key={at} span={span} onOpen={setSource} />
              ))}
            </p>
          ))}
          {topic.missing === null ? null : <Alert type="info" title={topic.missing} />}
        </section>
      ))}
      <CellDrawer
        year={year}
        format={format}
        cellId={source?.kind === 'cell' ? source.cellId : undefined}
        onClose={() => setSource(null)}
      />
      {source?.kind === 'members' ? <MembersDrawer source={source} onClose={() => setSource(null)} /> : null}
    </Drawer>
  )
}

/** Pieces of a sentence by the character they begin with. */
function placed(line: readonly SkeletonSpan[]) {
  let at = 0
  return line.map((span) => {
    const start = at
    at += span.text.length
    return { at: start, span }
  })
}

function Span(props: { span: SkeletonSpan; onOpen: (source: SkeletonSpan['source']) => void }) {
  const { span, onOpen } = props
  if (span.source === null) return span.text
  return (
    <button type="button" className="figure" onClick={() => onOpen(span.source)}>
      {span.text}
    </button>
  )
}

type Members = Extract<SkeletonSpan['source'], { kind: 'members' }>

function MembersDrawer({ source, onClose }: { source: Members; onClose: () => void }) {
  const { label, total, members } = source
  return (
    <Drawer title={label} open onClose={onClose} size={520}>
      <Typography.Paragraph type="secondary">
        共{total}条{members.length < total ? `，列出其中${members.length}条` : ''}
      </Typography.Paragraph>
      <List
        dataSource={members}
        rowKey={({ kind, id }) => `${kind} ${id}`}
        renderItem={(member) => (
          <List.Item>
            <List.Item.Meta
              title={<MemberLink member={member} />}
              description={[member.on, member.title].filter((part) => part !== '').join('　')}
            />
          </List.Item>
        )}
      />
    </Drawer>
  )
}

function MemberLink({ member }: { member: FactMember }) {
  const { kind, id, number, title, on } = member
  const name = number === '' ? title : number
  switch (kind) {
    case 'request':
      return <Link to={`/requests/${id}`}>{name}</Link>
    case 'document':
      return <Link to={`/disclosure/${id}`}>{name}</Link>
    case 'activity':
      return (
        <Link to="/annual-reports/activities" search={{ year: on.slice(0, 4) }}>
          {title}
        </Link>
      )
    case 'briefing':
      return <Link to={`/briefing/${id}`}>{name}</Link>
    case 'bulletin':
      return <Link to={`/briefing/bulletins/${id}`}>{name}</Link>
    case 'cell':
      return name
  }
}

function plainText(topic: SkeletonTopic): string {
  const text = topic.lines.map((line) => line.map((span) => span.text).join('')).join('')
  return topic.section === 's1' ? `${topic.topic}。${text}` : text
}
